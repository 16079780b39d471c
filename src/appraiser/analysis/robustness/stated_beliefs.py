"""What an appraisal says may be off, as beliefs about its weights and its scores."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from statistics import NormalDist

from appraiser.analysis.robustness.beliefs import (
    Beta,
    LogNormal,
    Normal,
    ScoreBelief,
    Triangular,
    Uniform,
)
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightBelief,
    WeightsAround,
    WeightsWithin,
)
from appraiser.analysis.scoring.score_ranges import ScoreRange
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Cell
from appraiser.domain.terms import ScoreSpread, Stage, WeightSpread

Shares = Mapping[CriterionId, float]
Scores = Mapping[OptionId, Mapping[CriterionId, float]]
Ranges = Mapping[Cell, ScoreRange]

_BOTH_ENDS = 2 * NormalDist().inv_cdf(0.975)
"""So many standard deviations lie between the ends that hold 95 in 100."""

_PEAK = 4.0
"""How much the likeliest value counts against the ends: the usual choice of PERT (Clark 1962)."""


def believed_weights(settings: Robustness, spread: WeightSpread, shares: Shares) -> WeightBelief:
    """Give the weights that people could mean, `shares` (0 to 1) being what they said."""
    match spread:
        case WeightSpread.RANKED:
            return RankedWeights(shares)
        case WeightSpread.ANY:
            return AnyWeights(shares)
        case WeightSpread.AROUND:
            return WeightsAround(shares, settings.concentration)
        case _:
            band = settings.band / 100
            return WeightsWithin(
                {
                    each: (max(0.0, share * (1 - band)), min(1.0, share * (1 + band)))
                    for each, share in shares.items()
                }
            )


def believed_scores(
    spread: ScoreSpread, scores: Scores, ranges: Ranges
) -> dict[OptionId, dict[CriterionId, ScoreBelief | None]]:
    """Give the belief of each score: as it stands, or spread over its range where it has one."""
    found: dict[OptionId, dict[CriterionId, ScoreBelief | None]] = {}
    for option, row in scores.items():
        found[option] = {}
        for criterion, score in row.items():
            over = ranges.get(Cell(option, criterion))
            found[option][criterion] = score if over is None else _spread(spread, over)
    return found


def spread_findings(appraisal: Appraisal, ranges: Ranges) -> Iterator[Finding]:
    """Find ranges that a log-normal spread cannot take, since it has nothing at or below nought."""
    if appraisal.robustness.scores is not ScoreSpread.LOG_NORMAL:
        return
    options = {each.id: called(each) for each in appraisal.options}
    criteria = {each.id: called(each) for each in appraisal.criteria}
    for cell, over in ranges.items():
        if not over.low > 0:
            words = (
                f'The range of the score of "{options[cell.option]}" on '
                f'"{criteria[cell.criterion]}" reaches down to nought, where a log-normal spread '
                "has nothing; a triangular spread is used there."
            )
            field = f"{cell.option}/{cell.criterion}"
            yield Finding("spread", Severity.WARNING, Stage.SCORING, words, Ref("sheets"), field)


def _spread(spread: ScoreSpread, over: ScoreRange) -> ScoreBelief:
    low, score, high = over
    match spread:
        case ScoreSpread.EXACT:
            return score
        case ScoreSpread.UNIFORM:
            return Uniform(low, high)
        case ScoreSpread.NORMAL:
            return Normal(score, (high - low) / _BOTH_ENDS)
        case ScoreSpread.BETA:
            peak = (score - low) / (high - low)
            return Beta(1 + _PEAK * peak, 1 + _PEAK * (1 - peak), low, high)
        case ScoreSpread.LOG_NORMAL if low > 0:
            return LogNormal(math.log(score), math.log(high / low) / _BOTH_ENDS)
        case _:
            return Triangular(low, score, high)
