"""The results in a few words: the sentence at the head of the page and what would change it."""

from __future__ import annotations

from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.written import listed
from appraiser.saying.changes import weight_rows


def headline(appraisal: Appraisal, results: Results) -> tuple[str, str]:
    """Give the sentence that answers, and the line under it."""
    verdict = results.verdict
    if verdict.kind is VerdictKind.NOT_YET:
        return "There is no verdict yet.", " ".join(verdict.reasons)
    names = listed([named(appraisal.option(each)) for each in verdict.leaders])
    if verdict.leader is None:
        return f"{names} share the highest total.", _under(appraisal, results)
    if verdict.lead is None:
        return f"{names} is the only option that can be recommended.", ""
    lead = verdict.thresholds.how_far(verdict.lead)
    by = f"{names} leads by {lead}"
    ends = {
        VerdictKind.CLEAR: f"{by}, and the lead is clear.",
        VerdictKind.NARROW: f"{by}, and the lead is narrow.",
        VerdictKind.NONE: f"{by}, which is too little to call a lead.",
    }
    return ends[verdict.kind], _under(appraisal, results)


def _under(appraisal: Appraisal, results: Results) -> str:
    """Say what would change the answer soonest; nothing where that is not known or none leads."""
    if results.sensitivity is None or results.verdict.leader is None:
        return ""
    rows = weight_rows(appraisal, results)[:2]
    if not rows:
        return "No change to a single weight would change the leader."
    parts = [f"{name} counts for {how} (now {now})" for name, now, how, _ in rows]
    return f"It stays ahead unless {' or '.join(parts)}."
