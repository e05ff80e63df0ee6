"""The front door: words in, exit code out. `python build.py --help` tells what can be typed."""

import os
import sys
from pathlib import Path

from press.cli.main import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # it is None where it was closed from the start
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a terminal that knows less signs
    code = main(root=Path(__file__).resolve().parent)  # whose last deed is to flush both
    os._exit(code)  # everything is closed by now; to take all memory apart, thing by thing, takes most of a second
