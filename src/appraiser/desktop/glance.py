"""What the strip says: who leads, how sure, what is barred, what the support comes to."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.written import counted, listed, points, pounds


@dataclass(frozen=True, slots=True)
class Glance:
    """Short facts, the support in words, and its share of the cap if there is one."""

    facts: tuple[str, ...]
    support: str
    share: float | None


def glance(appraisal: Appraisal, results: Results | None) -> Glance:
    """Put the state of an appraisal into a few words."""
    shortlist = f"Shortlist: {counted(len(appraisal.shortlist), 'option')}"
    if results is None:
        return Glance((shortlist,), "", None)
    barred = sum(each.barred for each in results.options)
    facts = [*_leading(appraisal, results)] or [shortlist, "No verdict yet"]
    facts.append(f"Barred by gates: {counted(barred, 'option')}")
    if results.illustrative:
        facts.append("Illustrative figures")
    support = results.support
    if support.cap is None:
        return Glance(tuple(facts), f"Support: {pounds(support.used)}", None)
    words = f"Support: {pounds(support.used)} of {pounds(support.cap)}"
    return Glance(tuple(facts), words, support.used / support.cap if support.cap else None)


def _leading(appraisal: Appraisal, results: Results) -> tuple[str, ...]:
    verdict = results.verdict
    if verdict.kind is VerdictKind.NOT_YET or not verdict.leaders:
        return ()
    total = results.of[verdict.leaders[0]].total
    names = listed([named(appraisal.option(each)) for each in verdict.leaders])
    shown = f", {points(total)}" if total is not None else ""
    return (f"Leading: {names}{shown}", f"Verdict: {verdict.kind.inline}")
