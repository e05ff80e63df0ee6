"""Asks before something is written."""

from __future__ import annotations

import sys

_YES = frozenset({"y", "yes", "д", "да"})


def agreed(question: str, yes: bool, words: str = "--yes") -> bool:
    """Whether to write: `--yes` was typed, or somebody at the terminal says so; otherwise tells that it was not.

    `words` are what to type where nobody can be asked.
    """
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(f"Nothing was written. To write it, add {words}.")
        return False
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        answer = ""
    if answer.strip().casefold() in _YES:
        return True
    print("Nothing was written.")
    return False
