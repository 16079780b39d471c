"""The verdict in words, by the rule that made it, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.verdict import WEIGHTINGS, Verdict, VerdictKind
from appraiser.domain.ids import OptionId
from appraiser.domain.written import listed, points
from appraiser.paper.material import Material
from appraiser.paper.wording import listed_or, sentence, share

_MOST_FLIPS = 3


def verdict_heading(matter: Material) -> str:
    """Give the verdict as the heading of a section."""
    verdict = matter.results.verdict
    leader = verdict.leader
    match verdict.kind:
        case VerdictKind.CLEAR if leader:
            return f"{matter.option(leader)} clearly leads"
        case VerdictKind.NARROW if leader:
            return f"{matter.option(leader)} leads, and the lead is narrow"
        case VerdictKind.NONE:
            return "No option clearly leads"
        case _:
            return "No verdict yet: which option comes out ahead?"


def verdict_words(matter: Material) -> str:
    """Say who leads, by how much and how surely, or why nobody can be said to."""
    verdict = matter.results.verdict
    if verdict.kind is VerdictKind.NOT_YET or not verdict.leaders:
        reasons = " ".join(sentence(reason) for reason in verdict.reasons)
        return reasons or "The options have not been scored yet."
    total = _total(matter, verdict.leaders[0])
    if verdict.leader is None:
        return (
            f"{matter.options(verdict.leaders)} share the highest total of the options that no "
            f"gate bars, {total} out of 100. The scores do not settle the choice; the board must "
            "judge."
        )
    return " ".join(_leader_words(matter, verdict, verdict.leader, total))


def _leader_words(
    matter: Material, verdict: Verdict, leader: OptionId, total: str
) -> Iterator[str]:
    yield (
        f"{matter.option(leader)} has the highest total of the options that no gate bars, {total} "
        "out of 100."
    )
    if verdict.lead is not None and verdict.runner_up is not None:
        lead = verdict.thresholds.how_far(verdict.lead)
        second = matter.option(verdict.runner_up)
        yield f"It is {lead} ahead of {second} ({_total(matter, verdict.runner_up)})."
    if verdict.acceptability is not None:
        often = verdict.thresholds.how_often(verdict.acceptability)
        yield f"It comes first in {often} of {WEIGHTINGS[verdict.weightings]}."
    if verdict.kind is VerdictKind.NONE:
        yield "The scores do not settle the choice; the board must judge."


def barred_above(matter: Material) -> str:
    """Name the barred options whose totals are higher than any that is open, if there are any."""
    results = matter.results
    leaders = results.verdict.leaders
    best = results.of[leaders[0]].total if leaders else None
    above = [
        each
        for each in results.ranked
        if each.barred and each.total is not None and best is not None and each.total > best
    ]
    if not above:
        return ""
    names = listed([f"{matter.option(each.option)} ({points(each.total or 0)})" for each in above])
    if len(above) == 1:
        return (
            f"{names} has a higher total but is barred ({_gates(above[0])}). It keeps its total "
            "and cannot be recommended."
        )
    return (
        f"{names} have higher totals but are barred. They keep their totals and cannot be "
        "recommended."
    )


def flips(matter: Material) -> str:
    """Say what would put another option first: the nearest changes of one weight."""
    results = matter.results
    leader = results.verdict.leader
    if leader is None or results.verdict.runner_up is None:
        return ""
    nearest = sorted(results.critical_weights, key=lambda each: abs(each.critical - each.weight))
    if not nearest:
        return (
            f"{matter.option(leader)} leads whatever any one criterion counts for, as long as the "
            "others keep their ratios."
        )
    ways: dict[OptionId, list[str]] = {}
    for each in nearest[:_MOST_FLIPS]:
        ways.setdefault(each.new_leader, []).append(_change(matter, each))
    unless = "; or ".join(
        f"{listed_or(changes)}, when {matter.option(new)} would lead"
        for new, changes in ways.items()
    )
    return f"{matter.option(leader)} leads unless {unless}."


def _change(matter: Material, change: CriticalWeight) -> str:
    way = "more" if change.upwards else "less"
    now, then = share(change.weight), share(change.critical)
    how = (
        f"slightly {way} than it does ({now})" if now == then else f"{way} than {then} (now {now})"
    )
    return f"{matter.criterion(change.criterion)} counts for {how}"


def _gates(result: OptionResult) -> str:
    return listed([each.gate.inline for each in result.barring])


def _total(matter: Material, option: OptionId) -> str:
    total = matter.results.of[option].total
    return "no total" if total is None else points(total)
