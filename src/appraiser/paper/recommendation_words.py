"""The recommendation in words, and whether it can stand beside the gates and the totals."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.ids import OptionId
from appraiser.domain.terms import Listing, Recommendation
from appraiser.domain.written import points
from appraiser.paper.material import Material
from appraiser.paper.wording import sentence


def recommendation(matter: Material, *, in_full: bool) -> str:
    """Say what is recommended; `in_full` names the steps of a staged path."""
    paper = matter.appraisal.paper
    match paper.recommendation:
        case Recommendation.ONE_OPTION if paper.recommended:
            option = matter.appraisal.option(paper.recommended)
            where = "stays in" if option.stays_in_nhs else "leaves"
            return f"{matter.option(option.id)} is recommended. It {where} the NHS."
        case Recommendation.ONE_OPTION:
            return "One option is to be recommended, but which has not been said yet."
        case Recommendation.STAGED:
            return _path(matter, in_full=in_full)
        case Recommendation.PAUSE:
            return "A pause is recommended: the board is asked to choose no option now."
    return "No recommendation has been made yet."


def _path(matter: Material, *, in_full: bool) -> str:
    steps = matter.appraisal.path_steps
    if not steps:
        return "A staged path is recommended, but its steps have not been set out yet."
    titles = [sentence(step.title).rstrip(".") or "a step without a name" for step in steps]
    if len(titles) == 1:
        return f"A staged path is recommended, with one step: {titles[0]}."
    if not in_full:
        return f"A staged path is recommended, in {len(titles)} steps."
    numbered = "; ".join(f"({at}) {title}" for at, title in enumerate(titles, start=1))
    return f"A staged path is recommended: {numbered}."


def cautions(matter: Material) -> Iterator[str]:
    """Say what stands against the recommendation: a gate, or that it was not appraised."""
    results = matter.results.of
    for option in _chosen(matter):
        name = matter.option(option)
        if option not in results:
            listing = matter.appraisal.option(option).listing
            where = "left out" if listing is Listing.LEFT_OUT else "not on the shortlist"
            yield f"{name} is {where}, so it was not appraised and cannot be recommended."
        elif results[option].barred:
            gates = [gate.gate.inline for gate in results[option].barring]
            one = matter.appraisal.paper.recommendation is Recommendation.ONE_OPTION
            what = "It cannot be recommended" if one else "Its step cannot be taken"
            until = "that gate opens" if len(gates) == 1 else "those gates open"
            yield (f"As things stand, {name} is barred ({'; '.join(gates)}). {what} until {until}.")


def why_not_the_highest(matter: Material) -> tuple[str, str] | None:
    """Say why what is recommended has not the highest total, as a lead and words, where so."""
    verdict, paper = matter.results.verdict, matter.appraisal.paper
    chosen = _chosen(matter)
    if not chosen or not verdict.leaders or chosen[0] in verdict.leaders:
        return None
    total = matter.results.of[verdict.leaders[0]].total
    best = f"{matter.options(verdict.leaders)}, {points(total or 0)}"
    reason = sentence(paper.differs_reason)
    first = "The path begins with" if len(chosen) > 1 else "What is recommended is"
    missing = f"{first} {matter.option(chosen[0])}. Why it differs has not been said yet."
    return f"Why not the highest total ({best})?", reason or missing


def _chosen(matter: Material) -> tuple[OptionId, ...]:
    paper = matter.appraisal.paper
    if paper.recommendation is Recommendation.ONE_OPTION:
        return (paper.recommended,) if paper.recommended else ()
    if paper.recommendation is Recommendation.STAGED:
        steps = matter.appraisal.path_steps
        return tuple(dict.fromkeys(step.option for step in steps if step.option))
    return ()
