"""From the words typed to an exit code: picks the command, and tells whatever went wrong."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TextIO

from press.cli.tell import tell_problems
from press.cli.words import Options, parse
from press.errors import ExitCode, PressError, Problem

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

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)
_STOPPED = "\nStopped. What was published before is intact."


def main(argv: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Does what `argv` (default: what was typed) says to the project in `root`; returns the exit code.

    All that was told has left the process by then.
    """
    words = sys.argv[1:] if argv is None else argv
    project = root or Path(__file__).resolve().parents[2]
    code, tell = _done(words, project)
    try:
        tell()
        for stream in _streams():
            stream.flush()
    except OSError as error:
        return _unheard(error, code, project)
    return code


def _done(words: Sequence[str], root: Path) -> tuple[int, Callable[[], None]]:
    """The exit code, and what is left to tell."""
    try:
        return int(_run(parse(words, root), root)), _nothing
    except PressError as error:
        return int(error.exit_code), partial(tell_problems, error.problems, root, as_json="--json" in words)
    except SystemExit as ended:  # help and version are told by the parser, which then leaves
        return int(ended.code or 0), _nothing
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED), partial(print, _STOPPED, file=sys.stderr)
    except BrokenPipeError as error:
        return int(ExitCode.DONE), partial(_raise, error)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:  # while telling
            return int(ExitCode.PROBLEMS), partial(_raise, error)
        from press.cli.bug import bug_told  # seldom needed

        return int(ExitCode.BUG), partial(bug_told, error, root)


def _run(options: Options, root: Path) -> ExitCode:
    gc.set_threshold(50_000, 20, 100)  # imports and layouts make very many objects and hardly any garbage
    command = importlib.import_module(COMMANDS[options.word])
    code: ExitCode = command.run(options, root)
    return code


# Whom the words reach -------------------------------------------------------------------------------------


def _streams() -> Iterator[TextIO]:
    """Standard output and error; a stream that was closed from the start is none."""
    yield from (stream for stream in (sys.stdout, sys.stderr) if stream is not None)


def _unheard(error: OSError, code: int, root: Path) -> int:
    """The exit code where the words themselves could not be written; told on whichever stream still works."""
    for stream in _streams():
        try:
            stream.flush()
        except OSError:
            _silence(stream)
    if isinstance(error, BrokenPipeError):  # whoever read our words has heard enough
        return code
    reason = error.strerror or type(error).__name__
    problem = Problem("output-unwritable", f"the answer cannot be written: {reason}", "Let it go to another place.")
    with suppress(OSError):
        tell_problems([problem], root)
        for stream in _streams():
            stream.flush()
    return code or int(ExitCode.PROBLEMS)


def _silence(stream: TextIO) -> None:
    """Whatever is still to come goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _raise(error: OSError) -> None:
    raise error


def _nothing() -> None:
    """Nothing is left to tell."""
