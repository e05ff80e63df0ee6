"""The words of the command line: what may be typed, and the one record it becomes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NoReturn

from press import __version__
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


def parse(words: Sequence[str], root: Path) -> Options:
    """The options in `words`; `build` is meant where no word is given.

    A folder that is not named lies in `root`, the project; one that is named is seen from where you are.
    """
    found = vars(_parser().parse_args(_with_word(words)))
    output, folder = found.get("output"), found.get("folder")
    return Options(
        word=found["word"],
        choice=Choice(
            leaflets=tuple(found.get("leaflet") or ()),
            languages=tuple(found.get("language") or ()),
            formats=tuple(found.get("format") or ()),
            media=tuple(found.get("medium") or ()),
            branches=tuple(found.get("branch") or ()),
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
    )


def _with_word(words: Sequence[str]) -> Sequence[str]:
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="build.py",
        description="Makes the leaflets that content/ describes, ready to print. Without a word: build.",
        epilog="`build.py WORD --help` tells more about a word.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"leaflet press {__version__}")
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    for word, (help_text, add_options) in WORDS.items():
        sub = words.add_parser(word, help=help_text, description=help_text, allow_abbrev=False)
        add_options(sub)
        sub.add_argument("--json", dest="as_json", action="store_true", help="say the same as JSON data")
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


def _nothing_more(parser: argparse.ArgumentParser) -> None:
    """The word stands alone."""


def _choice(parser: argparse.ArgumentParser) -> None:
    for name, meta, what in (
        ("leaflet", "KEY", "this leaflet"),
        ("language", "CODE", "this language, such as en"),
        ("format", "KEY", "this format, such as a4-letter-fold"),
        ("medium", "NAME", " or ".join(Medium)),
        ("branch", "KEY", "this branch of the clinic"),
    ):
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
}


def _count(text: str) -> int:
    return _number(text, 1, 256)


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
