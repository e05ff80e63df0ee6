"""Codes of sign-offs and the evidence they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "sign-off-missing": Explanation(
        "an approval is missing, so every page says DRAFT",
        "The clinic wants these words approved before they are handed out (`sign_off` in `content/clinic.yaml`). "
        "Nobody in this role has approved them, or something that was approved has changed since. "
        "The leaflet is made, but every page says DRAFT, and so does the file name.",
        "Give the evidence file (`./run evidence`) to the person in this role. When the words are approved, "
        "type the `./run signoff` command that the message shows, and build again.",
    ),
    "sign-off-in-future": Explanation(
        "an approval has a day that is still to come",
        "The history of approvals says that somebody approved the words on a day after today.",
        "Look whether the calendar of the computer is right. If it is, take the entry out and let the person "
        "approve the words again.",
    ),
    "sign-off-refused": Explanation(
        "the words cannot be approved as they are",
        "There are mistakes that keep this leaflet from being printed. "
        "To mend them changes the words, and an approval would be lost at once.",
        "Mend the mistakes told beside this one first; `./run check` shows them too. Then approve the words.",
    ),
    "sign-off-other-words": Explanation(
        "the words are not those that were read",
        "The command names the digest of an evidence file (`--digest`). Something that the approval would cover has "
        "changed since that file was made, so it would cover what nobody has read.",
        "Make a new evidence file with `./run evidence`, give it to the person who approves the words, and type the "
        "command that stands at its end. Is the digest a slip of the pen? It stands at the foot of every page.",
        './run signoff when-to-call en --role clinician --name "Dr A. Ivanova" --digest a6f51554',
    ),
    "source-old": Explanation(
        "sources are old",
        "Some of the sources that leaflets cite are older than the clinic wants (`source_years` in "
        "`content/clinic.yaml`). An old source may still be right, but somebody has to decide that.",
        "Look whether there is a newer edition. The evidence file (`./run evidence`) shows the clinician each year.",
    ),
    "source-undated": Explanation(
        "sources have no year",
        "Of some cited sources nobody wrote down the year, so nobody can tell whether they are old.",
        "Open the source. If it tells its year, write it as `year` in `content/sources.yaml`.",
    ),
}
