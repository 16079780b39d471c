"""What drives the lead and what would end it, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.explanation import LeadOver, NearestSwitch
from appraiser.analysis.results import Results
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.domain.naming import Names
from appraiser.domain.written import counted, plain_number, points
from appraiser.printing.page import Page

_MOST_BARS = 8
"""Bars of the tornado that are printed; `--json` has them all."""


def print_what_changes(page: Page, names: Names, results: Results) -> None:
    """Print what the lead is made of, what would end it, and what never could."""
    found, why = results.sensitivity, results.explanation
    if found is None:
        return
    page.heading("What drives the answer, and what would change it")
    if why is not None:
        for lead in why.leads:
            page.say(_made_of(names, lead))
        if why.nearest_weight is not None:
            page.say(_weight(names, why.nearest_weight))
        if why.nearest_switch is not None:
            page.say(_switch(names, results, why.nearest_switch))
    for words in _exact(names, found):
        page.say(words)
    if found.tornado is not None:
        page.table(
            "If one thing at a time moves",
            ("From", "To", "Lead at one end", "At the other"),
            (
                (
                    names.criterion(each.criterion)
                    + (f", {names.option(each.option)}" if each.option else ", its weight"),
                    _at(each.low.at, weight=each.option is None),
                    _at(each.high.at, weight=each.option is None),
                    f"{each.low.over_best:.1f}",
                    f"{each.high.over_best:.1f}",
                )
                for each in found.tornado.swings[:_MOST_BARS]
            ),
        )


def _made_of(names: Names, lead: LeadOver) -> str:
    parts = ", ".join(
        f"{names.criterion(each.criterion)} {each.points:+.1f}" for each in lead.drivers
    )
    return f"Over {names.option(lead.over)} the lead of {lead.lead:.1f} points is made of: {parts}."


def _weight(names: Names, each: CriticalWeight) -> str:
    way = "more" if each.upwards else "less"
    return (
        f"The nearest weight that changes it: {names.criterion(each.criterion)} counting for {way} "
        f"than {each.critical:.1%} (now {each.weight:.1%}) puts {names.option(each.new_leader)} "
        "first."
    )


def _switch(names: Names, results: Results, nearest: NearestSwitch) -> str:
    switch, leader = nearest.switch, results.verdict.leader
    rival = names.option(nearest.rival)
    moved = f"{rival} rising by {points(switch.points)}"
    if switch.rise_to is None and leader is not None:
        moved = f"{names.option(leader)} falling by {points(switch.points)}"
    return (
        f"The nearest score that changes it: {moved} points on "
        f"{names.criterion(switch.criterion)} puts {rival} level."
    )


def _exact(names: Names, found: Sensitivity) -> Iterator[str]:
    count = len(found.decisive_steps) or "none"
    moved = counted(1, "point") if found.step == 1 else f"{plain_number(found.step)} points"
    yield f"Single scores that change who leads when moved by {moved}: {count}."
    for each in found.dominances:
        yield f"{names.option(each.dominant)} dominates {names.option(each.dominated)}."
    ahead = [
        f"{names.option(each.dominant)} over {names.option(each.dominated)}"
        for each in found.rank_order_dominances
    ]
    if ahead:
        yield f"Ahead whatever the weights, as long as their order holds: {'; '.join(ahead)}."
    frontier = found.value_against_cost.frontier
    if frontier:
        yield f"Nothing is both better and cheaper than: {names.options(frontier)}."
    if found.value_against_cost.uncosted:
        without = names.options(found.value_against_cost.uncosted)
        yield f"Not costed with VAT and tax, and so not compared for cost: {without}."


def _at(value: float, *, weight: bool) -> str:
    return f"{value:.1%}" if weight else points(value)
