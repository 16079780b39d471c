"""Examines results further: what takes longer than an answer while someone types."""

from __future__ import annotations

from dataclasses import replace

from appraiser.analysis.cancelling import Asked
from appraiser.analysis.examination import Examination
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.simulation import Told
from appraiser.analysis.robustness.trying import tried
from appraiser.analysis.scoring.score_ranges import score_ranges
from appraiser.analysis.scoring.value_matrix import value_matrix
from appraiser.analysis.sensitivity.potential_optimality import potential_optimality
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import WeightSpread


def examine(
    appraisal: Appraisal,
    results: Results,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Results:
    """Give the results of an appraisal with their examination, where there is anything to examine.

    `told` hears the share done, from 0 to 1. Raise `Cancelled` once `cancelled` says that the
    answer is no longer wanted.
    """
    play = in_play(appraisal, results.options, score_ranges(appraisal).of, results.money)
    if results.weights is None or not play.can_be_compared:
        return results
    others = [each for each in WeightSpread if each is not appraisal.robustness.weights]
    tries = tuple(
        tried(
            appraisal.robustness,
            spread,
            results.weights,
            play,
            _part(told, at, len(others)),
            cancelled,
        )
        for at, spread in enumerate(others)
    )
    examination = Examination(tries, (), (), {})
    if play.complete:
        examination = _with_all_scores(results.weights, play, examination, cancelled)
    return replace(results, examination=examination)


def _with_all_scores(
    weights: Weights, play: InPlay, examination: Examination, cancelled: Asked | None
) -> Examination:
    """Add what can only be said where no score is missing."""
    matrix = value_matrix(weights.leaf_shares, play.scores)
    order = rank_order(matrix)
    return replace(
        examination,
        best_weights=potential_optimality(matrix, cancelled=cancelled),
        best_weights_in_order=potential_optimality(matrix, order, cancelled=cancelled),
    )


def _part(told: Told | None, at: int, of: int) -> Told | None:
    """Make of a share of one part the share of the whole."""
    return None if told is None else lambda done: told((at + done) / of)
