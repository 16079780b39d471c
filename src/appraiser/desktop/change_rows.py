"""What drives the lead and what would end it, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.results import Results
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.score_switching import ScoreSwitch
from appraiser.analysis.sensitivity.tornado import Swing, SwingEnd
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.naming import Names
from appraiser.domain.written import points, pounds

Row = tuple[str, ...]

MOST_BARS = 12
"""Bars of the tornado that are shown; the rest move the lead less."""


def lead_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give what each criterion adds to the lead over the runner-up and over business as usual."""
    why = results.explanation
    if why is None or not why.leads:
        return []
    names = Names(appraisal)
    by_lead = [{each.criterion: each.points for each in lead.drivers} for lead in why.leads]
    rows = [
        (
            names.criterion(driver.criterion),
            *(f"{lead[driver.criterion]:+.1f}" for lead in by_lead),
            *[""] * (2 - len(by_lead)),
        )
        for driver in why.leads[0].drivers
    ]
    totals = (f"{lead.lead:.1f} over {names.option(lead.over)}" for lead in why.leads)
    return [*rows, ("In all", *totals, *[""] * (2 - len(by_lead)))]


def weight_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each weight, of a criterion or a branch, that changes the leader, the nearest first."""
    found, names = results.sensitivity, Names(appraisal)
    if found is None:
        return []
    near = sorted((*found.critical_weights, *found.branch_critical_weights), key=_how_far)
    return [
        (
            names.criterion(each.criterion),
            f"{each.weight:.0%}",
            f"{'more' if each.upwards else 'less'} than {each.critical:.0%}",
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
                names.options(each.beaten_by) or "Nothing",
            )
            for each in sorted(found.options, key=lambda option: option.cost)
        ),
        *((names.option(each), "", "Not known", "Not compared") for each in found.uncosted),
    ]


def certain(appraisal: Appraisal, results: Results) -> Iterator[str]:
    """Say in a sentence each what holds whatever the weights are."""
    found, names = results.sensitivity, Names(appraisal)
    if found is None:
        return
    for each in found.dominances:
        yield (
            f"{names.option(each.dominant)} is at least as good as {names.option(each.dominated)} "
            "on every criterion."
        )
    decisive = len(found.decisive_steps)
    if decisive:
        yield f"{decisive} single scores would change who leads if they moved by 1 point."
    else:
        yield "No single score changes who leads by moving 1 point."
    if any(each.order_changed for each in found.without_each):
        yield "The order of the others changes when an option is left out."
    else:
        yield "Leaving any option out changes nothing in the order of the others."


def _how_far(each: CriticalWeight) -> float:
    return abs(each.critical - each.weight)


def _switch(names: Names, switch: ScoreSwitch | None, verb: str) -> str:
    if switch is None:
        return "Not possible"
    return f"{verb} {points(switch.points)} on {names.criterion(switch.criterion)}"


def _bar(names: Names, each: Swing) -> Row:
    of = names.option(each.option) if each.option else "its weight"
    return (
        f"{names.criterion(each.criterion)}: {of}",
        *(_end(end, is_weight=each.option is None) for end in (each.low, each.high)),
        "Yes" if each.leader_changes else "No",
    )


def _end(end: SwingEnd, *, is_weight: bool) -> str:
    at = f"{end.at:.0%}" if is_weight else points(end.at)
    return f"{end.over_best:+.1f} at {at}"
