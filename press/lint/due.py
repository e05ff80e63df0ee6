"""Every day on which something ends: reviews, price lists, a branch's own prices. A pure list, no rule.

What stands here is refused for print after its day by the rules `price_dates` and `review_dates`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from press.errors import Place
from press.model.leaflet import Leaflet
from press.model.prices import PriceList
from press.model.project import Project


class Kind(StrEnum):
    """What ends."""

    REVIEW = "review"
    PRICES = "prices"
    OWN_PRICE = "own price"


@dataclass(frozen=True, slots=True)
class Ending:
    """One day after which something may not be printed any more.

    `name` never changes while the thing is the same. `since` is a day of the content that moves on when the
    thing is renewed. `following` is the file of what takes over the next day: then nobody need ask for it,
    but every paper that is out has to be replaced.
    """

    kind: Kind
    name: str
    title: str
    day: date
    owner: str
    then: str
    place: Place
    since: date
    following: str = ""

    def days_left(self, today: date) -> int:
        """Days until the last one; 0 on it, less when it is over."""
        return (self.day - today).days


def endings(project: Project) -> tuple[Ending, ...]:
    """All of them, the first day first."""
    reviews = (_review(leaflet, project) for leaflet in project.leaflets.values())
    found = (*reviews, *_prices(project))
    return tuple(sorted(found, key=lambda ending: (ending.day, ending.name)))


def _review(leaflet: Leaflet, project: Project) -> Ending:
    approved = [
        sign_off.on
        for language in project.clinic.languages
        if (history := project.sign_offs.get((leaflet.key, language)))
        for sign_off in history.sign_offs
    ]
    titles = [str(project.texts[leaflet.key, language].title) for language in project.clinic.languages]
    return Ending(
        kind=Kind.REVIEW,
        name=f"review-{leaflet.key}",
        title=" / ".join(dict.fromkeys(titles)),
        day=leaflet.review_by,
        owner=leaflet.owner,
        then="A clinician reads it again; then sign it off anew and move `review_by` on.",
        place=leaflet.place("review_by"),
        since=max([leaflet.written_on, *approved]),
    )


def _prices(project: Project) -> Iterator[Ending]:
    if not any(text.prints_prices for text in project.texts.values()):
        return  # nobody reads them
    coming = [prices for prices in project.price_lists if prices.valid_from > project.prices.valid_from]
    lists = [project.prices, *coming]
    for prices, later in zip(lists, [*coming, None], strict=True):
        yield _list(prices, later)
    for branch in project.branches.values():
        for key, own in branch.prices.items():
            if own.valid_until is not None:
                yield Ending(
                    kind=Kind.OWN_PRICE,
                    name=f"price-{branch.key}-{key}",
                    title=f"“{key}” in the branch “{branch.key}”",
                    day=own.valid_until,
                    owner=project.prices.owner,
                    then="Ask for the branch's next price; or delete it, and the price of the list holds.",
                    place=own.place("valid_until"),
                    since=project.prices.valid_from,
                )


def _list(prices: PriceList, later: PriceList | None) -> Ending:
    last = prices.valid_until
    if later is not None:
        last = min(last, later.valid_from - timedelta(days=1))
    follows = later is not None and later.valid_from == last + timedelta(days=1)
    return Ending(
        kind=Kind.PRICES,
        name=f"prices-{prices.file.rpartition('/')[2].removesuffix('.yaml')}",
        title=prices.file,
        day=last,
        owner=prices.owner,
        then=_then(later, follows),
        place=prices.place("valid_until"),
        since=prices.valid_from,
        following=later.file if later is not None and follows else "",
    )


def _then(later: PriceList | None, follows: bool) -> str:
    if later is None:
        return "Ask for the next price list."
    takes_over = f"{later.file} takes over on {later.valid_from}"
    if follows:
        return f"{takes_over}: print anew, and replace the papers that are out."
    return f"Ask which prices hold until {takes_over}."
