"""An option's money year by year, each kind apart, before it is discounted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from appraiser.analysis.money.flow_kinds import FlowKind
from appraiser.analysis.money.pence import half_up
from appraiser.analysis.money.streams import Stream, common_unit, is_valued
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.case import Benefit
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import BenefitId, OptionId, Ref
from appraiser.domain.money_terms import CostCategory
from appraiser.domain.terms import BenefitKind, Stage


@dataclass(frozen=True, slots=True)
class YearlyFlow:
    """One kind of flow of one option in whole pence, for each year from 0 to horizon - 1.

    At the price base, with optimism bias, not discounted, and as it counts: a cost is below
    nought. Which kinds count in which view is said in `streams`.
    """

    kind: FlowKind
    amounts: tuple[int, ...]
    health: bool
    """Gains in health, discounted at the health schedule; kept apart from the rest of the kind."""


class _Key(NamedTuple):
    kind: FlowKind
    health: bool


def yearly_flows(streams: Sequence[Stream], horizon: int) -> tuple[YearlyFlow, ...]:
    """Add up streams by kind and by year, rounding each sum once; kinds with none are left out."""
    unit = common_unit(streams)
    steps: dict[_Key, list[int]] = {}
    for stream in streams:
        if stream.years:
            found = steps.setdefault(_Key(stream.kind, stream.health), [0] * (horizon + 1))
            found[stream.first] += stream.times(unit)
            found[stream.last + 1] -= stream.times(unit)
    return tuple(
        YearlyFlow(key.kind, tuple(_rounded(changes[:-1], unit)), key.health)
        for key, changes in sorted(steps.items(), key=_place)
    )


def _rounded(changes: Sequence[int], unit: int) -> Iterator[int]:
    """Give the sum of the changes so far in pence, rounding it again only where it changed."""
    so_far, pence = 0, 0
    for change in changes:
        if change:
            so_far += change
            pence = half_up(so_far, unit)
        yield pence


_PLACES = {kind: place for place, kind in enumerate(FlowKind)}


def _place(item: tuple[_Key, object]) -> tuple[int, bool]:
    key = item[0]
    return _PLACES[key.kind], key.health


def unmonetisable(appraisal: Appraisal, option: OptionId) -> tuple[BenefitId, ...]:
    """Give the benefits of an option that no money can express: they are listed, never valued."""
    return tuple(each.id for each in _brought(appraisal, option) if _is_unmonetisable(each))


def unvalued(appraisal: Appraisal, option: OptionId) -> tuple[BenefitId, ...]:
    """Give the benefits of an option that could have a value and have none yet."""
    return tuple(
        each.id
        for each in _brought(appraisal, option)
        if not is_valued(each) and not _is_unmonetisable(each)
    )


def _brought(appraisal: Appraisal, option: OptionId) -> Iterator[Benefit]:
    return (each for each in appraisal.benefits if option in each.options)


def _is_unmonetisable(benefit: Benefit) -> bool:
    return benefit.kind is BenefitKind.UNMONETISABLE


def flow_findings(appraisal: Appraisal) -> Iterator[Finding]:
    """Find benefits and costs that do not count, or not as they were meant."""
    for benefit in appraisal.benefits:
        yield from _benefit(benefit, appraisal.costing.horizon)
    for line in appraisal.cost_lines:
        at = Ref("cost_lines", line.id)
        if line.first_year >= appraisal.costing.horizon and line.amount:
            words = f'"{named(line)}" falls after the years that are costed, and is not counted.'
            yield Finding("beyond", Severity.WARNING, Stage.COSTS, words, at, "first_year")
        if line.category is CostCategory.SAVING and line.amount > 0:
            words = f'"{named(line)}" is called a saving, but above nought it counts as a cost.'
            yield Finding("saving-sign", Severity.WARNING, Stage.COSTS, words, at, "amount")


def _benefit(benefit: Benefit, horizon: int) -> Iterator[Finding]:
    name = named(benefit)
    if _is_unmonetisable(benefit):
        if benefit.yearly_value:
            words = f'"{name}" is called unmonetisable, so the value put on it is not counted.'
            yield _look("unmonetisable-valued", benefit, words, "kind")
        return
    if benefit.yearly_value is None:
        words = f'"{name}" has no value in a year, so no sum of money counts it.'
        yield _look("benefit-unvalued", benefit, words, "yearly_value")
        return
    if not benefit.options:
        words = f'"{name}" has a value, but no option is said to bring it.'
        yield _look("benefit-unplaced", benefit, words, "options")
    if benefit.first_year is None:
        words = f'"{name}" is counted from year 0, since nobody said when it begins.'
        yield _look("benefit-years", benefit, words, "first_year")
    elif benefit.first_year >= horizon:
        words = f'"{name}" begins after the years that are costed, and is not counted.'
        yield _look("beyond", benefit, words, "first_year")


def _look(code: str, benefit: Benefit, words: str, field: str) -> Finding:
    at = Ref("benefits", benefit.id)
    return Finding(code, Severity.WARNING, Stage.CASE, words, at, field)
