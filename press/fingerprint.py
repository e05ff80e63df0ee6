"""Digests of what a result depends on, and the short code people read from paper."""

from __future__ import annotations

from hashlib import blake2b

#: No vowels, so that no word comes out, and none of 0 O 1 I L U V 2 Z 5 S B, which a hurried eye mixes up.
ALPHABET = "346789CDFGHJKMNPQRTWXY"
CODE_LENGTH = 7


def digest(*parts: str | bytes) -> str:
    """32 hexadecimal digits over the parts, in their order; text counts as its UTF-8 bytes.

    Each part goes in with its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    total = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def edition_code(text: str) -> str:
    """Seven characters derived from `text`, such as 7K3M-9QW: easy to read from paper and to say aloud."""
    number = int(digest("edition", text), 16)
    code = ""
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        code += ALPHABET[rest]
    return f"{code[:4]}-{code[4:]}"
