"""Tries the options in play over what an appraisal says may be off."""

from __future__ import annotations

from appraiser.analysis.cancelling import Asked
from appraiser.analysis.in_play import InPlay
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort, Told, simulate
from appraiser.analysis.robustness.stated_beliefs import believed_scores, believed_weights
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain import robustness
from appraiser.domain.terms import WeightSpread


def tried(
    settings: robustness.Robustness,
    spread: WeightSpread,
    weights: Weights,
    play: InPlay,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Robustness:
    """Count who takes which rank, weights being spread as `spread` and scores as `settings` say.

    Raise `Cancelled` if the answer is no longer wanted.
    """
    return simulate(
        believed_weights(settings, spread, weights.leaf_shares),
        believed_scores(settings.scores, play.scores, play.ranges),
        Effort(settings.draws, settings.seed),
        told,
        cancelled,
    )
