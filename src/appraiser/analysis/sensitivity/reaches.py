"""How far a score can move: to the ends of the scale, or of what its criterion reaches."""

from __future__ import annotations

from collections.abc import Mapping

from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.ids import CriterionId

Reach = tuple[float, float]
"""The lowest and the highest score, from 0 to 100."""
Reaches = Mapping[CriterionId, Reach]
"""The reach of each criterion; one that is not named reaches over the whole scale."""

SCALE: Reach = (0.0, 100.0)


def within(score: float, reach: Reach) -> float | None:
    """Give a score as it is, or None where it lies outside a reach."""
    low, high = reach
    return min(max(score, low), high) if low - TIE <= score <= high + TIE else None


def moved(score: float, by: float, reach: Reach) -> float:
    """Move a score by some points, no further than its reach and never the other way."""
    low, high = reach
    return max(score, min(score + by, high)) if by > 0 else min(score, max(score + by, low))
