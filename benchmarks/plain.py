"""Plain WeasyPrint, used as its manual advises: style sheets and fonts read once, pictures kept, no checks.

    python benchmarks/plain.py FOLDER

Renders what pages.py wrote and prints how many pages came out.
"""

import json
import sys
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

folder = Path(sys.argv[1])
jobs = json.loads((folder / "jobs.json").read_text("utf-8"))["jobs"]
fonts = FontConfiguration()
sheets = {name: CSS(filename=name, font_config=fonts) for name in {name for job in jobs for name in job["styles"]}}
kept: dict[str, Any] = {}
pages = 0
for number, job in enumerate(jobs):
    screen = job["screen"]
    options = {"pdf_variant": "pdf/ua-1" if screen else None, "pdf_tags": screen, "cache": kept}
    document = HTML(filename=job["html"]).render(
        font_config=fonts, stylesheets=[sheets[name] for name in job["styles"]], **options
    )
    document.write_pdf(folder / f"{number}.pdf", **options)
    pages += len(document.pages)
print(pages)
