"""All that follows for money: every option's value, taxes, contracts and switching values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.concentration import (
    Concentration,
    concentration_findings,
    concentrations,
    contracts_of,
)
from appraiser.analysis.money.discounting import Discounting, discounting
from appraiser.analysis.money.flow_kinds import ECONOMIC, FINANCIAL
from appraiser.analysis.money.flows import flow_findings
from appraiser.analysis.money.npsv import less, valuation
from appraiser.analysis.money.optimism import ended, optimism_findings
from appraiser.analysis.money.option_money import (
    AtSchedule,
    Case,
    OptionMoney,
    case_of,
    stream_worth,
)
from appraiser.analysis.money.schedules import (
    ScheduleUsed,
    chosen_schedule,
    described,
    health_schedule,
    schedule_findings,
    sensitivity_schedules,
)
from appraiser.analysis.money.streams import is_valued
from appraiser.analysis.money.switching_values import (
    SwitchingValue,
    contenders,
    rivals,
    switching_values,
)
from appraiser.analysis.money.tax_findings import tax_findings
from appraiser.analysis.money.valuations import View, Why, not_valued
from appraiser.analysis.not_yet import NotYet
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage

if TYPE_CHECKING:
    from appraiser.catalogue.discounting import DiscountSchedule
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class MoneyResults:
    """All that follows for money. Present values are in whole pence at the price base.

    `options` stand in the order of the shortlist.
    """

    schedule: ScheduleUsed | None
    """None while none is chosen that is known; every present value is then None and says why."""
    sensitivities: tuple[ScheduleUsed, ...]
    """The other schedules that present values are tried at, in force or proposed."""
    price_base: str
    base_year: int | None
    """Year 0."""
    horizon: int
    """How many years are costed, year 0 among them."""
    factors: tuple[float, ...]
    """The discount factor of each year; empty while nothing can be discounted."""
    health_factors: tuple[float, ...]
    """The same for gains in health; empty where there are none in money."""
    contracts: tuple[Concentration, ...]
    """The biggest contract of the trust, then of each service line."""
    options: tuple[OptionMoney, ...]
    findings: tuple[Finding, ...]

    @property
    def of(self) -> Mapping[OptionId, OptionMoney]:
        """What follows for each option by its id."""
        return {each.option: each for each in self.options}


_Views = Mapping[OptionId, tuple[View, ...]]


@dataclass(frozen=True, slots=True)
class _Rates:
    """A schedule, named, with its factors; or why there are none."""

    used: ScheduleUsed | None
    tables: Discounting | None
    why: Why = Why.NO_SCHEDULE


def money_results(appraisal: Appraisal, catalogue: Catalogue) -> MoneyResults:
    """Work out what follows for money, at the chosen discount schedule and tried at others.

    What stops a figure from being worked out is a finding or a `Why`, never an exception.
    """
    rates, findings = _chosen(appraisal, catalogue)
    others = [
        _rates(each, appraisal, catalogue) for each in sensitivity_schedules(appraisal, catalogue)
    ]
    cases = [case_of(appraisal, option, catalogue) for option in appraisal.shortlist]
    baseline = _baseline(appraisal, cases, catalogue)
    contracts = concentrations(appraisal)
    figures = _Figures(
        tables=rates.tables,
        views=_views(cases, baseline, rates),
        tried=[
            (each.used.id, _views(cases, baseline, each, financial=False))
            for each in others
            if each.used
        ],
        switching=_switching(cases, rates.tables),
        contracts=contracts,
    )
    return MoneyResults(
        schedule=rates.used,
        sensitivities=tuple(each.used for each in others if each.used),
        price_base=appraisal.costing.price_base.strip(),
        base_year=appraisal.costing.base_year,
        horizon=appraisal.costing.horizon,
        factors=_factors(rates.tables, health=False),
        health_factors=_factors(rates.tables, health=True) if _gains_health(appraisal) else (),
        contracts=contracts,
        options=tuple(_option(case, figures) for case in cases),
        findings=(*findings, *_findings(appraisal, catalogue, cases, contracts)),
    )


def _findings(
    appraisal: Appraisal,
    catalogue: Catalogue,
    cases: Sequence[Case],
    contracts: tuple[Concentration, ...],
) -> Iterator[Finding]:
    yield from flow_findings(appraisal)
    yield from optimism_findings(appraisal, catalogue.optimism)
    yield from tax_findings(appraisal, [case.taxes for case in cases])
    yield from concentration_findings(appraisal, contracts)


@dataclass(frozen=True, slots=True)
class _Figures:
    """What was worked out for all options together, by the id of each."""

    tables: Discounting | None
    views: _Views
    tried: Sequence[tuple[str, _Views]]
    """The economic view at each other schedule, by the schedule's id."""
    switching: Mapping[OptionId, tuple[SwitchingValue, ...]]
    contracts: tuple[Concentration, ...]


def _option(case: Case, figures: _Figures) -> OptionMoney:
    option = case.option.id
    economic, financial = figures.views[option]
    return OptionMoney(
        option=option,
        economic=economic,
        financial=financial,
        sensitivities=tuple(AtSchedule(each, views[option][0]) for each, views in figures.tried),
        streams=tuple(stream_worth(each, figures.tables) for each in case.streams),
        flows=case.flows,
        unvalued=case.unvalued,
        unmonetisable=case.unmonetisable,
        taxes=case.taxes,
        contracts=contracts_of(case.option, figures.contracts),
        switching=figures.switching.get(option, ()),
    )


def _chosen(appraisal: Appraisal, catalogue: Catalogue) -> tuple[_Rates, Sequence[Finding]]:
    """Give the rates of the chosen schedule, and what there is to find in the choice."""
    try:
        schedule = chosen_schedule(appraisal, catalogue)
    except NotYet:  # `domain.wants` asks for it
        return _Rates(None, None), ()
    except Problem as problem:
        return _Rates(None, None, Why.UNKNOWN_SCHEDULE), [_wrong("schedule-unknown", problem)]
    findings = list(schedule_findings(appraisal, catalogue, schedule))
    try:
        return _Rates(described(schedule, catalogue), _tables(schedule, appraisal, catalogue)), (
            findings
        )
    except Problem as problem:
        rates = _Rates(described(schedule, catalogue), None, Why.NO_RATE)
        return rates, [*findings, _wrong("no-rate", problem)]


def _wrong(code: str, problem: Problem) -> Finding:
    words = f"Nothing can be discounted: {ended(problem.what)}"
    return Finding(code, Severity.ERROR, Stage.COSTS, words, Ref("costing"), "schedule")


def _rates(schedule: DiscountSchedule, appraisal: Appraisal, catalogue: Catalogue) -> _Rates:
    used = described(schedule, catalogue)
    try:
        return _Rates(used, _tables(schedule, appraisal, catalogue))
    except Problem:
        return _Rates(used, None, Why.NO_RATE)


def _tables(schedule: DiscountSchedule, appraisal: Appraisal, catalogue: Catalogue) -> Discounting:
    """Give the factors of a schedule, and those for gains in health where there are any."""
    health = health_schedule(schedule, catalogue) if _gains_health(appraisal) else schedule
    return discounting(schedule, health, appraisal.costing.horizon)


def _gains_health(appraisal: Appraisal) -> bool:
    return any(each.health and is_valued(each) for each in appraisal.benefits)


def _baseline(appraisal: Appraisal, cases: Sequence[Case], catalogue: Catalogue) -> Case | None:
    """Give business as usual, whether or not it is on the shortlist."""
    option = appraisal.business_as_usual
    if option is None:
        return None
    known = next((case for case in cases if case.option.id == option.id), None)
    return known or case_of(appraisal, option, catalogue)


def _views(
    cases: Sequence[Case], baseline: Case | None, rates: _Rates, *, financial: bool = True
) -> _Views:
    """Give each option's economic view and, where it is asked for, its financial one."""
    asked = (ECONOMIC, FINANCIAL) if financial else (ECONOMIC,)
    tables = rates.tables
    if tables is None:
        nothing = tuple(not_valued(kinds, rates.why) for kinds in asked)
        return {case.option.id: nothing for case in cases}
    least = baseline.worth(tables) if baseline else None
    found = {}
    for case in cases:
        worth = case.worth(tables)
        added = less(worth, least)
        found[case.option.id] = tuple(
            View(valuation(worth, kinds, tables), valuation(added, kinds, tables))
            for kinds in asked
        )
    return found


def _switching(
    cases: Sequence[Case], tables: Discounting | None
) -> dict[OptionId, tuple[SwitchingValue, ...]]:
    """Give the switching values of the options that have an NPSV."""
    if tables is None:
        return {}
    known = {
        case.option.id: case.streams for case in cases if not case.unknown.keys() & set(ECONOMIC)
    }
    found = contenders(known, tables)
    against = rivals(found)
    return {each.option: switching_values(each, against[each.option], tables) for each in found}


def _factors(tables: Discounting | None, *, health: bool) -> tuple[float, ...]:
    """Divide whole numbers, so that each factor is rounded once."""
    if tables is None:
        return ()
    return tuple(each / tables.whole for each in tables.table(health=health).weights)
