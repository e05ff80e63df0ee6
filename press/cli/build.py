"""`build`: make the leaflets, unless nothing has changed since they were made."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from press.cli.folders import shown
from press.cli.stamp import input_stamp, read_report, write_report
from press.cli.summary import summary
from press.cli.tell import problem_from, tell_data, tell_problems
from press.cli.words import Options
from press.errors import ExitCode, refusals

#: What is told once: it happened in this build, and does not stay so.
_HAPPENED = frozenset({"file-put-aside", "manifest-unreadable"})


def run(options: Options, root: Path) -> ExitCode:
    """Builds what `options` choose and tells what became of it."""
    today = options.today or date.today()
    decisive = replace(options, today=today, force=False, as_json=False, jobs=None)
    inputs = input_stamp(root, [repr(decisive), str(options.output.resolve())])
    known = None if options.force else read_report(root, options.output, inputs)
    if known is not None:
        _tell({**known, "output": shown(options.output)}, options, root)
        return ExitCode.DONE
    works = importlib.import_module("press.cli.works")  # only now, as it brings in every tool
    built = works.build(decisive, root, force=options.force, jobs=options.jobs)
    report = {**built.report, "output": shown(options.output)}
    _tell(report, options, root)
    if built.bugs:
        from press.cli.bug import tell_bugs  # seldom needed

        tell_bugs(built.bugs, root, f"{len(built.bugs)} of the files above")
        return ExitCode.BUG
    if built.report["refused"] or (refusals(built.problems) and not options.choice.draft):
        return ExitCode.PROBLEMS
    if not any(problem.code in _HAPPENED for problem in built.problems):
        write_report(root, options.output, inputs, built.paths, report)
    return ExitCode.DONE


def _tell(report: dict[str, Any], options: Options, root: Path) -> None:
    if options.as_json:
        tell_data(report)
        return
    tell_problems(map(problem_from, report["problems"]), root)
    print(summary(report))
