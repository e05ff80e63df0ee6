"""Asks before something is written."""

from __future__ import annotations

import sys

_YES = frozenset({"y", "yes", "д", "да"})


def agreed(question: str, yes: bool) -> bool:
    """Whether to write: `--yes` was typed, or somebody at the terminal says so; otherwise tells that it was not."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("Nothing was written. To write it, add --yes.")
        return False
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        answer = ""
    if answer.strip().casefold() in _YES:
        return True
    print("Nothing was written.")
    return False
