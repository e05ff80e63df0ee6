"""Codes of dates, sources and warnings to readers."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "prices-expired": Explanation(
        "the prices have ended",
        "The day `valid_until` of the price list is over. Families would come with a price that is no longer true.",
        "Ask the owner of the prices for the new list; change the amounts and then `valid_from` and "
        "`valid_until` in `content/prices.yaml`.",
    ),
    "prices-not-yet-valid": Explanation(
        "the prices have not begun",
        "The day `valid_from` of the price list is still to come.",
        "Print from that day on, or ask the owner of the prices whether the day is right.",
    ),
    "prices-overlap": Explanation(
        "two price lists hold on the same day",
        "Two lists of prices claim the same days. If they begin on one day nobody can tell which one holds. "
        "Otherwise the later one takes over on its first day, and the leaflets say so.",
        "Let the earlier list end (`valid_until`) on the day before the later one begins (`valid_from`).",
    ),
    "instalments-differ": Explanation(
        "the parts do not add up to the price",
        "Somebody who pays in parts would pay another sum than the price that stands beside it, and nothing says why.",
        "Correct the number of payments or their amount. If paying in parts costs more, say so in `notes`. "
        "The parts stand beside a branch's own price too: correct that one, or take `instalments` out.",
        "amount: 27000\ninstalments:\n  payments: 3\n  amount: 9000\n  every: month",
    ),
    "prices-gap": Explanation(
        "days without prices",
        "One price list ends some days before the next one begins. On these days no prices can be printed.",
        "Ask the owner of the prices which of the two days is meant.",
    ),
    "prices-lost": Explanation(
        "the next price list lacks a service",
        "A leaflet prints a service or a group that the coming price list does not have. On the day it takes over, "
        "the leaflet could not be built.",
        "Add the service to the coming list, or take it out of the leaflets before that day.",
    ),
    "prices-end-soon": Explanation(
        "the prices end soon",
        "The price list ends within the time the clinic wants to be warned. The build goes on.",
        "Ask for the next price list now, and print no more copies than are needed until then.",
    ),
    "review-overdue": Explanation(
        "a review is overdue",
        "A clinician had to read the leaflet again by the day `review_by`, and it is over. Medical advice grows old.",
        "Ask the owner of the leaflet to read it, with the evidence file (`./run evidence`). When the words are "
        "approved (`./run signoff`), set `review_by` to the next day. Do not change the day alone.",
    ),
    "review-soon": Explanation(
        "a review is due soon",
        "The leaflet is to be reviewed within the time the clinic wants to be warned. The build goes on.",
        "Ask the owner of the leaflet to read it, and print no more copies than are needed until then.",
    ),
    "source-missing": Explanation(
        "a medical statement has no source",
        "Every block that says something medical names where it is known from. This one does not.",
        "Add `sources:` with keys of `content/sources.yaml`. If the block says nothing medical, add `medical: false`.",
        "- kind: text\n  key: tolerance\n  sources: [who-overdose-2014]\n  text: …",
    ),
    "source-unknown": Explanation(
        "there is no such source",
        "A source is cited that is not in `content/sources.yaml`.",
        "Correct the key, or add the source to the list.",
    ),
    "source-unused": Explanation(
        "a source is cited nowhere",
        "The list of sources has one that nothing cites. The build goes on.",
        "Cite it where it is meant, or delete it.",
    ),
    "critical-missing": Explanation(
        "signs that mean “call now” are missing",
        "A section that every copy must carry is not on one of the formats, or its emergency number "
        "is not on the finished page.",
        "Put the section on a panel of the format in `leaflet.yaml`. It may not be left out.",
    ),
    "short-form-figures": Explanation(
        "a short form says a figure that its section does not say",
        "Small formats carry a short form of a section (`short_forms` in `leaflet.yaml`). Here it has a number, a time "
        "or a telephone that the section itself does not have. Somebody changed one of the two and forgot the other, "
        "and a family that has both papers reads two different doses or times.",
        "Compare the two sections in the leaflet, and correct whichever is wrong.",
        "steps:  1 breath every 5 seconds\nsteps-brief:  one per 5 s",
    ),
    "critical-hidden": Explanation(
        "signs that mean “call now” are hidden inside",
        "All sections that say when to call stand on panels one sees only after unfolding the paper. "
        "Who is frightened does not unfold.",
        "Move one of them to an outer panel.",
    ),
}
