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
    "edition-not-approved": Explanation(
        "the clinic wants these words approved first",
        "The print run was noted, so that it is found when something changes. But the rules of the clinic (`sign_off` "
        "in `content/clinic.yaml`) want an approval of these words before they are handed out, and it is missing. "
        "Papers that were made without it say DRAFT; older ones were printed before the clinic asked for approvals.",
        "Put the copies aside. When the words are approved, type the `./run signoff` command that the message shows. "
        "Papers that say DRAFT are not for handing out: build and print anew.",
    ),
    "edition-not-kept": Explanation(
        "what the leaflets say could not be kept",
        "The leaflets are ready and right. But the small files that tell one day what they said could not be written.",
        "Make room on the disk, or make the folder `editions` in the output folder writable, and build again.",
    ),
    "ledger-lost": Explanation(
        "the list of print runs is gone",
        "Print runs were noted, and what they say is still kept in content/ledger/editions. But the file with the list "
        "of them, content/ledger/runs.yaml, is not there, so nobody can tell where old papers lie.",
        "Bring the file back from your backup or from git. If no paper is out there any more, delete the folder "
        "content/ledger.",
    ),
    "run-unknown": Explanation(
        "there is no such print run",
        "In the ledger no copies of this edition are noted as being out, or not at this place.",
        "`./run ledger list` shows all print runs. Type the place as it stands there.",
    ),
    "run-repeated": Explanation(
        "the same print run is noted already",
        "In the ledger stands a run of the same code, with as many copies, at the same place, on the same format and "
        "day. Mostly the command was typed twice, and a recall would look for papers that do not exist.",
        "If it was typed twice, do nothing. If so many were printed a second time, type the command again with "
        "`--again` at its end.",
        "./run ledger add 7K3M-9QW --copies 200 --where reception --by clerk --again",
    ),
    "run-which-format": Explanation(
        "copies of this code lie there on several formats",
        "One code stands on a card and on a large sheet alike. At this place lie both, and a change can be on one of "
        "them only. So the command must say which of them are gone; otherwise a paper that is still out would be "
        "forgotten.",
        "Type the commands that the message shows, one for each format whose copies are gone.",
        "./run ledger pulled 7K3M-9QW --where reception --format a6",
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
