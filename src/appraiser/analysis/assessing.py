"""Works out everything that follows from an appraisal, afresh from one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from appraiser.analysis.cancelling import Asked, Told, stop_if
from appraiser.analysis.explanation import dissent_of, explanation_of
from appraiser.analysis.findings import (
    barrier_findings,
    criterion_findings,
    in_order,
    option_findings,
    recommendation_findings,
    shortlist_findings,
)
from appraiser.analysis.gates import Gates, gate_results
from appraiser.analysis.holding_back import held_back
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.library.decided import decided_findings, kept_against_now
from appraiser.analysis.library.definition_check import definition_results
from appraiser.analysis.library.front_sheets import front_sheet_findings
from appraiser.analysis.measures import measure_findings
from appraiser.analysis.money.cost_totals import cost_findings
from appraiser.analysis.money.money_results import MoneyResults, money_results
from appraiser.analysis.option_results import OptionResult, option_results
from appraiser.analysis.panel.double_counting import overlap_findings, overlaps
from appraiser.analysis.panel.panel_results import panel_results
from appraiser.analysis.readiness import readiness_of
from appraiser.analysis.reference import approval, thresholds
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.stated_beliefs import spread_findings
from appraiser.analysis.robustness.trying import not_tried, tried
from appraiser.analysis.scoring.gathering import Gathered, gathered
from appraiser.analysis.sensitivity.sensitivity import Sensitivity, sensitivity_of
from appraiser.analysis.standing import rests_on_illustration
from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import support_totals
from appraiser.analysis.verdict import Verdict, verdict_of
from appraiser.analysis.weighting.consistency_findings import consistency_findings
from appraiser.analysis.weighting.random_index import RandomIndex, random_index
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
    ranked = _ranked(appraisal, catalogue)
    judged = _judged(appraisal, catalogue, ranked, told, cancelled)
    stop_if(cancelled)
    results = _results(appraisal, catalogue, ranked, judged)
    return replace(results, findings=_findings(appraisal, catalogue, ranked, judged, results))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The options with their totals and ranks, and what those are made of."""

    index: RandomIndex | None
    weights: Weights | None
    findings: tuple[Finding, ...]
    """Why there are no weights, where there are none."""
    scores: Gathered
    gates: Mapping[OptionId, Gates]
    options: tuple[OptionResult, ...]
    money: MoneyResults


def _ranked(appraisal: Appraisal, catalogue: Catalogue) -> _Ranked:
    index = random_index(appraisal, catalogue)
    weights, findings = model_weights(appraisal, index)
    scores, gates = gathered(appraisal), gate_results(appraisal, catalogue)
    options = option_results(appraisal, scores.fed, weights, gates)
    money = money_results(appraisal, catalogue)
    return _Ranked(index, weights, findings, scores, gates, options, money)


@dataclass(frozen=True, slots=True)
class _Judged:
    """How the options in play stand against one another, and how sure that is."""

    verdict: Verdict
    robustness: Robustness | None
    sensitivity: Sensitivity | None
    findings: tuple[Finding, ...]
    """Why either of them is not there, where a number could not be used."""


def _judged(
    appraisal: Appraisal,
    catalogue: Catalogue,
    ranked: _Ranked,
    told: Told | None,
    cancelled: Asked | None,
) -> _Judged:
    weights, scores, options = ranked.weights, ranked.scores, ranked.options
    play = in_play(appraisal, options, scores.ranges.of, ranked.money)
    robustness, not_counted = _robustness(appraisal, weights, play, told, cancelled)
    resting_on = [*ranked.findings, *scores.fed.findings, *not_counted]
    verdict = verdict_of(
        play.totals,
        robustness.first if robustness else {},
        thresholds(catalogue),
        tuple(held_back(appraisal, resting_on, options)),
        appraisal.robustness.weights,
    )
    stop_if(cancelled)
    sensitivity, not_asked = _sensitivity(appraisal, weights, play, verdict.leader)
    return _Judged(verdict, robustness, sensitivity, (*not_counted, *not_asked))


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


def _results(
    appraisal: Appraisal, catalogue: Catalogue, ranked: _Ranked, judged: _Judged
) -> Results:
    """Put together all but the findings."""
    weights, scores, options = ranked.weights, ranked.scores, ranked.options
    verdict, sensitivity = judged.verdict, judged.sensitivity
    first = judged.robustness.first if judged.robustness else {}
    barred = [each.option for each in options if each.barred]
    sets = weight_set_results(appraisal, scores.fed, ranked.index, barred)
    panel = panel_results(appraisal, weights, barred, scores) if weights else None
    dissent = tuple(dissent_of(panel, sets, verdict.leaders)) if panel else ()
    return Results(
        weights=weights,
        weight_sets=sets,
        swing_questions=swing_questions(appraisal, weights) if weights else (),
        swing_answers=swing_answers(appraisal, weights) if weights else (),
        options=tuple(replace(each, first_rank=first.get(each.option)) for each in options),
        verdict=verdict,
        explanation=explanation_of(appraisal, options, verdict, sensitivity, dissent),
        robustness=judged.robustness,
        sensitivity=sensitivity,
        panel=panel,
        overlaps=overlaps(scores.fed),
        money=ranked.money,
        examination=None,
        definitions={
            each.id: definition_results(appraisal, catalogue, each.id)
            for each in appraisal.shortlist
        },
        kept_gates=kept_against_now(appraisal, catalogue),
        feed=appraisal.scoring.feed,
        missing=appraisal.scoring.missing,
        support=support_totals(appraisal, approval(appraisal, catalogue)),
        readiness=readiness_of(appraisal.readiness_answers),
        stale_weights=weights_are_stale(appraisal),
        sealed=bool(appraisal.seals),
        illustrative=rests_on_illustration(appraisal),
        findings=(),
    )


_WANTED = (Ref("criteria"), Ref("weighting"))
"""Where weights are not begun: `domain.wants` asks for what is missing there."""


def _findings(
    appraisal: Appraisal,
    catalogue: Catalogue,
    ranked: _Ranked,
    judged: _Judged,
    results: Results,
) -> tuple[Finding, ...]:
    weights, scores, gates = ranked.weights, ranked.scores, ranked.gates
    return in_order(
        measure_findings(appraisal, catalogue),
        (each for each in ranked.findings if each.ref not in _WANTED),
        consistency_findings(appraisal, weights, ranked.index),
        swing_findings(appraisal, weights) if weights else (),
        overlap_findings(appraisal, results.overlaps),
        scores.fed.findings,
        scores.ranges.findings,
        spread_findings(appraisal, scores.ranges.of),
        criterion_findings(appraisal, scores.fed),
        shortlist_findings(gates),
        decided_findings(appraisal, results.kept_gates),
        option_findings(appraisal, catalogue),
        barrier_findings(appraisal),
        cost_findings(appraisal),
        judged.findings,
        ranked.money.findings,
        support_findings(appraisal, results.support),
        recommendation_findings(appraisal, gates, judged.verdict),
        front_sheet_findings(appraisal, catalogue),
    )
