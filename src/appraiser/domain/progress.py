"""How far each stage has got."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.consistency import inconsistencies
from appraiser.domain.findings import Finding, Severity, Want
from appraiser.domain.term import Term
from appraiser.domain.terms import Stage
from appraiser.domain.wants import wants


class StageState(Term):
    """The state a stage shows in the rail."""

    NOT_STARTED = "not-started", "Not started"
    IN_HAND = "in-hand", "In hand"
    BLOCKED = "blocked", "Needs attention"
    DONE = "done", "Done"


@dataclass(frozen=True, slots=True)
class StageProgress:
    """How much of what a stage needs is there, and what is wrong with it."""

    stage: Stage
    met: int
    wanted: int
    missing: tuple[Want, ...]
    wrong: tuple[Finding, ...]

    @property
    def state(self) -> StageState:
        """Done, in hand, in need of attention, or not started."""
        if self.wrong:
            return StageState.BLOCKED
        if not self.missing:
            return StageState.DONE
        return StageState.IN_HAND if self.met else StageState.NOT_STARTED

    @property
    def share(self) -> float:
        """The share of what is wanted that is there, from 0 to 1."""
        return self.met / self.wanted if self.wanted else 1.0


def progress(appraisal: Appraisal) -> tuple[StageProgress, ...]:
    """Give the progress of the ten stages, in order.

    The results have nothing of their own to fill in: they are done when weights and scores are.
    """
    wanted: dict[Stage, list[Want]] = {stage: [] for stage in Stage}
    for want in wants(appraisal):
        wanted[want.stage].append(want)
    wanted[Stage.RESULTS] = wanted[Stage.WEIGHTS] + wanted[Stage.SCORING]
    wrong = [each for each in inconsistencies(appraisal) if each.severity is Severity.ERROR]
    return tuple(
        StageProgress(
            stage,
            sum(want.met for want in asked),
            len(asked),
            tuple(want for want in asked if not want.met),
            tuple(each for each in wrong if each.stage is stage),
        )
        for stage, asked in wanted.items()
    )
