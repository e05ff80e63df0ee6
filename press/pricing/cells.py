"""Reads what stands in one cell: an amount with what is said beside it, a unit, yes or no, instalments.

Each function gives what was read, or the problem that is told to whoever wrote the cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from press.errors import Place, Problem
from press.model.grid import Cell, CellKind
from press.model.prices import Instalments, Unit
from press.pricing.spoken import (
    ANY_UNIT,
    CURRENCIES,
    EXACTLY,
    FREE,
    LEAST,
    MOST,
    NO,
    NO_AMOUNT,
    THOUSANDS,
    YES,
    currency_of,
    has_marks,
    plain,
    plain_lines,
    seen,
    unit_of,
)
from press.pricing.written import amount_text

LARGEST = Decimal(999_999_999)
_LONGEST_SHOWN = 60
_TYPE_ANEW = "Write the one amount that holds, all of it and in ordinary digits, with the format “Number” or “General”."
_HERE = "\x00"  # stands for the number of a cell that holds one

_TOKEN = re.compile(
    rf"""
      (?P<number>{_HERE}|\d(?:[\d\ .,']*\d)?)  # a line end ends it
    | (?P<unit>(?:/|(?<!\w)(?:за|в|per|a|an|each|every|кажды[а-я]+)\s)\s*
        (?:1\s|один\s|одну\s|одно\s|one\s)?(?:{ANY_UNIT})\.?)
    | (?P<currency>{"|".join(f"(?:{pattern})" for pattern in CURRENCIES)})
    | (?P<least>{LEAST})
    | (?P<exactly>{EXACTLY})
    | (?P<most>{MOST})
    | (?P<thousands>{THOUSANDS})
    | (?P<range>-)
    | (?P<space>\s+|[.,;:](?=\s|$))
    | (?P<other>[^\s\d]+)
    """,
    re.VERBOSE,
)
_CENTS = r"(?:{point}\d\d)?"
#: How digits are grouped: with which sign, and which one parts the cents.
_GROUPED = tuple(
    re.compile(rf"\d{{1,3}}(?:{group}\d{{3}})+{_CENTS.format(point=point)}")
    for group, point in ((r"\ ", "[.,]"), ("'", "[.,]"), (",", r"\."), (r"\.", ","))
)
_UNGROUPED = re.compile(r"\d+(?:[.,]\d\d)?")
_LETTER_FOR_DIGIT = str.maketrans("oоliзб", "001136")
#: Digits with letters that look like digits among them, not a part of a word.
_MIXED = re.compile(r"(?<!\w)[\doоliзб](?:[\doоliзб .,']*[\doоliзб])?(?!\w)", re.IGNORECASE)
_WIDE_GAP = re.compile(r"\d[^\S\n\r]{2,}\d")
_PARTS = re.compile(
    r"(?P<payments>\d{1,2})\s*(?:[xх×*]|(?:payments?|parts|instal+ments?|плат[её]ж[а-я]*|част[а-я]+)\s*(?:of|по|x|х|×)?|по)"
    r"\s*(?P<amount>\d[\d .,']*)\s*(?P<rest>.*)",
    re.DOTALL,
)
_EVERY = {
    "week": r"(?:/|every|per|each|a|в|за|кажд[а-я]+|раз в)?\s*(?:week|недел[а-я]+|weekly|еженедельно)",
    "month": r"(?:/|every|per|each|a|в|за|кажд[а-я]+|раз в)?\s*(?:months?|monthly|мес|месяц[а-я]*|ежемесячно)",
}


@dataclass(frozen=True, slots=True)
class Priced:
    """What a cell says of a price; None where it says nothing of it."""

    amount: Decimal
    is_from: bool | None = None
    unit: Unit | None = None


def priced(cell: Cell, place: Place, currency: str, *, is_least: bool = False) -> Priced | Problem:
    """The amount in a cell of a list kept in `currency`, with what is said beside it.

    `is_least`: the list has it as the lowest price, so that whoever mends the cell is told to say "from" or not.
    """
    refused = _not_for_reading(cell, place)
    if refused:
        return refused
    shown = _shown(cell)
    text = plain_lines(cell.text if cell.number is None else f"{cell.before} {_HERE} {cell.after}")
    if NO_AMOUNT.fullmatch(text):
        return _no_amount(text, shown, place)
    found: dict[str, list[str]] = {}
    for token in _TOKEN.finditer(text):
        found.setdefault(str(token.lastgroup), []).append(token.group())
    doubt = _doubtful_words(found, shown, currency, place, is_least)
    if doubt:
        return doubt
    (written,) = found["number"]
    amount = cell.number if written == _HERE else number_in(written)
    if amount is not None and has_wide_gap(cell):
        return _torn(amount, _said(found, is_least), shown, place)
    if amount is None or not _is_price(amount):
        return _no_price(written, amount, shown, place)
    least, exactly = "least" in found, "exactly" in found
    units = {unit_of(unit.lstrip("/ ")) for unit in found.get("unit", ())}
    return Priced(amount, least if least or exactly else None, units.pop() if units else None)


def number_in(text: str) -> Decimal | None:
    """The number that digits grouped by spaces, points, commas or apostrophes stand for, if it is one alone.

    Prices have two digits of cents or none, so 4,500 is four thousand five hundred in every country.
    """
    digits = " ".join(text.split())
    if _UNGROUPED.fullmatch(digits):
        return _plain_number(digits)
    for pattern in _GROUPED:
        if pattern.fullmatch(digits):
            cents = digits[-3] in ".," if len(digits) > 3 else False
            whole = re.sub(r"\D", "", digits[:-3] if cents else digits)
            return _plain_number(f"{whole}.{digits[-2:]}" if cents else whole)
    return None


def has_wide_gap(cell: Cell) -> bool:
    """Whether more than one space stands between two digits: one of them may have got lost there."""
    return cell.number is None and bool(_WIDE_GAP.search(seen(cell.text)))


def unit(cell: Cell, place: Place) -> Unit | Problem:
    """The unit a cell names."""
    found = unit_of(cell.text)
    if found is not None:
        return found
    return Problem(
        "cell-unit-unknown",
        f"“{_shown(cell)}” is not a unit that leaflets know",
        f"Write what one price buys: {', '.join(one.value for one in Unit)}. Russian words such as «за сеанс» are "
        "understood too.",
        place,
    )


def yes_or_no(cell: Cell, place: Place) -> bool | Problem:
    """Whether a cell of the column "From" says that the amount is the lowest price."""
    text = plain(cell.text)
    if YES.fullmatch(text):
        return True
    if NO.fullmatch(text):
        return False
    return Problem(
        "cell-from-doubtful",
        f"“{_shown(cell)}” says neither yes nor no",
        "Write yes where the amount is the lowest price, and no where everybody pays just this.",
        place,
    )


def instalments(cell: Cell, place: Place, currency: str) -> Instalments | Problem:
    """Paying in equal parts, written as 3 x 1500 per month."""
    found = _PARTS.fullmatch(plain_lines(cell.text).replace("×", "x"))
    if found and not cell.doubt and not cell.struck and not has_marks(cell.text) and not has_wide_gap(cell):
        payments, amount = int(found["payments"]), number_in(found["amount"].strip(" .,"))
        every = _every(found["rest"], currency)
        if amount is not None and _is_price(amount) and every and 2 <= payments <= 60:
            return Instalments.model_validate({"payments": payments, "amount": amount, "every": every})
    return Problem(
        "cell-instalments-doubtful",
        f"“{_shown(cell)}” does not say clearly how the price is paid in parts",
        "Write how many payments of how much, and how often: 3 x 1500 per month, or 3 x 1500 per week. "
        "Or leave the cell empty.",
        place,
    )


def _every(rest: str, currency: str) -> str:
    """How often; once a month where nothing is said. Empty where the words are not understood."""
    words = rest
    for pattern, code in CURRENCIES.items():
        if code == currency:
            words = re.sub(pattern, " ", words)
    words = words.strip(" .,;()")
    if not words:
        return "month"
    return next((every for every, pattern in _EVERY.items() if re.fullmatch(pattern, words)), "")


def _not_for_reading(cell: Cell, place: Place) -> Problem | None:
    """What nobody should take for a price, whatever stands there."""
    shown = _shown(cell)
    if cell.struck:
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” is crossed out",
            "Write the price that holds, not crossed out; or delete the row.",
            place,
        )
    if has_marks(cell.text) or has_marks(cell.before + cell.after):
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” holds small or enclosed digits: the mark of a footnote, or a part of the number?",
            "Write the amount alone, with ordinary digits.",
            place,
        )
    if cell.doubt:
        return Problem("cell-amount-doubtful", f"“{shown}”: {cell.doubt}", _TYPE_ANEW, place)
    if cell.kind is CellKind.DATE:
        return Problem(
            "cell-amount-doubtful",
            f"here stands a date ({shown}), not an amount; spreadsheets make dates of numbers such as 12.50",
            "Set the format of the cell to “Number” and type the amount again.",
            place,
        )
    if cell.kind is CellKind.FORMULA:
        return Problem(
            "cell-amount-doubtful",
            f"here stands the formula {shown}, and the file does not hold its result",
            "Open the file in Excel or LibreOffice and save it again; or type the amount itself.",
            place,
        )
    if cell.kind in (CellKind.ERROR, CellKind.TRUTH):
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” is not an amount",
            "Type the amount itself, such as 4500.",
            place,
        )
    return None


def _no_amount(text: str, shown: str, place: Place) -> Problem:
    if FREE.fullmatch(text):
        return Problem(
            "cell-amount-missing",
            f"“{shown}”: a price list cannot hold a service that costs nothing",
            "Delete the row here, and ask the owner of the texts how the leaflets should say that it is free.",
            place,
        )
    return Problem(
        "cell-amount-missing",
        f"“{shown}” stands where the amount should be",
        "Write the amount; or delete the row, then the price in the list stays as it is.",
        place,
    )


def _said(found: dict[str, list[str]], is_least: bool) -> str:
    """How to write an amount, so that it is not asked about again; {} is the amount."""
    if "least" in found:
        return "from {}"
    return "from {0}, or: exactly {0}" if is_least and "exactly" not in found else "{}"


def _doubtful_words(
    found: dict[str, list[str]], shown: str, currency: str, place: Place, is_least: bool
) -> Problem | None:
    """What keeps the words of a cell from meaning one amount."""
    numbers = found.get("number", [])
    foreign = [code for word in found.get("currency", ()) if (code := currency_of(word)) not in (currency, None)]
    unknown = [word for word in found.get("other", ()) if word.upper().strip(".") != currency]
    if not numbers or _with_letters(found):
        return _unreadable(_said(found, is_least), shown, place)
    if foreign:
        return Problem(
            "cell-currency",
            f"“{shown}” is in another currency ({foreign[0]}); the list is in {currency}",
            f"Write the amount in {currency}.",
            place,
        )
    if len(numbers) > 1:
        is_range = "range" in found and len(numbers) == 2
        return _several(numbers, is_range, _said(found, is_least), shown, place)
    if "most" in found:
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” is a highest price, and leaflets can only say “from” or the price itself",
            "Write the lowest price, such as: from 4500; or the price that everybody pays.",
            place,
        )
    if "thousands" in found:
        value = number_in(numbers[0])
        how = _said(found, is_least).format("" if value is None else amount_text(value * 1000))
        meant = ", with all its zeros" if value is None else f", such as: {how}"
        return Problem("cell-amount-doubtful", f"“{shown}” is in thousands", f"Write the whole amount{meant}.", place)
    if unknown or "range" in found:
        words = " ".join(unknown) or "-"
        return Problem(
            "cell-amount-doubtful",
            f"in “{shown}” the words “{words}” are not understood",
            "Write the amount alone, or with “from”, the currency and the unit: from 4500 RUB per day. Other words "
            "belong into the notes.",
            place,
        )
    units = {unit_of(unit.lstrip("/ ")) for unit in found.get("unit", ())}
    if len(units) > 1 or ("least" in found and "exactly" in found):
        return Problem("cell-amount-doubtful", f"“{shown}” says two different things", "Keep one of them.", place)
    return None


def _torn(amount: Decimal, how: str, shown: str, place: Place) -> Problem:
    return Problem(
        "cell-amount-doubtful",
        f"two spaces stand inside the number “{shown}”: did a digit get lost?",
        f"If {amount_text(amount)} is meant, write: {how.format(amount_text(amount))}.",
        place,
    )


def _several(numbers: list[str], is_range: bool, how: str, shown: str, place: Place) -> Problem:
    first = number_in(numbers[0])
    if is_range and first is not None and numbers[1] == "00":
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” could be {first:f} and no cents, or two amounts",
            f"If {first:f} is meant, write: {how.format(f'{first:f}')}.",
            place,
        )
    if is_range and first is not None:
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” gives two amounts, and a leaflet prints one",
            f"If {first:f} is the lowest price, write: from {first:f}. If everybody pays the same, write "
            + ("“exactly” and that amount." if "exactly" in how else "that amount."),
            place,
        )
    return Problem(
        "cell-amount-doubtful",
        f"“{shown}” holds more than one number, and a leaflet prints one price",
        "Write the one amount that holds, such as 4500 or: from 4500. Anything else belongs into the notes.",
        place,
    )


def _with_letters(found: dict[str, list[str]]) -> bool:
    """Whether letters that look like digits stand among the digits, as in 45OO."""
    return any(word.translate(_LETTER_FOR_DIGIT).isdigit() for word in found.get("other", ()))


def _unreadable(how: str, shown: str, place: Place) -> Problem:
    for found in _MIXED.finditer(shown):
        mixed = found.group()
        meant = number_in(mixed.casefold().translate(_LETTER_FOR_DIGIT))
        if meant is not None and any(sign.isalpha() for sign in mixed) and any(sign.isdigit() for sign in mixed):
            number = amount_text(meant)
            written = how.format(number)
            digits = "type it again with digits only" if written == number else f"write: {written}"
            return Problem(
                "cell-amount-doubtful",
                f"in “{shown}” letters stand among the digits: {_letters_in(mixed)}",
                f"If {number} is meant, {digits}.",
                place,
            )
    return Problem(
        "cell-amount-doubtful",
        f"“{shown}” is not an amount",
        "Write digits, such as 4500 or: from 4500.",
        place,
    )


def _letters_in(mixed: str) -> str:
    """Each letter with the digit that it looks like: the last sign is the letter O, not the digit 0."""
    signs = [sign for sign in mixed if sign.isalnum()]
    letters = [number for number, sign in enumerate(signs) if sign.isalpha()]
    last = len(signs) - 1
    place = "the last sign" if letters == [last] else f"sign {letters[0] + 1}" if len(letters) == 1 else ""
    if place:
        letter = signs[letters[0]]
        return f"{place} is the letter {letter}, not the digit {letter.casefold().translate(_LETTER_FOR_DIGIT)}"
    pairs = {signs[number]: signs[number].casefold().translate(_LETTER_FOR_DIGIT) for number in letters}
    return ", ".join(f"{letter} is a letter, not the digit {digit}" for letter, digit in pairs.items())


def _no_price(written: str, amount: Decimal | None, shown: str, place: Place) -> Problem:
    """Digits that are no price, or could be two."""
    if amount is not None and amount <= 0:
        reason = f"“{shown}”: a price is more than 0"
    elif amount is not None and amount > LARGEST:
        reason = f"“{shown}” is more than any service costs"
    elif re.fullmatch(r"\d+[.,]\d", written):
        return Problem(
            "cell-amount-doubtful",
            f"“{shown}” could be cut short or be in thousands",
            f"Write all digits: {written.replace(',', '.')}0, or {Decimal(written.replace(',', '.')) * 1000:.0f}.",
            place,
        )
    elif written == _HERE:
        remedy = "Round it to whole amounts, or to two digits after the point."
        return Problem("cell-amount-doubtful", f"“{shown}” has too many digits after the point", remedy, place)
    else:
        reason = f"the digits in “{shown}” are grouped in a way that can be read differently"
    return Problem("cell-amount-doubtful", reason, "Write the amount without spaces: 4500, or 4500.50.", place)


def _plain_number(text: str) -> Decimal | None:
    number = text.replace(",", ".")
    whole = number.partition(".")[0]
    return None if len(whole) > 12 or (whole.startswith("0") and whole != "0") else Decimal(number)


def _is_price(amount: Decimal) -> bool:
    return amount.is_finite() and 0 < amount <= LARGEST and amount == amount.quantize(Decimal("0.01"))


def _shown(cell: Cell) -> str:
    """What a person sees in the cell, short enough for a message."""
    text = " ".join(f"{cell.before}{cell.text}{cell.after}".split())
    return f"{text[:_LONGEST_SHOWN]}…" if len(text) > _LONGEST_SHOWN else text
