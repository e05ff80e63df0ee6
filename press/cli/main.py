"""From the words typed to an exit code: picks the command, and tells whatever went wrong."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from press.cli.tell import tell_problems
from press.cli.words import Options, parse
from press.errors import ExitCode, PressError

#: The module of each word; it has `run(options, root) -> ExitCode`. Imported when its word is used.
COMMANDS = {
    "build": "press.cli.build",
    "check": "press.cli.check",
    "list": "press.cli.listing",
    "proof": "press.cli.proof",
    "explain": "press.cli.explain",
    "schema": "press.cli.schema",
    "due": "press.cli.due",
    "prices": "press.cli.prices",
    "words": "press.cli.readability",
    "translated": "press.cli.translated",
    "translations": "press.cli.translations",
    "evidence": "press.cli.evidence",
    "signoff": "press.cli.signoff",
    "identify": "press.cli.identify",
    "ledger": "press.cli.ledger",
    "diff": "press.cli.diff",
}


def main(argv: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Does what `argv` (default: what was typed) says to the project in `root`; returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    project = root or Path(__file__).resolve().parents[2]
    try:
        return int(_run(parse(words, project), project))
    except PressError as error:
        tell_problems(error.problems, project, as_json="--json" in words)
        return int(error.exit_code)
    except KeyboardInterrupt:
        print("\nStopped. What was published before is intact.", file=sys.stderr)
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:  # whoever read our words has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.DONE)
    except Exception as error:
        from press.cli.bug import bug_told  # seldom needed

        bug_told(error, project)
        return int(ExitCode.BUG)


def _run(options: Options, root: Path) -> ExitCode:
    gc.set_threshold(50_000, 20, 100)  # imports and layouts make very many objects and hardly any garbage
    command = importlib.import_module(COMMANDS[options.word])
    code: ExitCode = command.run(options, root)
    sys.stdout.flush()
    return code
