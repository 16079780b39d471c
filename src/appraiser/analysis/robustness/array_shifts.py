"""Tries all draws that are asked for."""

from __future__ import annotations

from appraiser.analysis.cancelling import Asked, stop_if
from appraiser.analysis.robustness.array_confidence import confidences
from appraiser.analysis.robustness.array_feeds import ScoreFeed
from appraiser.analysis.robustness.array_lattice import Bits
from appraiser.analysis.robustness.array_scores import ScoreDraws, layers_of, table_of
from appraiser.analysis.robustness.array_sums import Made, Names, summed_up
from appraiser.analysis.robustness.array_trial import (
    BATCHES,
    CONFIDENCE,
    Size,
    Trial,
    quicker,
)
from appraiser.analysis.robustness.array_weights import planned
from appraiser.analysis.robustness.case import Case
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort, Told
from appraiser.analysis.scoring.ranking import TIE

_MOST_POINTS = 2**14
_FEWEST_QUANTILES = 2**9
"""Of each part that weights are made of."""
_SCORE_QUANTILES = 2**8, 2**11
"""Of each score, at the least and at the most; one for so many draws between these."""
_DRAWS_PER_QUANTILE = 2**6
_ENOUGH_SCORES, _LEAST_SHARING = 2**11, 4
"""So many draws of scores are made before draws of weights share them, but for a few."""
_MOST_BYTES = 2**26
"""That quantiles of scores may take up; beyond, more draws of weights share one of scores."""


def tried(case: Case, effort: Effort, told: Told | None, cancelled: Asked | None) -> Robustness:
    """Try so many draws, and sum up; see `simulation.simulate`."""
    draws, seed = effort.made, effort.seed
    points = min(draws // BATCHES, _MOST_POINTS)
    plan = planned(case, max(points, _FEWEST_QUANTILES))
    table = table_of(case.cells)
    sharing = max(_LEAST_SHARING, min(plan.sharing, draws // _ENOUGH_SCORES))
    fewest, most = _SCORE_QUANTILES
    count = min(max(fewest, draws // _DRAWS_PER_QUANTILE), most)
    while count * len(case.spreads) * 4 > _MOST_BYTES and count > 1:
        count //= 2
    sharing = max(sharing, points // count)
    scores = None
    if case.spreads:
        scores = ScoreDraws(layers_of(case.cells, (count, points // sharing), seed))
    kind = effort.precision or quicker(table, plan, scores)
    trial = Trial(table, plan, Size(draws, points, sharing, seed), scores, kind)
    for start in range(0, draws, trial.chunk):
        stop_if(cancelled)
        trial.go_on(start)
        if told is not None:
            told((start + trial.chunk) / draws)
    sums = trial.sums()
    confidence, score_draws = None, 0
    if effort.confidence:
        drawn = None
        if scores is not None:
            feed = ScoreFeed(scores, scores.draws, Bits(seed, CONFIDENCE))
            drawn = feed, draws // sharing
        tie = TIE / table.scale
        confidence, score_draws = confidences(table, sums.central, tie, drawn, cancelled)
    names = Names(case.options, case.criteria, case.given, case.all_criteria)
    made = Made(draws, score_draws, seed, case.weights.spread)
    return summed_up(names, sums, confidence, trial.errors(), made)
