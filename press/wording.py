"""Money, dates and telephone numbers in the words of a language, by CLDR and libphonenumber."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

NO_BREAK_SPACE = "\u00a0"
_LOCALES = {"en": "en_GB"}
#: With two digits of the smaller coin, or none where there are none.
_WHOLE, _WITH_CENTS = "#,##0", "#,##0.00"
#: Where the sign stands, {} is the number; other languages follow CLDR.
_CURRENCY_PATTERNS = {"en": "¤¤\u00a0{}", "ru": "{}\u00a0¤"}


def amount(value: Decimal, language: str) -> str:
    """The number alone, grouped as the language groups: 4,500 or 4 500, and 4,500.50 or 4 500,50."""
    return _tight(format_decimal(value, _digits(value), _locale(language)))


def money(value: Decimal, currency: str, language: str) -> str:
    """The number with its currency, never breaking: RUB 4,500 or 4 500 ₽."""
    pattern = _CURRENCY_PATTERNS[language].format(_digits(value)) if language in _CURRENCY_PATTERNS else None
    return _tight(format_currency(value, currency, pattern, _locale(language), currency_digits=False))


def day(value: date, language: str) -> str:
    """A date with the month in words: 31 December 2027, 31 декабря 2027 г."""
    return _tight(format_date(value, "long", _locale(language)))


def short_day(value: date, language: str) -> str:
    """A date for small print, month in words where figures would be read two ways: 31 Dec 2027, 31.12.2027."""
    return _tight(
        format_date(
            value,
            {"en": "d MMM y"}.get(language, "short" if language != "ru" else "dd.MM.y"),
            _locale(language),
        )
    )


def phone(number: str, region: str) -> str:
    """A number for people: +7 495 127-02-03 with no-break spaces; a short number as it is."""
    if not number.startswith("+"):
        return number
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:  # no such country; shown as it was written
        return number
    return _tight(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def is_possible_phone(number: str, region: str) -> bool:
    """Whether a telephone could reach `number` at all."""
    if not number.startswith("+"):
        return number.isdigit()
    return phonenumbers.is_valid_number(phonenumbers.parse(number, region))


def is_emergency_number(number: str, region: str) -> bool:
    """Whether `number` reaches emergency services in `region`."""
    return phonenumbers.is_emergency_number(number, region)


def hours(value: str, always: str) -> str:
    """Opening hours with an en dash; `always` stands for day and night."""
    return always if value == "always" else value.replace("-", "–")


def _digits(value: Decimal) -> str:
    return _WHOLE if value == value.to_integral_value() else _WITH_CENTS


def _locale(language: str) -> str:
    return _LOCALES.get(language, language.replace("-", "_"))


def _tight(text: str) -> str:
    # CLDR separates with three kinds of space; one kind keeps lines whole and tests stable.
    return text.replace("\u202f", NO_BREAK_SPACE).replace(" ", NO_BREAK_SPACE)
