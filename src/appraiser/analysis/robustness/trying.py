"""Tries the options in play over what an appraisal says may be off."""

from __future__ import annotations

from collections.abc import Mapping

from appraiser.analysis.cancelling import Asked, Told
from appraiser.analysis.in_play import InPlay
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.stated_beliefs import believed_scores, believed_weights
from appraiser.analysis.verdict import WEIGHTINGS
from appraiser.domain import robustness
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage, WeightSpread


def tried(
    settings: robustness.Robustness,
    shares: Mapping[CriterionId, float],
    play: InPlay,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Robustness:
    """Count who takes which rank, weights and scores being spread as `settings` say.

    `shares`, from 0 to 1, are of the criteria that are scored. Raise `Problem` where the settings
    cannot be used, `Cancelled` if the answer is no longer wanted.
    """
    return simulate(
        believed_weights(settings, settings.weights, shares),
        believed_scores(settings.scores, play.scores, play.ranges),
        Effort(settings.draws, settings.seed),
        told,
        cancelled,
    )


def not_tried(spread: WeightSpread, problem: Problem) -> Finding:
    """Say what kept first places from being counted over a spread of weights."""
    words = (
        f"How often each option comes first over {WEIGHTINGS[spread]} cannot be counted: "
        f"{problem.what}."
    )
    setting = problem.place if problem.place.isidentifier() else ""
    at = Ref("robustness")
    return Finding("robustness", Severity.ERROR, Stage.RESULTS, words, at, setting)
