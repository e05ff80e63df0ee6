"""What a guard has to say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from press.errors import Problem, refusals


class GuardState(StrEnum):
    """Whether a guard ran, and how it ended."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_RUN = "could not run"


@dataclass(frozen=True, slots=True)
class GuardResult:
    """One guard's answer for one job (or for the content as a whole)."""

    guard: str
    state: GuardState
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, guard: str, problems: tuple[Problem, ...]) -> GuardResult:
        """Failed where a problem refuses, passed where there are only warnings or none."""
        state = GuardState.FAILED if refusals(problems) else GuardState.PASSED
        return cls(guard, state, problems)
