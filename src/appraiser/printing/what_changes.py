"""What drives the lead and what would end it, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.explanation import LeadOver, NearestSwitch
from appraiser.analysis.results import Results
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.domain.naming import Names
from appraiser.domain.written import counted, how_many_points, points, signed
from appraiser.printing.page import Page
from appraiser.saying.of_results import NO_LEAD, ahead_by_any_weights, no_sensitivity

_MOST_BARS = 8
"""Bars of the tornado that are printed; `--json` has them all."""

_MOST_SAID = 5
"""Sentences of one kind that are printed; `--json` has them all."""


def print_what_changes(page: Page, names: Names, results: Results) -> None:
    """Print what the lead is made of, what would end it, and what never could."""
    found, why = results.sensitivity, results.explanation
    if results.weights is None:
        return
    page.heading("What drives the answer, and what would change it")
    if found is None:
        page.say(no_sensitivity(results))
        return
    if why is not None:
        for lead in why.leads:
            page.say(_made_of(names, lead))
        if why.nearest_weight is not None:
            page.say(_weight(names, why.nearest_weight))
        if why.nearest_switch is not None:
            page.say(_switch(names, results, why.nearest_switch))
    for words in _exact(names, results, found):
        page.say(words)
    if found.tornado is not None:
        page.table(
            "If one thing at a time moves",
            ("From", "To", "Lead at the first", "At the second"),
            (
                (
                    names.criterion(each.criterion)
                    + (f", {names.option(each.option)}" if each.option else ", its weight"),
                    _at(each.low.at, weight=each.option is None),
                    _at(each.high.at, weight=each.option is None),
                    signed(each.low.over_best),
                    signed(each.high.over_best),
                )
                for each in found.tornado.swings[:_MOST_BARS]
            ),
        )


def _made_of(names: Names, lead: LeadOver) -> str:
    parts = ", ".join(
        f"{names.criterion(each.criterion)} {signed(each.points)}" for each in lead.drivers
    )
    return f"The lead over {names.option(lead.over)}, {lead.lead:.1f} points, is made of: {parts}."


def _weight(names: Names, each: CriticalWeight) -> str:
    way = "more" if each.upwards else "less"
    return (
        f"The nearest weight that changes it: {names.criterion(each.criterion)} counting for {way} "
        f"than {each.critical:.1%} (now {each.weight:.1%}) would put "
        f"{names.option(each.new_leader)} first."
    )


def _switch(names: Names, results: Results, nearest: NearestSwitch) -> str:
    switch, leader = nearest.switch, results.verdict.leader
    rival, criterion = names.option(nearest.rival), names.criterion(switch.criterion)
    moved, level = how_many_points(switch.points), "it"
    if switch.rise_to is not None or leader is None:
        change = f"{moved} more for {rival} on {criterion}"
    else:
        change, level = f"{moved} less for {names.option(leader)} on {criterion}", rival
    return f"The nearest score that changes it: {change} would bring {level} level."


def _exact(names: Names, results: Results, found: Sensitivity) -> Iterator[str]:
    if results.verdict.leader is None:
        yield NO_LEAD
    cells = {(each.option, each.criterion) for each in found.decisive_steps}
    yield (
        f"Single scores that change who leads when moved by {how_many_points(found.step)}: "
        f"{len(cells) or 'none'}."
    )
    for each in found.dominances[:_MOST_SAID]:
        yield (
            f"{names.option(each.dominant)} is at least as good as {names.option(each.dominated)} "
            "on every criterion."
        )
    if len(found.dominances) > _MOST_SAID:
        yield f"The same holds for {counted(len(found.dominances) - _MOST_SAID, 'more pair')}."
    yield from ahead_by_any_weights(names, results, found)
    if found.value_against_cost.frontier:
        best = names.few(found.value_against_cost.frontier)
        yield f"Nothing is both better and cheaper than: {best}."
    if found.value_against_cost.uncosted:
        without = names.few(found.value_against_cost.uncosted)
        yield f"Not costed with VAT and tax, and so not compared for cost: {without}."


def _at(value: float, *, weight: bool) -> str:
    return f"{value:.1%}" if weight else points(value)
