"""All that would change the answer, worked out exactly for the options in play."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.in_play import InPlay
from appraiser.analysis.sensitivity.critical_weights import (
    CriticalWeight,
    branch_critical_weights,
    critical_weights,
)
from appraiser.analysis.sensitivity.dominance import Dominance, dominances
from appraiser.analysis.sensitivity.one_at_a_time import DecisiveStep, decisive_steps
from appraiser.analysis.sensitivity.rank_order_dominance import (
    RankOrderDominance,
    rank_order_dominances,
)
from appraiser.analysis.sensitivity.rank_stability import WithoutOption, without_each
from appraiser.analysis.sensitivity.score_switching import RivalSwitches, score_switches
from appraiser.analysis.sensitivity.tornado import Tornado, tornado
from appraiser.analysis.sensitivity.value_cost import ValueAgainstCost, value_against_cost
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria_tree import leaves, stands_under
from appraiser.domain.ids import CriterionId, OptionId

STEP = 1.0
"""The step, in points, that single scores are moved by."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What would change the answer, of the options that no gate bars and that have every score.

    Weights move with the others keeping their ratios.
    """

    critical_weights: tuple[CriticalWeight, ...]
    """Of the criteria that are scored, in their order; empty unless one option leads."""
    branch_critical_weights: tuple[CriticalWeight, ...]
    """The same of whole branches of the tree of criteria."""
    score_switches: tuple[RivalSwitches, ...]
    """By how much a single score would have to change, for each rival of the leader."""
    step: float
    """The step, in points, of `decisive_steps`."""
    decisive_steps: tuple[DecisiveStep, ...]
    """The single scores that change who leads when they are a step higher or lower."""
    tornado: Tornado | None
    """How far the lead swings over the range of each score and a band around each weight."""
    dominances: tuple[Dominance, ...]
    rank_order_dominances: tuple[RankOrderDominance, ...]
    """The options that are ahead of others whatever the weights, as long as their order holds."""
    without_each: tuple[WithoutOption, ...]
    """Who leads when each option in turn is left out."""
    value_against_cost: ValueAgainstCost
    """Totals against the present value of costs, VAT and tax, less savings."""


def sensitivity_of(
    appraisal: Appraisal, weights: Weights, play: InPlay, leader: OptionId | None
) -> Sensitivity:
    """Work out what would change the answer. With no leader, what has to do with it is empty."""
    from appraiser.analysis.scoring.value_matrix import value_matrix

    shares = weights.leaf_shares
    matrix = value_matrix(shares, play.scores)
    at_leaves: tuple[CriticalWeight, ...] = ()
    at_branches: tuple[CriticalWeight, ...] = ()
    if leader is not None:
        at_leaves = critical_weights(shares, play.scores, leader)
        at_branches = branch_critical_weights(branches(appraisal), shares, play.scores, leader)
    band = appraisal.robustness.band / 100
    ranges = {cell: (each.low, each.high) for cell, each in play.ranges.items()}
    return Sensitivity(
        critical_weights=at_leaves,
        branch_critical_weights=at_branches,
        score_switches=score_switches(matrix, play.reaches),
        step=STEP,
        decisive_steps=decisive_steps(matrix, STEP, play.reaches),
        tornado=tornado(matrix, ranges, band),
        dominances=dominances(matrix),
        rank_order_dominances=rank_order_dominances(matrix),
        without_each=without_each(matrix),
        value_against_cost=value_against_cost(matrix, play.costs),
    )


def branches(appraisal: Appraisal) -> dict[CriterionId, tuple[CriterionId, ...]]:
    """Give each branch of the tree of criteria with the scored criteria that stand under it."""
    criteria = appraisal.criteria
    scored = [each.id for each in leaves(criteria)]
    return {
        each.id: tuple(leaf for leaf in scored if stands_under(criteria, leaf, each.id))
        for each in criteria
        if each.id not in scored
    }
