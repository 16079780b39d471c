"""What follows for each option of the shortlist: its total, what makes it up, its ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from appraiser.analysis.gates import GateResult, Gates
from appraiser.analysis.money.cost_totals import CostTotals, cost_totals
from appraiser.analysis.scoring.additive import total_of
from appraiser.analysis.scoring.ranking import ranks
from appraiser.analysis.scoring.score_matrix import ScoreMatrix
from appraiser.analysis.scoring.value_functions import reach
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import GateOutcome


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one scored criterion adds to one option's total: weight times score.

    `score` is from 0 to 100, None when it is missing; `points` is None while there is no total.
    """

    criterion: CriterionId
    score: float | None
    weight: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class OptionResult:
    """What follows for one option of the shortlist.

    `total` runs from 0 to 100 and is the sum of its contributions' points; it is None while
    weights or scores are missing, unless the policy is to use the criteria that are scored. The
    lowest and highest total it could have take each missing score at its worst and its best.
    Options that tie share the better rank; one without a total has no rank.
    """

    option: OptionId
    total: float | None
    lowest: float | None
    highest: float | None
    contributions: tuple[Contribution, ...]
    missing: tuple[CriterionId, ...]
    scored_weight: float
    """Share of the weight that is scored, from 0 to 1."""
    rank: int | None
    """Among the whole shortlist, as if there were no gates."""
    open_rank: int | None
    """Among the options that no gate bars."""
    first_rank: float | None
    """First-rank acceptability, from 0 to 1; None when barred or not worked out."""
    gates: tuple[GateResult, ...]
    costs: CostTotals

    @property
    def barred(self) -> bool:
        """Whether any gate bars it. A barred option keeps its total and cannot be recommended."""
        return any(gate.outcome is GateOutcome.BARS for gate in self.gates)

    @property
    def barring(self) -> tuple[GateResult, ...]:
        """The gates that bar it."""
        return tuple(gate for gate in self.gates if gate.outcome is GateOutcome.BARS)


def option_results(
    appraisal: Appraisal,
    matrix: ScoreMatrix,
    weights: Weights | None,
    gates: Mapping[OptionId, Gates],
) -> tuple[OptionResult, ...]:
    """Work out the total and the ranks of each option, in the order of the shortlist."""
    bare = tuple(
        OptionResult(
            option=option.id,
            total=None,
            lowest=None,
            highest=None,
            contributions=tuple(
                Contribution(leaf, score, None, None)
                for leaf, score in zip(matrix.leaves, row, strict=True)
            ),
            missing=tuple(
                leaf for leaf, score in zip(matrix.leaves, row, strict=True) if score is None
            ),
            scored_weight=0.0,
            rank=None,
            open_rank=None,
            first_rank=None,
            gates=gates[option.id],
            costs=cost_totals(appraisal, option),
        )
        for option, row in zip(appraisal.shortlist, matrix.rows, strict=True)
    )
    return bare if weights is None else weighed(appraisal, bare, weights.leaf_shares)


def weighed(
    appraisal: Appraisal, options: Sequence[OptionResult], shares: Mapping[CriterionId, float]
) -> tuple[OptionResult, ...]:
    """Give the same options with the totals and ranks that other weights make of their scores.

    `shares` are of the criteria that are scored, from 0 to 1, and sum to 1. First-rank
    acceptabilities are left out: they hang on more than these weights.
    """
    criteria = leaves(appraisal.criteria)
    weights, reaches = [shares[each.id] for each in criteria], [reach(each) for each in criteria]
    scores = [[part.score for part in each.contributions] for each in options]
    totals = [total_of(weights, row, reaches, appraisal.scoring.missing) for row in scores]
    ranked = [(each, total.total) for each, total in zip(options, totals, strict=True)]
    among_all = ranks({each.option: total for each, total in ranked})
    among_open = ranks({each.option: total for each, total in ranked if not each.barred})
    return tuple(
        replace(
            each,
            total=total.total,
            lowest=total.lowest,
            highest=total.highest,
            contributions=tuple(
                Contribution(leaf.id, score, weight, points)
                for leaf, score, weight, points in zip(
                    criteria, row, weights, total.points, strict=True
                )
            ),
            scored_weight=total.scored_weight,
            rank=among_all[each.option],
            open_rank=among_open.get(each.option),
            first_rank=None,
        )
        for each, row, total in zip(options, scores, totals, strict=True)
    )
