"""What other weights would come to, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.ids import CriterionId
from appraiser.domain.terms import WeightSpread
from appraiser.domain.written import how_many_points, in_ten, listed

if TYPE_CHECKING:
    from appraiser.analysis.reweighing import Reweighed


_AROUND = {
    WeightSpread.RANKED: "the weightings in the same order",
    WeightSpread.ANY: "all weightings",
    WeightSpread.AROUND: "the weightings around these",
    WeightSpread.WITHIN: "the weightings within a band around these",
}


def flip_words(appraisal: Appraisal, results: Results, criterion: CriterionId) -> str:
    """Say at which weights of a criterion or branch another option would lead."""
    found = results.sensitivity
    if found is None or results.verdict.leader is None:
        return ""
    changes = [
        each
        for each in (*found.critical_weights, *found.branch_critical_weights)
        if each.criterion == criterion
    ]
    if not changes:
        return "No weight of it would change the leader."
    parts = [
        f"{'above' if each.upwards else 'below'} {each.critical:.0%} "
        f"{named(appraisal.option(each.new_leader))} leads"
        for each in changes
    ]
    said = listed(parts)
    return f"{said[0].upper()}{said[1:]}."


def tried_words(appraisal: Appraisal, tried: Reweighed) -> str:
    """Say who leads under the weights that are tried, by how much, and who would agree."""
    verdict = tried.verdict
    if not verdict.leaders:
        return "No option leads under these weights."
    names = listed([named(appraisal.option(each)) for each in verdict.leaders])
    if verdict.leader is None:
        return f"{names} would share the highest total."
    said = f"{names} would lead"
    if verdict.lead is not None:
        limits = (verdict.thresholds.clear_lead, verdict.thresholds.narrow_lead)
        said += f" by {how_many_points(verdict.lead, limits)}"
    if verdict.acceptability is not None:
        said += f", first in {in_ten(verdict.acceptability)} of {_AROUND[verdict.weightings]}"
    said += "." if verdict.kind is VerdictKind.NOT_YET else f": {verdict.kind.inline}."
    if tried.scorers:
        said += f" {tried.agreeing} of {tried.scorers} scorers put it first by their own scores."
    return said
