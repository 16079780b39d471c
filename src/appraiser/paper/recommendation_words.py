"""The recommendation in words, and whether it can stand beside the gates and the totals."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.ids import OptionId
from appraiser.domain.terms import Listing, Recommendation
from appraiser.domain.written import points
from appraiser.paper.material import Material
from appraiser.paper.wording import sentence


def recommendation(matter: Material, *, in_full: bool) -> str:
    """Say what is recommended; `in_full` names the steps of a staged path.

    Where the option, or the first step of the path, cannot be recommended, say so and why.
    """
    why_none = hindrance(matter)
    if why_none:
        return why_none
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


def hindrance(matter: Material) -> str:
    """Say why no recommendation can be made as things stand, or nothing where one can."""
    option = _first(matter)
    if option is None:
        return ""
    staged = matter.appraisal.paper.recommendation is Recommendation.STAGED
    put = "the first step of the path that is put forward" if staged else "is put forward"
    name = matter.option(option)
    who = f"{name}, {put}," if staged else f"{name}, which {put},"
    result = matter.results.of.get(option)
    if result is None:
        listing = matter.appraisal.option(option).listing
        where = "left out" if listing is Listing.LEFT_OUT else "not on the shortlist"
        return f"No recommendation can be made: {who} is {where}, so it was not appraised."
    if not result.barred:
        return ""
    gates = [gate.gate.inline for gate in result.barring]
    until = "that gate opens" if len(gates) == 1 else "those gates open"
    return (
        f"No recommendation can be made: {who} is barred ({'; '.join(gates)}). "
        f"It cannot be recommended until {until}."
    )


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
    """Say what stands against the later steps of a path: a gate, or that it was not appraised.

    What stands against the option itself, or the first step, is said as the recommendation.
    """
    results = matter.results.of
    said = _first(matter)
    for option in _chosen(matter):
        if option == said:
            continue
        name = matter.option(option)
        if option not in results:
            listing = matter.appraisal.option(option).listing
            where = "left out" if listing is Listing.LEFT_OUT else "not on the shortlist"
            yield f"{name} is {where}, so it was not appraised and cannot be recommended."
        elif results[option].barred:
            gates = [gate.gate.inline for gate in results[option].barring]
            until = "that gate opens" if len(gates) == 1 else "those gates open"
            yield (
                f"As things stand, {name} is barred ({'; '.join(gates)}). "
                f"Its step cannot be taken until {until}."
            )


def why_not_the_highest(matter: Material) -> tuple[str, str] | None:
    """Say why what is recommended has not the highest total, as a lead and words, where so."""
    verdict, paper = matter.results.verdict, matter.appraisal.paper
    chosen = _chosen(matter)
    if not chosen or not verdict.leaders or chosen[0] in verdict.leaders:
        return None
    total = matter.results.of[verdict.leaders[0]].total
    best = f"{matter.options(verdict.leaders)}, {points(total or 0)}"
    reason = sentence(paper.differs_reason)
    if not reason and hindrance(matter):
        return None
    first = "The path begins with" if len(chosen) > 1 else "What is recommended is"
    missing = f"{first} {matter.option(chosen[0])}. Why it differs has not been said yet."
    return f"Why not the highest total ({best})?", reason or missing


def _first(matter: Material) -> OptionId | None:
    """Give the option recommended, or that of the first step of a path where it has one."""
    paper = matter.appraisal.paper
    if paper.recommendation is Recommendation.ONE_OPTION:
        return paper.recommended
    if paper.recommendation is Recommendation.STAGED and matter.appraisal.path_steps:
        return matter.appraisal.path_steps[0].option
    return None


def _chosen(matter: Material) -> tuple[OptionId, ...]:
    paper = matter.appraisal.paper
    if paper.recommendation is Recommendation.ONE_OPTION:
        return (paper.recommended,) if paper.recommended else ()
    if paper.recommendation is Recommendation.STAGED:
        steps = matter.appraisal.path_steps
        return tuple(dict.fromkeys(step.option for step in steps if step.option))
    return ()
