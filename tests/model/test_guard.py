from __future__ import annotations

from press.errors import Problem
from press.model.guard import GuardResult, GuardState

WARNING = Problem("review-soon", "soon", warning=True)
REFUSAL = Problem("words-lost", "lost")


def test_a_guard_fails_only_for_what_refuses() -> None:
    assert GuardResult.of("fit", ()).state is GuardState.PASSED
    assert GuardResult.of("fit", (WARNING,)).state is GuardState.PASSED
    assert GuardResult.of("fit", (WARNING, REFUSAL)).state is GuardState.FAILED


def test_a_guard_keeps_all_it_found() -> None:
    assert GuardResult.of("fit", (WARNING, REFUSAL)).problems == (WARNING, REFUSAL)
