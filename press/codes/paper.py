"""Codes of the printed sheet."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "format-fold": Explanation(
        "a fold does not fit the paper",
        "With this paper and this allowance the format has panels without width.",
        "Mend `fold` or `trim` in the file of the format.",
    ),
    "format-panels": Explanation(
        "a format has the wrong number of panels",
        "A folded sheet has as many faces as its fold makes. The format lists more or fewer.",
        "List each face once under `panels`, or choose another fold.",
    ),
    "format-sheet": Explanation(
        "the copies do not fit on the sheet",
        "So many copies of this size are larger than the paper.",
        "Put fewer copies on the sheet (`nup`), or use a larger one.",
    ),
    "sheet-place": Explanation(
        "a panel lies in the wrong place on the sheet",
        "On the sheet for the printer a panel is not where the fold needs it. The folded leaflet would be in disorder.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "sheet-turned": Explanation(
        "a panel stands on its head",
        "On the sheet for the printer a panel is turned the wrong way.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "sheet-unreadable": Explanation(
        "the sheet cannot be read back",
        "Every finished sheet is read back and compared with the content. This one could not be opened.",
        "Build again. If it happens again, tell the people who look after the program.",
    ),
    "ink-at-edge": Explanation(
        "ink lies where office printers cannot print",
        "Office printers leave a white edge of a few millimetres. What lies there would be cut off.",
        "If a style, a template or a format was changed, undo the change or widen the `margins` of the format. If "
        "nothing was changed, tell the people who look after the program.",
    ),
    "too-dark": Explanation(
        "a side has too much ink",
        "So much dark ground makes paper curl and smear, and empties the printer.",
        "Use a lighter tone or picture for the panels of this side.",
    ),
    "print-settings": Explanation(
        "the file does not tell the printer how to print it",
        "The finished file should ask the printer for its true size and for the right way to turn the paper.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "file-too-large": Explanation(
        "a finished file is too large to send",
        "The file is larger than families can download over a telephone.",
        "Make the pictures smaller.",
    ),
}
