"""The words of the command line: what may be typed, and the one record it becomes."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from press import __version__
from press.cli.wishes import (
    DiffWish,
    DueWish,
    IdentifyWish,
    LedgerWish,
    PricesWish,
    SignOffWish,
    TranslatedWish,
    TranslationsWish,
    Wish,
)
from press.errors import Problem, UsageError
from press.model.job import Choice, Medium

DEFAULT_OUTPUT = "output"
DEFAULT_SCHEMAS = ".schemas"
DEFAULT_DPI = 144


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody typed, whichever word came first; what a word does not know keeps its default."""

    word: str = "build"
    choice: Choice = field(default_factory=Choice)
    output: Path = Path(DEFAULT_OUTPUT)
    jobs: int | None = None  # None: as many as there are processors
    today: date | None = None  # None: ask the clock
    force: bool = False
    as_json: bool = False
    dpi: int = DEFAULT_DPI
    folder: Path = Path(DEFAULT_SCHEMAS)
    code: str = ""
    wish: Wish | None = None  # what only this word knows


W = TypeVar("W")


def wish_of(options: Options, kind: type[W]) -> W:
    """The wish of the command, which is of this kind."""
    if not isinstance(options.wish, kind):
        raise TypeError(f"{options.word} was not given a {kind.__name__}")
    return options.wish


def parse(words: Sequence[str], root: Path) -> Options:
    """The options in `words`; `build` is meant where no word is given.

    A folder that is not named lies in `root`, the project; one that is named is seen from where you are.
    """
    found = vars(_read(_with_word(words)))
    output, folder = found.get("output"), found.get("folder")
    return Options(
        word=found["word"],
        choice=Choice(
            leaflets=_several(found.get("leaflet")),
            languages=_several(found.get("language")),
            formats=_several(found.get("format")),
            media=_several(found.get("medium")),
            branches=_several(found.get("branch")),
            draft=found.get("draft", False),
        ),
        output=Path(output) if output else root / DEFAULT_OUTPUT,
        jobs=found.get("jobs"),
        today=found.get("today"),
        force=found.get("force", False),
        as_json=found.get("as_json", False),
        dpi=found.get("dpi", DEFAULT_DPI),
        folder=Path(folder) if folder else root / DEFAULT_SCHEMAS,
        code=found.get("code", ""),
        wish=_wish(WISHES.get(found["word"]), found),
    )


def _read(words: Sequence[str]) -> argparse.Namespace:
    found, more = _parser("--json" in words).parse_known_args(words)
    if more:
        asked = " ".join(filter(None, (found.word, getattr(found, "verb", ""))))
        loose = not any(word.startswith("-") for word in more)
        quotes = "Words that belong together need quotes, such as --where 'waiting room'. " if loose else ""
        raise UsageError(
            Problem(
                "usage",
                f"`{asked}` does not know {' '.join(more)}.",
                f"{quotes}`./run {asked} --help` shows what can be typed.",
            )
        )
    return found


def _several(found: Any) -> tuple[str, ...]:
    """A choice that may be repeated; other words take one leaflet or language, which is no choice."""
    return tuple(found) if isinstance(found, list) else ()


def _wish(kind: Any, found: Mapping[str, Any]) -> Wish | None:
    """The record of what was typed; what its verb does not know is left empty."""
    if kind is None:
        return None
    empty = {"str": "", "int": 0, "bool": False, "tuple[str, ...]": ()}
    values = {one.name: found.get(one.name, empty.get(str(one.type))) for one in fields(kind)}
    wish: Wish = kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})
    return wish


def _with_word(words: Sequence[str]) -> Sequence[str]:
    if set(words) == {"--version", "--json"}:
        return words
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        return ["build", *words]
    if words[0] not in WORDS and not words[0].startswith("-"):
        from press.guess import did_you_mean  # only to be kind: difflib is slow to import

        raise UsageError(Problem("usage", f"There is no word {words[0]!r}.", did_you_mean(words[0], WORDS)))
    return words


class _Parser(argparse.ArgumentParser):
    """Raises what it has to say, so that it looks like every other problem."""

    def error(self, message: str) -> NoReturn:
        remedy = f"`{self.prog} --help` shows what can be typed."
        raise UsageError(Problem("usage", f"{message[:1].upper()}{message[1:]}.", remedy))


def _parser(as_json: bool) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="./run",
        description="Makes the leaflets that content/ describes, ready to print. Without a word: build.",
        epilog="`./run WORD --help` tells more about a word.",
        allow_abbrev=False,
    )
    version = json.dumps({"version": __version__}) if as_json else f"leaflet press {__version__}"
    parser.add_argument("--version", action="version", version=version, help="tell the version; also with --json")
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    for word, (help_text, add_options) in WORDS.items():
        sub = words.add_parser(word, help=help_text, description=help_text, allow_abbrev=False)
        add_options(sub)
        _json(sub)
    return parser


def _build(parser: argparse.ArgumentParser) -> None:
    _choice(parser)
    _output(parser)
    parser.add_argument("--jobs", type=_count, metavar="N", help="work in so many processes (default: all processors)")
    parser.add_argument("--draft", action="store_true", help="build in spite of problems; every page says DRAFT")
    _today(parser)
    parser.add_argument("--force", action="store_true", help="make everything anew, whatever the cache knows")


def _proof(parser: argparse.ArgumentParser) -> None:
    _choice(parser)
    _output(parser)
    parser.add_argument(
        "--dpi", type=_dpi, default=DEFAULT_DPI, metavar="N", help=f"points per inch (default: {DEFAULT_DPI})"
    )


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="DIR",
        help=f"where the schemas go (default: {DEFAULT_SCHEMAS} in the project)",
    )


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code of a problem, such as price-unknown")


def _due(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--within", type=_days, metavar="DAYS", help="look so many days ahead (default: warn_days)")
    parser.add_argument("--ics", type=Path, metavar="FILE", help="also write a calendar file for phones and computers")
    _today(parser)


def _prices(parser: argparse.ArgumentParser) -> None:
    verbs = _verbs(parser)
    take = verbs("import", "take prices from a spreadsheet (XLSX or CSV); shows what would change before it writes")
    take.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet")
    take.add_argument("--into", metavar="LIST", help="the price list to change (default: the one of the day)")
    take.add_argument("--table", metavar="NAME", help="the table of the workbook, if several hold prices")
    take.add_argument("--begins", type=_day, metavar="YYYY-MM-DD", help="make a new list that takes over on this day")
    take.add_argument("--ends", type=_day, metavar="YYYY-MM-DD", help="the last day of the new list")
    _yes(take)
    take.add_argument("--looked-again", action="store_true", help="with --yes: write prices that look wrong too")
    give = verbs("export", "write the prices to a spreadsheet (the ending decides: .xlsx or .csv)")
    give.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet to write")
    give.add_argument("--from", dest="into", metavar="LIST", help="the price list (default: the one of the day)")


def _translated(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("leaflet", metavar="LEAFLET", help="the key of the leaflet")
    parser.add_argument("language", metavar="LANGUAGE", help="the language of the translation, such as ru")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help="only these sections (default: all)")
    _today(parser)


def _translations(parser: argparse.ArgumentParser) -> None:
    verbs = _verbs(parser)
    give = verbs("export", "write original and translation side by side to a spreadsheet (.xlsx) for a translator")
    give.add_argument("leaflet", metavar="LEAFLET", help="the key of the leaflet")
    give.add_argument("language", metavar="LANGUAGE", help="the language of the translation, such as ru")
    give.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet to write")
    take = verbs("import", "take the translated words back; shows what would change before it writes")
    take.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet the translator sent back")
    _yes(take)


def _signoff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("leaflet", nargs="?", default="", metavar="LEAFLET", help="the key of the leaflet")
    parser.add_argument("language", nargs="?", default="", metavar="LANGUAGE", help="its language, such as ru")
    parser.add_argument("--role", default="", metavar="ROLE", help="in which role, such as clinician")
    parser.add_argument("--name", default="", metavar="NAME", help="who approves the words")
    parser.add_argument(
        "--digest",
        type=_digest,
        metavar="DIGEST",
        help="of the words that were read, as the evidence file says it: refused if they are others now",
    )
    _today(parser)


def _evidence(parser: argparse.ArgumentParser) -> None:
    _choice(parser, only=("leaflet", "language"))
    _output(parser)
    _today(parser)


def _identify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code at the foot of the paper, such as 7K3M-9QW")
    _output(parser)
    _today(parser)


def _ledger(parser: argparse.ArgumentParser) -> None:
    verbs = _verbs(parser)
    add = verbs("add", "note a print run")
    add.add_argument("code", metavar="CODE", help="the code at the foot of the paper")
    add.add_argument("--copies", type=_copies, required=True, metavar="N", help="how many were printed")
    add.add_argument("--where", required=True, metavar="PLACE", help="where they lie, such as 'reception'")
    add.add_argument("--by", required=True, metavar="ROLE", help="who printed them: a role, not a name")
    add.add_argument("--format", default="", metavar="KEY", help="on which format, such as a5")
    add.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="when (default: today)")
    add.add_argument("--again", action="store_true", help="it is a second run, though the very same is noted already")
    _output(add)
    verbs("list", "show all print runs")
    pulled = verbs("pulled", "note that no copy of a print run is left: handed out, or pulled")
    pulled.add_argument("code", metavar="CODE", help="the code at the foot of the paper")
    pulled.add_argument("--where", default="", metavar="PLACE", help="where they lay (default: everywhere)")
    pulled.add_argument("--format", default="", metavar="KEY", help="only those on this format, such as a5, or none")
    pulled.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="when (default: today)")
    recall = verbs("recall", "which stock to pull now, and where")
    recall.add_argument(
        "--grade",
        choices=("safety", "price", "wording", "layout"),
        default="price",
        help="how grave a change must be at least (default: price)",
    )
    _output(recall)
    _today(recall)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD", help="a PDF, or a folder of finished leaflets")
    parser.add_argument("new", type=Path, nargs="?", metavar="NEW", help="the same, newer (default: the content as is)")
    parser.add_argument("--to", type=Path, metavar="FILE", help="write the changed panels side by side (.pdf or .png)")
    _today(parser)


def _words(parser: argparse.ArgumentParser) -> None:
    _choice(parser, only=("leaflet", "language"))
    _today(parser)


def _verbs(parser: argparse.ArgumentParser) -> Callable[[str, str], argparse.ArgumentParser]:
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    parser.epilog = f"`{parser.prog} VERB --help` shows the options of a verb."

    def add(verb: str, help_text: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = verbs.add_parser(verb, help=help_text, description=help_text, allow_abbrev=False)
        _json(sub)
        return sub

    return add


def _yes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="write without asking")


def _json(parser: argparse.ArgumentParser) -> None:
    # Not set where it was not typed, so that a verb does not forget what was typed before it.
    parser.add_argument(
        "--json", dest="as_json", action="store_true", default=argparse.SUPPRESS, help="say the same as JSON data"
    )


def _nothing_more(parser: argparse.ArgumentParser) -> None:
    """The word stands alone."""


def _choice(parser: argparse.ArgumentParser, only: Sequence[str] = ()) -> None:
    for name, meta, what in (
        ("leaflet", "KEY", "this leaflet"),
        ("language", "CODE", "this language, such as en"),
        ("format", "KEY", "this format, such as a4-letter-fold"),
        ("medium", "NAME", " or ".join(Medium)),
        ("branch", "KEY", "this branch of the clinic"),
    ):
        if only and name not in only:
            continue
        parser.add_argument(f"--{name}", action="append", metavar=meta, help=f"only {what}; may be repeated")


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", metavar="DIR", help=f"where the files go (default: {DEFAULT_OUTPUT} in the project)"
    )


def _today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--today", type=_day, metavar="YYYY-MM-DD", help="check dates as if it were this day (default: today)"
    )


#: Each word with its line of help and the options it knows.
WORDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("make the leaflets (everything, or what the options name)", _build),
    "check": ("look for mistakes in content/ without making anything", _today),
    "list": ("show what can be built", _nothing_more),
    "proof": ("pictures (PNG) of everything that was built, and a contact sheet", _proof),
    "explain": ("tell more about the code of a problem", _explain),
    "schema": ("write JSON Schemas, so that an editor checks content/ while you type", _schema),
    "due": ("which prices and reviews end soon, and who answers for them", _due),
    "prices": ("take prices from a spreadsheet, or write them to one", _prices),
    "words": ("how easy each leaflet is to read, and what a person must still judge", _words),
    "translated": ("note that a translation says what its original says now", _translated),
    "translations": ("send words to a translator as a spreadsheet, and take them back", _translations),
    "evidence": ("list every claim with its source (PDF and HTML), for the clinician who signs off", _evidence),
    "signoff": ("note that somebody approved the words as they are now; alone: show who approved what", _signoff),
    "identify": ("the code on a paper: which leaflet it is, whether it still holds, what has changed", _identify),
    "ledger": ("print runs: note one, list them, find out which stock to pull", _ledger),
    "diff": ("what has changed between two outputs, or since an output", _diff),
}

#: The record of what only this word knows.
WISHES: Mapping[str, type[Wish]] = {
    "due": DueWish,
    "prices": PricesWish,
    "translated": TranslatedWish,
    "translations": TranslationsWish,
    "signoff": SignOffWish,
    "identify": IdentifyWish,
    "ledger": LedgerWish,
    "diff": DiffWish,
}


def _count(text: str) -> int:
    return _number(text, 1, 256)


def _days(text: str) -> int:
    return _number(text, 0, 3650)


def _copies(text: str) -> int:
    return _number(text, 1, 999_999)


def _digest(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{8,64}", text.lower()):
        raise argparse.ArgumentTypeError(
            f"write at least the first eight signs of the digest in the evidence file, such as a6f51554 (0-9 and a-f "
            f"only); not {text!r}"
        )
    return text.lower()


def _dpi(text: str) -> int:
    return _number(text, 36, 600)


def _number(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\d{1,6}", text) or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"write a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"write a day that exists as 2027-12-31 (year-month-day), not {text!r}")
