"""`check`: the mistakes that can be found without making anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from press.cli.tell import in_order, tell_data, tell_problems
from press.cli.words import Options
from press.edition import resolve
from press.errors import ExitCode, Problem, refusals
from press.lint.rules import advise, lint
from press.load.project import load
from press.model.guard import GuardResult, GuardState
from press.model.project import Project


def run(options: Options, root: Path) -> ExitCode:
    """Tells every problem of the content, and of each check whether it ran."""
    today = options.today or date.today()
    loaded = load(root, today)
    found = lint(loaded.project, today) if loaded.project else ()
    more = dict(advise(loaded.project, today)) if loaded.project else {}
    if loaded.project:
        more["references"] = (*more.get("references", ()), *_dead_references(loaded.project))
    guards = (
        GuardResult.of("content", loaded.problems),
        *(GuardResult.of(g.guard, (*g.problems, *more[g.guard])) if more.get(g.guard) else g for g in found),
    )
    problems = tuple(problem for guard in guards for problem in guard.problems)
    states = {guard.guard: str(guard.state) for guard in guards}
    if options.as_json:
        tell_data({"problems": [problem.as_data() for problem in in_order(problems)], "guards": states})
    else:
        tell_problems(problems, root)
        if not loaded.project:
            print("The files cannot be read as they are, so nothing else was checked.")
        for name, state in states.items():
            print(f"{name}: {state}")
    failed = refusals(problems) or any(guard.state is not GuardState.PASSED for guard in guards)
    return ExitCode.PROBLEMS if failed or not loaded.project else ExitCode.DONE


def _dead_references(project: Project) -> tuple[Problem, ...]:
    """What a text refers to and nobody knows, and markup that cannot be printed; each once."""
    found = (
        problem
        for leaflet, language in project.texts
        for branch in project.branches
        for problem in resolve(project, leaflet, language, branch).problems
    )
    return tuple(dict.fromkeys(found))
