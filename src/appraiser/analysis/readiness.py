"""Whether this is the time to appraise a mutual at all."""

from __future__ import annotations

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
