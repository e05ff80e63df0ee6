"""`python -m press.codes docs/problems` writes all pages anew."""

import sys
from pathlib import Path

from press.codes import write_pages

write_pages(Path(sys.argv[1]))
