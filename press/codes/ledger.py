"""Codes of editions on paper: identify, recall, compare."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "edition-unknown": Explanation(
        "no edition has this code",
        "The code at the foot of a paper belongs to no leaflet that is built from the content today, was built before "
        "in this folder, or stands in the ledger of print runs. Mostly it was misread.",
        "Read it again: seven signs, none of 0 O 1 I L U V 2 Z 5 S B among them. If it is right, the leaflet was built "
        "elsewhere: build it here, or ask there.",
    ),
    "edition-unreadable": Explanation(
        "a kept edition cannot be read",
        "Of every edition a small file is kept with what it says. This one was changed by hand, or cut off. Without it "
        "nobody can tell what has changed since.",
        "Bring the file back from git or from your backup. If there is none, pull the copies.",
    ),
    "edition-not-kept": Explanation(
        "what the leaflets say could not be kept",
        "The leaflets are ready and right. But the small files that tell one day what they said could not be written.",
        "Make room on the disk, or make the folder `editions` in the output folder writable, and build again.",
    ),
    "run-unknown": Explanation(
        "there is no such print run",
        "In the ledger no copies of this edition are noted as being out, or not at this place.",
        "`./run ledger list` shows all print runs. Type the place as it stands there.",
    ),
    "compare-nothing": Explanation(
        "there is nothing to compare",
        "`diff` compares two PDFs, or two folders of finished leaflets. What was named is not there, or holds no PDF.",
        "Look at the name again. The folder is the one that the build writes to, such as `output`.",
    ),
    "compare-unreadable": Explanation(
        "a PDF cannot be read",
        "The file is no PDF, is broken, or is locked with a password.",
        "Open it with a PDF viewer. If that fails too, copy the file anew; if it asks for a password, save it without.",
    ),
    "compare-unclear": Explanation(
        "nobody can tell what to compare",
        "The file has not the name of a leaflet of this project, so it cannot be laid beside the leaflet of today.",
        "Name the newer file too: `./run diff OLD.pdf NEW.pdf`.",
    ),
}
