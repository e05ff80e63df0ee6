"""`explain`: what the code of a problem means and how to mend it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from press.cli.tell import tell_data
from press.cli.words import Options
from press.codes import CODES, page
from press.errors import ExitCode, Problem, UsageError
from press.guess import did_you_mean


def run(options: Options, root: Path) -> ExitCode:
    """Prints the page of the code."""
    if options.code not in CODES:
        message = f"There is no problem with the code {options.code!r}."
        raise UsageError(Problem("usage", message, did_you_mean(options.code, CODES)))
    if options.as_json:
        tell_data({"code": options.code, **asdict(CODES[options.code])})
    else:
        print(page(options.code), end="")
    return ExitCode.DONE
