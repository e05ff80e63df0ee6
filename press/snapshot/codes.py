"""What somebody read from the foot of a paper, made into the code that stands there."""

from __future__ import annotations

from collections.abc import Iterable

from press.fingerprint import CODE_LENGTH

#: Capital letters of the Russian keyboard that look like Latin ones.
_RUSSIAN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_HYPHEN_AFTER = 4


def tidy(typed: str) -> str:
    """The code as it stands on paper: capitals, Latin letters, one hyphen, nothing else.

    What cannot be a code for its length comes back without a hyphen.
    """
    signs = "".join(sign for sign in typed.upper().translate(_RUSSIAN) if sign.isalnum())
    return f"{signs[:_HYPHEN_AFTER]}-{signs[_HYPHEN_AFTER:]}" if len(signs) == CODE_LENGTH else signs


def meant(code: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known codes that differ from `code` in one sign: misread, left out, typed twice or in the wrong order."""
    plain = code.replace("-", "")
    return tuple(sorted(other for other in known if _is_near(plain, other.replace("-", ""))))


def _is_near(one: str, other: str) -> bool:
    if len(one) == len(other):
        wrong = [place for place in range(len(one)) if one[place] != other[place]]
        return len(wrong) == 1 or (len(wrong) == 2 and _is_swapped(one, other, wrong))
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _is_swapped(one: str, other: str, wrong: list[int]) -> bool:
    first, second = wrong
    return second == first + 1 and (one[first], one[second]) == (other[second], other[first])
