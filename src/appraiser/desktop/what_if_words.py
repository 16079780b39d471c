"""What other weights would come to, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from appraiser.analysis.results import Results
from appraiser.analysis.verdict import Verdict, VerdictKind
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId
from appraiser.domain.naming import Names
from appraiser.domain.terms import WeightSpread
from appraiser.domain.written import whole_percent

if TYPE_CHECKING:
    from appraiser.analysis.reweighing import Reweighed


_AROUND = {
    WeightSpread.RANKED: "the weightings that keep this order of the criteria",
    WeightSpread.ANY: "all weightings that there could be",
    WeightSpread.AROUND: "the weightings around these",
    WeightSpread.WITHIN: "the weightings within a band around these",
}

_CALLED = {
    VerdictKind.CLEAR: ", a clear lead",
    VerdictKind.NARROW: ", a narrow lead",
    VerdictKind.NONE: ", too little to call a lead",
    VerdictKind.NOT_YET: "",
}


def flip_words(appraisal: Appraisal, results: Results, criterion: CriterionId) -> str:
    """Say at which weights of a criterion or branch another option would lead."""
    found, leader, names = results.sensitivity, results.verdict.leader, Names(appraisal)
    if found is None or leader is None:
        return ""
    parts = [
        f"{'above' if each.upwards else 'below'} {whole_percent(each.critical)} "
        f"{names.option(each.new_leader)} would lead"
        for each in (*found.critical_weights, *found.branch_critical_weights)
        if each.criterion == criterion
    ]
    if not parts:
        return f"{names.option(leader)} leads whatever this weighs."
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def tried_words(appraisal: Appraisal, tried: Reweighed) -> str:
    """Say who leads under the weights that are tried, by how much, and who would agree."""
    return " ".join(_tried(Names(appraisal), tried))


def _tried(names: Names, tried: Reweighed) -> Iterator[str]:
    verdict = tried.verdict
    if not verdict.leaders:
        yield "No option leads under these weights."
    elif verdict.leader is None:
        yield f"{names.few(verdict.leaders)} would share the highest total."
    elif verdict.lead is None:
        yield f"{names.option(verdict.leader)} would still be the only option to compare."
    else:
        lead = verdict.thresholds.how_far(verdict.lead)
        yield f"{names.option(verdict.leader)} would lead by {lead}{_CALLED[verdict.kind]}."
        yield from _often(verdict)
        yield from _agreeing(tried)


def _often(verdict: Verdict) -> Iterator[str]:
    if verdict.acceptability is not None:
        often = verdict.thresholds.how_often(verdict.acceptability)
        yield f"It would come first in {often} of {_AROUND[verdict.weightings]}."


def _agreeing(tried: Reweighed) -> Iterator[str]:
    agreeing, scorers = tried.agreeing, tried.scorers
    if scorers == 1:
        yield f"The only scorer {'puts' if agreeing else 'does not put'} it first."
    elif scorers:
        who = f"{agreeing} of {scorers} scorers"
        if agreeing in {0, scorers}:
            who = f"{'All' if agreeing else 'None of the'} {scorers} scorers"
        put = "put" if agreeing > 1 else "puts"
        yield f"{who} {put} it first by their own scores."
