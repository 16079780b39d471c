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
    checked,
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
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Cell
from appraiser.domain.terms import ScoreSpread, Stage, WeightSpread

_NEXT_TO_NOTHING = 1e-4
"""Times the concentration: below it a weight spread around its own is nought in all draws but
one in a thousand or so, and cannot be reckoned with for rounding."""

Shares = Mapping[CriterionId, float]
Scores = Mapping[OptionId, Mapping[CriterionId, float]]
Ranges = Mapping[Cell, ScoreRange]

_BOTH_ENDS = 2 * NormalDist().inv_cdf(0.975)
"""So many standard deviations lie between the ends that hold 95 in 100."""

_PEAK = 4.0
"""How much the likeliest value counts against the ends: the usual choice of PERT (Clark 1962)."""


def believed_weights(settings: Robustness, spread: WeightSpread, shares: Shares) -> WeightBelief:
    """Give the weights that people could mean, `shares` (0 to 1) being what they said.

    Raise `Problem` where a band is not from 0 to 100 per cent of a weight.
    """
    match spread:
        case WeightSpread.RANKED:
            return RankedWeights(shares)
        case WeightSpread.ANY:
            return AnyWeights(shares)
        case WeightSpread.AROUND:
            least = _NEXT_TO_NOTHING / max(1.0, settings.concentration)
            felt = {each: share if share > least else 0.0 for each, share in shares.items()}
            return WeightsAround(felt, settings.concentration)
        case _:
            band = settings.band / 100
            if not 0 <= band <= 1:
                raise Problem("the band around weights lies from 0 to 100 per cent", place="band")
            return WeightsWithin(
                {
                    each: (max(0.0, share * (1 - band)), min(1.0, share * (1 + band)))
                    for each, share in shares.items()
                }
            )


def believed_scores(
    spread: ScoreSpread, scores: Scores, ranges: Ranges
) -> dict[OptionId, dict[CriterionId, ScoreBelief | None]]:
    """Give the belief of each score: as it stands, or spread over its range where it has one.

    A normal spread has the score as its mean, a log-normal one as its median. Both are as wide as
    holds 95 in 100 between ends so far apart: between these very ends where the score lies midway,
    for a log-normal one midway in ratio.
    """
    found: dict[OptionId, dict[CriterionId, ScoreBelief | None]] = {}
    for option, row in scores.items():
        found[option] = {}
        for criterion, score in row.items():
            over = ranges.get(Cell(option, criterion))
            found[option][criterion] = score if over is None else _spread(spread, over)
    return found


def spread_findings(appraisal: Appraisal, ranges: Ranges) -> Iterator[Finding]:
    """Find ranges that a log-normal spread cannot take: down to nought, or over very far."""
    if appraisal.robustness.scores is not ScoreSpread.LOG_NORMAL:
        return
    options = {each.id: called(each) for each in appraisal.options}
    criteria = {each.id: called(each) for each in appraisal.criteria}
    for cell, over in ranges.items():
        if _log_normal(over) is not None:
            continue
        why = "spans too far for a log-normal spread"
        if not over.low > 0:
            why = "reaches down to nought, where a log-normal spread has nothing"
        words = (
            f'The range of the score of "{options[cell.option]}" on "{criteria[cell.criterion]}" '
            f"{why}; a triangular spread is used there."
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
        case ScoreSpread.LOG_NORMAL:
            return _log_normal(over) or Triangular(low, score, high)
        case _:
            return Triangular(low, score, high)


def _log_normal(over: ScoreRange) -> LogNormal | None:
    """Give the spread with the score as its median, None where it cannot be reckoned with."""
    if not over.low > 0:
        return None
    width = math.log(over.high) - math.log(over.low)
    belief = LogNormal(math.log(over.score), width / _BOTH_ENDS)
    try:
        checked(belief)
    except Problem:
        return None
    return belief
