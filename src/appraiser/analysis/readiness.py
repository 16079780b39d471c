"""Whether this is the time to appraise a mutual at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from appraiser.domain.terms import Readiness
from appraiser.domain.trust import ReadinessAnswer


@dataclass(frozen=True, slots=True)
class ReadinessResult:
    """What the readiness tests say together.

    That is the worst answer, or None while some are unanswered; one *pause* settles it.
    """

    outcome: Readiness | None
    deciding: tuple[ReadinessAnswer, ...]
    """The answers that make the outcome what it is."""
    unanswered: tuple[ReadinessAnswer, ...]


_WORST_FIRST = (Readiness.PAUSE, Readiness.CONDITIONS, Readiness.GO)


def readiness_of(answers: Sequence[ReadinessAnswer]) -> ReadinessResult:
    """Draw the readiness answers together: the worst of them holds, once all are there.

    One *pause* holds at once. With no tests to answer nothing is said.
    """
    unanswered = tuple(each for each in answers if each.answer is None)
    given = {each.answer for each in answers}
    worst = next((each for each in _WORST_FIRST if each in given), None)
    if unanswered and worst is not Readiness.PAUSE:
        worst = None
    deciding = tuple(each for each in answers if worst is not None and each.answer is worst)
    return ReadinessResult(worst, deciding, unanswered)
