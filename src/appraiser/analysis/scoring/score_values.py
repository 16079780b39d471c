"""What one score counts for, from 0 to 100."""

from __future__ import annotations

import math

from appraiser.analysis.scoring.value_functions import score_of
from appraiser.domain.criteria import Criterion
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Score
from appraiser.domain.terms import OutOfRange, ValueShape

TOP = 100.0
"""The highest score."""
_FARTHEST = 1e6
"""No line can mean anything carried on so far, and sums of such numbers lose the others."""


def score_value(criterion: Criterion, score: Score) -> float | None:
    """Give a score from 0 to 100, by the value function where one turns performance into it.

    None where there is nothing but a reason. Raise `Problem` where it is no score: where it is
    not a number from 0 to 100, or the value function does not reach so far.
    """
    if criterion.shape is not ValueShape.DIRECT and score.performance is not None:
        value = score_of(criterion, score.performance)
        if 0 <= value <= TOP:
            return value
        if criterion.out_of_range is not OutOfRange.EXTRAPOLATE:
            raise Problem("the value function leads outside 0 to 100")
        if not abs(value) <= _FARTHEST:
            raise Problem("the value function is carried on too far to mean anything")
        return value
    if score.value is None:
        return None
    if not (math.isfinite(score.value) and 0 <= score.value <= TOP):
        raise Problem("a score is a number from 0 to 100")
    return score.value
