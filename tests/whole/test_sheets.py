"""The imposed sheet against the screen file, with Poppler: the same words, each in its place, upright."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from press.fold import sheet_plan
from press.load.project import load
from press.units import mm_to_pt
from tests.whole import poppler
from tests.whole.conftest import ROOT

TOLERANCE = mm_to_pt(0.1)


def test_every_panel_lies_in_its_place(office_files: tuple[Path, ...]) -> None:
    project = load(ROOT).project
    assert project is not None
    assert len(office_files) == 14
    for path in office_files:
        _, key, _, _ = path.name.split(".")
        format = project.formats[key]
        panels = poppler.words(path.with_name(path.name.replace(".office.", ".screen.")))
        pages = dict(zip((panel.key for panel in format.panels), panels, strict=True))
        for side, found in zip(sheet_plan(format).sides, poppler.words(path), strict=True):
            expected = [
                (word.text, word.x + mm_to_pt(placement.box.x), word.y + mm_to_pt(placement.box.y))
                for placement in side.placements
                for word in pages[placement.panel]
            ]
            assert len(found) == len(expected), f"{path.name}, {side.name}"
            places = defaultdict(list)
            for word in found:
                places[word.text].append((word.x, word.y))
            for text, x, y in expected:
                near = [p for p in places[text] if abs(p[0] - x) <= TOLERANCE and abs(p[1] - y) <= TOLERANCE]
                assert near, f"{path.name}, {side.name}: {text!r} is not at {x:.1f} {y:.1f} pt: {places[text]}"
