"""Examines results further: what takes longer than an answer while someone types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from appraiser.analysis.cancelling import Asked, Told, stop_if
from appraiser.analysis.examination import Examination
from appraiser.analysis.findings import in_order
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.exact_pairs import exact_pairs
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.trying import not_tried, tried
from appraiser.analysis.robustness.weight_beliefs import AnyWeights
from appraiser.analysis.scoring.gathering import gathered
from appraiser.analysis.scoring.value_matrix import value_matrix
from appraiser.analysis.sensitivity.potential_optimality import potential_optimality
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import WeightSpread


def examine(
    appraisal: Appraisal,
    results: Results,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Results:
    """Give the results of an appraisal with their examination, where there is anything to examine.

    What cannot be examined is one more finding. `told` hears the share done, from 0 to 1. Raise
    `Cancelled` once `cancelled` says that the answer is no longer wanted.
    """
    ranges = gathered(appraisal).ranges.of
    play = in_play(appraisal, results.options, ranges, results.money)
    if results.weights is None or not play.can_be_compared:
        return results
    shares = results.weights.leaf_shares
    others = [each for each in WeightSpread if each is not appraisal.robustness.weights]
    steps = len(others) + (_WITH_ALL_SCORES if play.complete else 0)
    tries: list[Robustness] = []
    findings: list[Finding] = []
    for at, spread in enumerate(others):
        settings = replace(appraisal.robustness, weights=spread)
        part = _part(told, at, steps)
        try:
            tries.append(tried(settings, shares, play, part, cancelled))
        except Problem as problem:
            findings.append(not_tried(spread, problem))
            part(1)
    examination = Examination(tuple(tries), (), (), {})
    if play.complete:
        rest = _part(told, len(others), steps)
        examination = _with_all_scores(shares, play, examination, rest, cancelled)
    return replace(results, examination=examination, findings=in_order(results.findings, findings))


_WITH_ALL_SCORES = 2
"""The steps that can only be taken where no score is missing."""


def _with_all_scores(
    shares: Mapping[CriterionId, float],
    play: InPlay,
    examination: Examination,
    tell: Told,
    cancelled: Asked | None,
) -> Examination:
    """Add what can only be said where no score is missing."""
    matrix = value_matrix(shares, play.scores)
    best = potential_optimality(matrix, cancelled=cancelled)
    tell(1)
    in_order_of_weight = potential_optimality(matrix, rank_order(matrix), cancelled=cancelled)
    stop_if(cancelled)
    pairs = exact_pairs(AnyWeights(shares), play.scores, cancelled)
    tell(_WITH_ALL_SCORES)
    return replace(
        examination,
        best_weights=best,
        best_weights_in_order=in_order_of_weight,
        exact_beats=pairs or {},
    )


def _part(told: Told | None, at: int, of: int) -> Told:
    """Make of steps done from one on, a step being 1, the share of all of them."""

    def tell(done: float) -> None:
        if told is not None:
            told((at + done) / of)

    return tell
