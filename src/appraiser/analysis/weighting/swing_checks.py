"""Questions that test swings: whether one matters as much as two others together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from appraiser.analysis.weighting.weights import CriterionWeight, Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, WeightSetId
from appraiser.domain.terms import SumOfSwings, WeightMethod

NEAR = 0.1
"""Two sides are about the same when the smaller is at least nine tenths of the larger."""

_INFORMATIVE = 1.5
"""A question is worth putting while neither side is more than half as much again as the other."""


@dataclass(frozen=True, slots=True)
class SwingQuestion:
    """The question whether one swing matters as much as some others together.

    `weight` and `together` are what the weights say: shares of the whole, from 0 to 1. `swing`
    and `swings_together` are the same in the swings or points that were given, None where those
    cannot be added up, as under different branches. `says` is the answer by the weights.
    """

    weight_set: WeightSetId
    one: CriterionId
    others: tuple[CriterionId, ...]
    weight: float
    together: float
    swing: float | None
    swings_together: float | None
    says: SumOfSwings


def swing_questions(appraisal: Appraisal, weights: Weights) -> tuple[SwingQuestion, ...]:
    """Propose questions about one criterion against two beside it, the most telling first.

    For each criterion it is the pair whose sum comes nearest, since only there can an answer
    surprise (method.md section 4.4). What was asked already is not proposed again.
    """
    asked = {
        (each.one, frozenset(each.others))
        for each in appraisal.swing_checks
        if each.weight_set == weights.set
    }
    families: dict[CriterionId | None, list[CriterionWeight]] = {}
    for each in weights.criteria:
        families.setdefault(each.parent, []).append(each)
    found = [
        swing_question(weights, one, pair)
        for family in families.values()
        for one, pair in _nearest_pairs(family)
        if (one, frozenset(pair)) not in asked
    ]
    return tuple(sorted((each for each in found if _apart(each) <= _INFORMATIVE), key=_apart))


def swing_question(
    weights: Weights, one: CriterionId, others: Sequence[CriterionId]
) -> SwingQuestion:
    """Lay out what the weights say about one criterion against others."""
    of = weights.of
    beside = [of[each] for each in others]
    given = [each.raw for each in (of[one], *beside) if each.raw is not None]
    adds_up = (
        weights.method in {WeightMethod.SWING, WeightMethod.POINTS}
        and len(given) == 1 + len(others)
        and all(each.parent == of[one].parent for each in beside)
    )
    weight, together = of[one].cumulative, math.fsum(each.cumulative for each in beside)
    return SwingQuestion(
        weight_set=weights.set,
        one=one,
        others=tuple(others),
        weight=weight,
        together=together,
        swing=given[0] if adds_up else None,
        swings_together=math.fsum(given[1:]) if adds_up else None,
        says=_says(weight, together),
    )


def _says(weight: float, together: float) -> SumOfSwings:
    if min(weight, together) >= (1 - NEAR) * max(weight, together):
        return SumOfSwings.SAME
    return SumOfSwings.ONE if weight > together else SumOfSwings.TOGETHER


def _nearest_pairs(
    family: Sequence[CriterionWeight],
) -> Iterator[tuple[CriterionId, tuple[CriterionId, CriterionId]]]:
    """Give, for each criterion, the two no heavier ones beside it whose sum comes nearest."""
    rising = sorted((each for each in family if each.cumulative > 0), key=lambda each: each.local)
    for place, one in enumerate(rising):
        low, high = 0, place - 1
        best: tuple[float, int, int] | None = None
        while low < high:
            over = rising[low].local + rising[high].local - one.local
            if best is None or abs(over) < best[0]:
                best = (abs(over), low, high)
            low, high = (low, high - 1) if over > 0 else (low + 1, high)
        if best is not None:
            yield one.criterion, (rising[best[2]].criterion, rising[best[1]].criterion)


def _apart(question: SwingQuestion) -> float:
    """Give how many times the larger side is the smaller; both weigh something."""
    return max(question.weight, question.together) / min(question.weight, question.together)
