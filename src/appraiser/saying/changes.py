"""What drives the lead and what would end it, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.score_switching import ScoreSwitch
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.analysis.sensitivity.tornado import Swing, SwingEnd
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.naming import Names
from appraiser.domain.written import (
    counted,
    how_many_points,
    past,
    points,
    pounds,
    signed,
    whole_percent,
)
from appraiser.saying.of_results import NO_LEAD, ahead_by_any_weights, no_sensitivity

Row = tuple[str, ...]

MOST_BARS = 12
"""Bars of the tornado that are shown; the rest move the lead less."""

_MOST_SAID = 3
"""Options that are said to be at least as good as others everywhere."""


def lead_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give what each criterion adds to the lead over the runner-up and over business as usual.

    The last cells are empty where business as usual is itself the runner-up, or leads.
    """
    why, usual = results.explanation, appraisal.business_as_usual
    if why is None or not why.leads:
        return []
    names, over = Names(appraisal), {each.over: each for each in why.leads}
    second = results.verdict.runner_up
    leads = (
        None if second is None else over.get(second),
        None if usual is None or usual.id == second else over.get(usual.id),
    )
    points_of = [
        {each.criterion: signed(each.points) for each in lead.drivers} if lead else {}
        for lead in leads
    ]
    return [
        *(
            (names.criterion(each.criterion), *(of.get(each.criterion, "") for of in points_of))
            for each in why.leads[0].drivers
        ),
        (
            "In all",
            *(
                f"{signed(lead.lead)} over {names.option(lead.over)}" if lead else ""
                for lead in leads
            ),
        ),
    ]


def weight_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each weight, of a criterion or a branch, that changes the leader, the nearest first."""
    found, names = results.sensitivity, Names(appraisal)
    if found is None:
        return []
    near = sorted((*found.critical_weights, *found.branch_critical_weights), key=_how_far)
    return [
        (
            names.criterion(each.criterion),
            whole_percent(each.weight),
            past(each.critical, each.weight),
            names.option(each.new_leader),
        )
        for each in near
    ]


def switch_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give, for each rival, the smallest change of one score that draws it level."""
    found, names = results.sensitivity, Names(appraisal)
    if found is None:
        return []
    return [
        (
            names.option(each.rival),
            f"{each.lead:.1f}",
            _switch(names, each.smallest_rise, "rise by"),
            _switch(names, each.smallest_fall, "fall by"),
        )
        for each in sorted(found.score_switches, key=lambda rival: rival.lead)
    ]


def tornado_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the scores and weights that move the lead most, the most first."""
    if results.sensitivity is None or results.sensitivity.tornado is None:
        return []
    names = Names(appraisal)
    return [_bar(names, each) for each in results.sensitivity.tornado.swings[:MOST_BARS]]


def value_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each option's total against what it costs, and what is both better and cheaper."""
    if results.sensitivity is None:
        return []
    names, found = Names(appraisal), results.sensitivity.value_against_cost
    return [
        *(
            (
                names.option(each.option),
                points(each.value),
                pounds(each.cost),
                names.few(each.beaten_by) or "Nothing",
            )
            for each in sorted(found.options, key=lambda option: option.cost)
        ),
        *(
            (names.option(each), _total(results.of[each]), "Not known", "Not compared")
            for each in found.uncosted
        ),
    ]


def certain(appraisal: Appraisal, results: Results) -> Iterator[str]:
    """Say in a sentence each what holds whatever the weights are, and what a single point does."""
    found, names = results.sensitivity, Names(appraisal)
    if found is None:
        yield no_sensitivity(results)
        return
    without = [each.option for each in results.options if each.total is None and not each.barred]
    if without:
        yield f"Without a total, and so left out here: {names.few(without)}."
    if results.verdict.leader is None:
        yield NO_LEAD
    yield from _dominances(names, found)
    yield from ahead_by_any_weights(names, results, found)
    moved = how_many_points(found.step)
    cells = {(each.option, each.criterion) for each in found.decisive_steps}
    if cells:
        yield f"{counted(len(cells), 'single score')} would change who leads by moving {moved}."
    else:
        yield f"No single score changes who leads by moving {moved}."
    if any(each.order_changed for each in found.without_each):
        yield "The order of the others changes when an option is left out."
    elif len(found.without_each) > _TWO:
        yield "Leaving any option out changes nothing in the order of the others."


_TWO = 2
"""Of so many options there is no order left when one is left out."""


def _dominances(names: Names, found: Sensitivity) -> Iterator[str]:
    below: dict[OptionId, list[OptionId]] = {}
    for each in found.dominances:
        below.setdefault(each.dominant, []).append(each.dominated)
    most_first = sorted(below.items(), key=lambda pair: -len(pair[1]))
    for dominant, dominated in most_first[:_MOST_SAID]:
        yield (
            f"{names.option(dominant)} is at least as good as {names.few(dominated)} on every "
            "criterion."
        )
    if len(most_first) > _MOST_SAID:
        more = counted(len(most_first) - _MOST_SAID, "more option")
        yield f"The same can be said of {more}, over others."


def _total(result: OptionResult) -> str:
    return "No total" if result.total is None else points(result.total)


def _how_far(each: CriticalWeight) -> float:
    return abs(each.critical - each.weight)


def _switch(names: Names, switch: ScoreSwitch | None, verb: str) -> str:
    if switch is None:
        return "Not possible"
    moved = how_many_points(switch.points).removesuffix("s").removesuffix(" point")
    return f"{verb} {moved} on {names.criterion(switch.criterion)}"


def _bar(names: Names, each: Swing) -> Row:
    of = names.option(each.option) if each.option else "its weight"
    return (
        f"{names.criterion(each.criterion)}: {of}",
        *(_end(end, is_weight=each.option is None) for end in (each.low, each.high)),
        "Yes" if each.leader_changes else "No",
    )


def _end(end: SwingEnd, *, is_weight: bool) -> str:
    at = whole_percent(end.at) if is_weight else points(end.at)
    return f"{signed(end.over_best)} at {at}"
