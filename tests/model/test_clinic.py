from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from press.model.clinic import Hours, PhoneNumber, WebAddress


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (
            Hours,
            ["always", "09:00-20:00", "00:00-24:00", "22:00-06:00"],
            ["9-20", "09:00–20:00", "25:00-26:00", "24h", ""],
        ),
        (
            PhoneNumber,
            ["+74951270203", "103", "051"],
            ["8 800 200", "+7 495 127-02-03", "88002000200", "+0123456789", "1", "", "+7495x270203"],
        ),
        (
            WebAddress,
            ["https://example.org", "https://example.org/a/b?c=d#e", "https://a-b.example.org/"],
            [
                "http://example.org",
                "example.org",
                "https://example",
                "https://example.org/a b",
                'https://example.org/"onclick=',
                "https://user@example.org",
                "javascript:alert(1)",
                "",
            ],
        ),
    ],
)
def test_hours_numbers_and_addresses(kind: Any, right: list[str], wrong: list[str]) -> None:
    adapter = TypeAdapter(kind)
    for value in right:
        assert adapter.validate_python(value) == value
    for value in wrong:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)
