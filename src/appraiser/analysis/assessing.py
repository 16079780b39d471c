"""Works out everything that follows from an appraisal, afresh from one snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from appraiser.analysis.acceptability import Acceptability, first_ranks
from appraiser.analysis.findings import (
    barrier_findings,
    criterion_findings,
    in_order,
    option_findings,
    recommendation_findings,
    shortlist_findings,
)
from appraiser.analysis.gates import gate_results
from appraiser.analysis.money.cost_totals import cost_findings
from appraiser.analysis.option_results import OptionResult, option_results
from appraiser.analysis.readiness import readiness_of
from appraiser.analysis.reference import approval_threshold, thresholds
from appraiser.analysis.scoring.feeding import revealed_rounds
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight, critical_weights
from appraiser.analysis.standing import rests_on_illustration
from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import support_totals
from appraiser.analysis.verdict import verdict_of
from appraiser.analysis.weighting.random_index import random_index
from appraiser.analysis.weighting.weights import Weights, model_weights
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.sealing import weights_are_stale
from appraiser.domain.shortlist import has_baseline, has_retained
from appraiser.domain.terms import ScoreFeed
from appraiser.domain.written import listed

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


from appraiser.analysis.results import Results

NOT_COVERED = (
    "Costs are not discounted, and hold no allowance for optimism bias.",
    "How often an option comes first is tried over weights, not over uncertain scores.",
)

_Scores = Mapping[OptionId, Mapping[CriterionId, float]]


def assess(appraisal: Appraisal, catalogue: Catalogue) -> Results:
    """Work out everything that follows from an appraisal under the law and rates of a catalogue.

    What stops a number from being worked out is a finding, never an exception.
    """
    weights, weight_findings = model_weights(appraisal, random_index(appraisal, catalogue))
    matrix = score_matrix(appraisal)
    gates = gate_results(appraisal, catalogue)
    options = option_results(appraisal, matrix, weights, gates)
    acceptability = _acceptability(weights, options)
    first = acceptability.first if acceptability else {}
    held_back = _held_back(appraisal, [*weight_findings, *matrix.findings], options)
    verdict = verdict_of(_totals(options), first, thresholds(catalogue), tuple(held_back))
    support = support_totals(appraisal, approval_threshold(appraisal, catalogue))
    return Results(
        weights=weights,
        options=tuple(replace(each, first_rank=first.get(each.option)) for each in options),
        verdict=verdict,
        acceptability=acceptability,
        critical_weights=_critical_weights(weights, options, verdict.leader),
        feed=appraisal.scoring.feed,
        missing=appraisal.scoring.missing,
        support=support,
        readiness=readiness_of(appraisal.readiness_answers),
        stale_weights=weights_are_stale(appraisal),
        sealed=bool(appraisal.seals),
        illustrative=rests_on_illustration(appraisal),
        findings=in_order(
            (each for each in weight_findings if each.ref not in _WANTED),
            matrix.findings,
            criterion_findings(appraisal, matrix),
            shortlist_findings(gates),
            option_findings(appraisal, catalogue),
            barrier_findings(appraisal),
            cost_findings(appraisal),
            support_findings(appraisal, support),
            recommendation_findings(appraisal, gates, verdict),
        ),
        not_covered=NOT_COVERED,
    )


_WANTED = (Ref("criteria"), Ref("weighting"))
"""Where weights are not begun: `domain.wants` asks for what is missing there."""


def _held_back(
    appraisal: Appraisal, findings: Sequence[Finding], options: Sequence[OptionResult]
) -> Iterator[str]:
    """Give what keeps a verdict from being given."""
    if not has_baseline(appraisal):
        yield "Business as usual is not on the shortlist, so there is nothing to compare with."
    if not has_retained(appraisal):
        yield "The shortlist has no option besides business as usual that stays in the NHS."
    hidden = appraisal.scoring.feed is not ScoreFeed.CONSENSUS and not revealed_rounds(appraisal)
    lacking = [each.option for each in options if each.total is None and not each.barred]
    if findings:
        yield from (finding.words for finding in findings)
    elif hidden:
        yield "Scores stay hidden until the round is revealed."
    elif lacking:
        names = listed([called(appraisal.option(each)) for each in lacking])
        yield f"Scores are missing for {names}."


def _totals(options: Sequence[OptionResult]) -> dict[OptionId, float]:
    """Give the totals, where there are any, of the options that no gate bars."""
    return {
        each.option: each.total for each in options if not each.barred and each.total is not None
    }


def _scores(options: Sequence[OptionResult]) -> _Scores:
    """Give the scores of the same options, without those that are missing."""
    playing = _totals(options)
    return {
        each.option: {
            part.criterion: part.score for part in each.contributions if part.score is not None
        }
        for each in options
        if each.option in playing
    }


def _acceptability(
    weights: Weights | None, options: Sequence[OptionResult]
) -> Acceptability | None:
    scores = _scores(options)
    if weights is None or len(scores) <= 1:
        return None
    return first_ranks(weights.leaf_shares, scores)


def _critical_weights(
    weights: Weights | None, options: Sequence[OptionResult], leader: OptionId | None
) -> tuple[CriticalWeight, ...]:
    """Give them where a total is a straight line in each weight: where no score is missing."""
    scores = _scores(options)
    whole = all(not each.missing for each in options if each.option in scores)
    if weights is None or leader is None or not whole:
        return ()
    return critical_weights(weights.leaf_shares, scores, leader)
