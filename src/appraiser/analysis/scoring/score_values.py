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


def score_value(criterion: Criterion, score: Score) -> float | None:
    """Give a score from 0 to 100, by the value function where one turns performance into it.

    None where there is nothing but a reason. Raise `Problem` where it is no score: where it is
    not a number from 0 to 100, or the value function does not reach so far.
    """
    if criterion.shape is not ValueShape.DIRECT and score.performance is not None:
        value = score_of(criterion, score.performance)
        carried_on = criterion.out_of_range is OutOfRange.EXTRAPOLATE
        if 0 <= value <= TOP or carried_on:
            return value
        raise Problem("the value function leads outside 0 to 100")
    if score.value is None:
        return None
    if not (math.isfinite(score.value) and 0 <= score.value <= TOP):
        raise Problem("a score is a number from 0 to 100")
    return score.value
