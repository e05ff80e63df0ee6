"""Codes of what readers who do not see the page would miss."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "access-title": Explanation(
        "the file has no title",
        "A screen reader says the title first. The finished file has none, or shows its file name instead.",
        "Write `title:` in the text of the leaflet. If it is there, undo the last change of the templates.",
    ),
    "access-language": Explanation(
        "the file does not say its language",
        "Without the language, a screen reader speaks the words with the wrong voice.",
        "Undo the last change of the templates.",
    ),
    "access-heading": Explanation(
        "headings are missing or skip a level",
        "People who cannot see the page go from heading to heading. One of them is missing or is at the wrong level.",
        "Give the section a `title:`. If it has one, undo the last change of the templates.",
    ),
    "access-list": Explanation(
        "a list is not marked as a list",
        "A screen reader says how many entries a list has. This one is not known to be a list.",
        "Undo the last change of the templates.",
    ),
    "access-table": Explanation(
        "a table has no heads",
        "A screen reader says the head of a column with each price. This table has none.",
        "Undo the last change of the templates.",
    ),
    "access-picture": Explanation(
        "a picture is not told in words",
        "Who cannot see a picture needs its meaning in words.",
        "Write `alt:` beside the picture.",
    ),
    "access-link": Explanation(
        "a link does not work",
        "A telephone number or address cannot be tapped, or is not told to a screen reader.",
        "Undo the last change of the templates.",
    ),
    "access-order": Explanation(
        "the page is read in the wrong order",
        "A screen reader would read the words in another order than they are meant to be read in.",
        "Undo the last change of the templates or styles.",
    ),
    "access-tags": Explanation(
        "parts of the page are not known to a screen reader",
        "The finished file lacks the marks that tell headings, lists and text apart.",
        "Undo the last change of the templates. If nothing was changed, tell the people who look after the program.",
    ),
    "qr-unreadable": Explanation(
        "the QR code cannot be read",
        "The code on the finished page was read back like a telephone would, and gave nothing or another address.",
        "Check `web:` of the branch. If a style was changed, undo the change: a code needs dark "
        "squares, a white ground and white space around it.",
    ),
    "qr-too-small": Explanation(
        "the QR code is too small",
        "The squares of the code are so small that telephones fail to read them from paper.",
        "Use a shorter web address, or a panel with more room.",
    ),
}
