"""What somebody read from the foot of a paper, made into the code that stands there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from press.fingerprint import ALPHABET, CODE_LENGTH

#: Capital letters of the Russian keyboard that look like Latin ones.
_RUSSIAN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
#: The Latin letter on the key of each Russian one, for somebody who forgot to switch the keyboard over.
_KEYS = str.maketrans("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")
_HYPHEN_AFTER = 4
_INSIDE = re.compile(rf"(?<![0-9A-Z])([{ALPHABET}]{{4}})[-\s]?([{ALPHABET}]{{3}})(?![0-9A-Z])")
_MOST_UNREADABLE = 2  # of the seven signs; with fewer that are right a guess is worth nothing


def tidy(typed: str) -> str:
    """The code as it stands on paper: capitals, Latin letters, one hyphen, nothing else; also from "Code: 7K3M-9QW".

    What cannot be a code for its length comes back without a hyphen.
    """
    latin = typed.upper().translate(_RUSSIAN)
    signs = "".join(sign for sign in latin if sign.isalnum())
    if len(signs) == CODE_LENGTH:
        return f"{signs[:_HYPHEN_AFTER]}-{signs[_HYPHEN_AFTER:]}"
    inside = _INSIDE.findall(latin)
    return "-".join(inside[0]) if len(inside) == 1 else signs


def by_keys(typed: str) -> str:
    """What was meant by somebody who typed with the Russian keyboard switched on: ЬЕЬЦ-ЧЛН is MTMW-XKY."""
    return tidy(typed.upper().translate(_KEYS))


def as_typed(typed: str) -> str:
    """What to show of a code that nobody knows: tidy, or as it was typed where some letters are not Latin."""
    code = tidy(typed)
    return code if code.isascii() else " ".join(typed.upper().split())


def foreign_letters(typed: str) -> str:
    """The letters, each once, that neither are Latin ones nor pass for one; "" where the code can be read."""
    if tidy(typed).isascii():
        return ""
    latin = typed.upper().translate(_RUSSIAN)
    return "".join(dict.fromkeys(sign for sign in latin if sign.isalpha() and not sign.isascii()))


def guesses(typed: str, known: Collection[str]) -> tuple[str, ...]:
    """The known codes that may be meant: first the one on the same keys, then those that are near."""
    keys = by_keys(typed)
    return tuple(dict.fromkeys((*((keys,) if keys in known else ()), *meant(tidy(typed), known))))


def never_there(code: str) -> str:
    """The signs of `code` that stand in no code at all, each once."""
    return "".join(dict.fromkeys(sign for sign in code if sign not in f"{ALPHABET}-"))


def meant(code: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known codes that differ from `code` in one sign: misread, left out, typed twice or in the wrong order.

    Two signs may be wrong where neither stands in any code.
    """
    plain = code.replace("-", "")
    return tuple(sorted(other for other in known if _is_near(plain, other.replace("-", ""))))


def _is_near(one: str, other: str) -> bool:
    if len(one) == len(other):
        wrong = [place for place in range(len(one)) if one[place] != other[place]]
        unreadable = [place for place in wrong if one[place] not in ALPHABET]
        return (
            len(wrong) == 1
            or (len(wrong) == 2 and _is_swapped(one, other, wrong))
            or (0 < len(wrong) == len(unreadable) <= _MOST_UNREADABLE)
        )
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _is_swapped(one: str, other: str, wrong: list[int]) -> bool:
    first, second = wrong
    return second == first + 1 and (one[first], one[second]) == (other[second], other[first])
