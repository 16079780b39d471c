"""Works out everything that follows from an appraisal, afresh from one snapshot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from appraiser.analysis.cancelling import Asked, stop_if
from appraiser.analysis.explanation import dissent_of, explanation_of
from appraiser.analysis.findings import (
    barrier_findings,
    criterion_findings,
    in_order,
    option_findings,
    recommendation_findings,
    shortlist_findings,
)
from appraiser.analysis.gates import gate_results
from appraiser.analysis.holding_back import held_back
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.money.cost_totals import cost_findings
from appraiser.analysis.money.money_results import money_results
from appraiser.analysis.option_results import option_results
from appraiser.analysis.panel.double_counting import overlap_findings, overlaps
from appraiser.analysis.panel.panel_results import panel_results
from appraiser.analysis.readiness import readiness_of
from appraiser.analysis.reference import approval_threshold, thresholds
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Told
from appraiser.analysis.robustness.stated_beliefs import spread_findings
from appraiser.analysis.robustness.trying import not_tried, tried
from appraiser.analysis.scoring.gathering import gathered
from appraiser.analysis.sensitivity.sensitivity import Sensitivity, sensitivity_of
from appraiser.analysis.standing import rests_on_illustration
from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import support_totals
from appraiser.analysis.verdict import verdict_of
from appraiser.analysis.weighting.consistency_findings import consistency_findings
from appraiser.analysis.weighting.random_index import random_index
from appraiser.analysis.weighting.swing_answers import swing_answers, swing_findings
from appraiser.analysis.weighting.swing_checks import swing_questions
from appraiser.analysis.weighting.weight_sets import weight_set_results
from appraiser.analysis.weighting.weights import Weights, model_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.sealing import weights_are_stale
from appraiser.domain.terms import Stage

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


def assess(
    appraisal: Appraisal,
    catalogue: Catalogue,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Results:
    """Work out everything that follows from an appraisal under the law and rates of a catalogue.

    What stops a number from being worked out is a finding, never an exception. `told` hears the
    share done of the draws, from 0 to 1. Raise `Cancelled` once `cancelled` says that the answer
    is no longer wanted.
    """
    index = random_index(appraisal, catalogue)
    weights, weight_findings = model_weights(appraisal, index)
    scores = gathered(appraisal)
    matrix, ranges = scores.fed, scores.ranges
    gates = gate_results(appraisal, catalogue)
    options = option_results(appraisal, matrix, weights, gates)
    barred = [each.option for each in options if each.barred]
    money = money_results(appraisal, catalogue)
    play = in_play(appraisal, options, ranges.of, money)
    robustness, not_counted = _robustness(appraisal, weights, play, told, cancelled)
    first = robustness.first if robustness else {}
    verdict = verdict_of(
        play.totals,
        first,
        thresholds(catalogue),
        tuple(held_back(appraisal, [*weight_findings, *matrix.findings, *not_counted], options)),
        appraisal.robustness.weights,
    )
    stop_if(cancelled)
    sensitivity, not_asked = _sensitivity(appraisal, weights, play, verdict.leader)
    sets = weight_set_results(appraisal, matrix, index, barred)
    panel = panel_results(appraisal, weights, barred, scores) if weights else None
    support = support_totals(appraisal, approval_threshold(appraisal, catalogue))
    found = overlaps(matrix)
    return Results(
        weights=weights,
        weight_sets=sets,
        swing_questions=swing_questions(appraisal, weights) if weights else (),
        swing_answers=swing_answers(appraisal, weights) if weights else (),
        options=tuple(replace(each, first_rank=first.get(each.option)) for each in options),
        verdict=verdict,
        explanation=explanation_of(
            appraisal,
            options,
            verdict,
            sensitivity,
            tuple(dissent_of(panel, sets, verdict.leaders)) if panel else (),
        ),
        robustness=robustness,
        sensitivity=sensitivity,
        panel=panel,
        overlaps=found,
        money=money,
        examination=None,
        feed=appraisal.scoring.feed,
        missing=appraisal.scoring.missing,
        support=support,
        readiness=readiness_of(appraisal.readiness_answers),
        stale_weights=weights_are_stale(appraisal),
        sealed=bool(appraisal.seals),
        illustrative=rests_on_illustration(appraisal),
        findings=in_order(
            (each for each in weight_findings if each.ref not in _WANTED),
            consistency_findings(appraisal, weights, index),
            swing_findings(appraisal, weights) if weights else (),
            overlap_findings(appraisal, found),
            matrix.findings,
            ranges.findings,
            spread_findings(appraisal, ranges.of),
            criterion_findings(appraisal, matrix),
            shortlist_findings(gates),
            option_findings(appraisal, catalogue),
            barrier_findings(appraisal),
            cost_findings(appraisal),
            not_counted,
            not_asked,
            money.findings,
            support_findings(appraisal, support),
            recommendation_findings(appraisal, gates, verdict),
        ),
    )


_WANTED = (Ref("criteria"), Ref("weighting"))
"""Where weights are not begun: `domain.wants` asks for what is missing there."""


def _robustness(
    appraisal: Appraisal,
    weights: Weights | None,
    play: InPlay,
    told: Told | None,
    cancelled: Asked | None,
) -> tuple[Robustness | None, tuple[Finding, ...]]:
    """Try the options in play, or say in a finding what keeps them from being tried."""
    if weights is None or not play.can_be_compared:
        return None, ()
    settings = appraisal.robustness
    try:
        return tried(settings, weights.leaf_shares, play, told, cancelled), ()
    except Problem as problem:
        return None, (not_tried(settings.weights, problem),)


def _sensitivity(
    appraisal: Appraisal, weights: Weights | None, play: InPlay, leader: OptionId | None
) -> tuple[Sensitivity | None, tuple[Finding, ...]]:
    """Ask what would change the answer, or say in a finding what keeps it from being asked."""
    if weights is None or not play.can_be_compared or not play.complete:
        return None, ()
    try:
        return sensitivity_of(appraisal, weights, play, leader), ()
    except Problem as problem:
        words = f"What would change the answer cannot be worked out: {problem.what}."
        at = Ref("robustness")
        return None, (Finding("sensitivity", Severity.ERROR, Stage.RESULTS, words, at),)
