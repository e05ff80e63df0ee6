"""Our own mistakes: a short message, and a log file for whoever mends them."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from press import __version__
from press.cli.folders import cache_folder

LOG = "bug.log"


def bug_told(error: BaseException, root: Path) -> None:
    """Say that it was our mistake and keep the traceback of `error`."""
    tell_bugs(["".join(traceback.format_exception(error))], root, f"{type(error).__name__}")


def tell_bugs(tracebacks: Iterable[str], root: Path, what: str) -> None:
    """Say that it was our mistake (`what` in a few words) and keep the tracebacks."""
    log = _kept("\n".join(tracebacks), root)
    where = f"The details are in {log}: please send that file" if log else "The details could not be kept: please tell"
    print(
        f"This is a mistake in the program itself, not in your content ({what}).\n"
        f"  help: {where} to whoever looks after this program. What was published before is intact.",
        file=sys.stderr,
    )


def _kept(text: str, root: Path) -> Path | None:
    """Where the log lies: in the project's cache, or in the system's folder for such things."""
    words = f"leaflet press {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n\n{text}\n"
    try:
        folder = cache_folder(root)
        folder.mkdir(parents=True, exist_ok=True)
        return _written(folder / LOG, words)
    except OSError:
        with suppress(OSError):
            return _written(Path(tempfile.mkdtemp(prefix="leaflet-press-")) / LOG, words)
    return None


def _written(path: Path, words: str) -> Path:
    path.write_text(words, "utf-8")
    return path
