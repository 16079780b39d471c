"""What the options cost and are worth, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.money.concentration import Concentration
from appraiser.analysis.money.money_results import MoneyResults
from appraiser.analysis.money.switching_values import Switch, SwitchingValue
from appraiser.analysis.money.valuations import Valuation
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import Ref
from appraiser.domain.naming import Names
from appraiser.domain.term import in_sentence
from appraiser.domain.written import counted, long_date, percent, pounds, year_month_or_day

Row = tuple[str, ...]

NOT_KNOWN = "Not known"
ALL_OF_ITSELF = 100.0
"""In per cent: an input that would have to change by more is no likely turn of events."""


def cost_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give what each option costs as the lines say, with VAT and tax apart."""
    names = Names(appraisal)
    return [
        (
            names.option(each.option),
            _money(each.costs.one_off),
            _money(each.costs.yearly),
            _money(each.costs.lost_vat_and_tax),
            _gain(each.costs.break_even_productivity),
        )
        for each in results.options
    ]


def worth_words(results: Results) -> str:
    """Say at which rates, over which years and at which prices present values are worked out."""
    money = results.money
    if money.schedule is None:
        return "Choose a discount schedule among the ground rules, and present values follow."
    schedule = money.schedule
    standing = " It is a proposal and not in force." if schedule.pending else ""
    health = " Gains in health have rates of their own." if schedule.health else ""
    base = money.price_base or "a price base that is not named"
    return (
        f"{schedule.name} as of {year_month_or_day(schedule.vintage)}, for "
        f"{counted(money.horizon, 'year')} at {base}.{standing}{health} The social value "
        "leaves VAT and tax out, which are only passed on within the public sector; the trust's "
        "cash takes them in."
    )


def worth_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each option's present values against business as usual."""
    if results.money.schedule is None:
        return []
    names, of = Names(appraisal), results.money.of
    return [
        (
            names.option(each.option),
            _money(of[each.option].economic.incremental.npv),
            _money(of[each.option].economic.incremental.eanc),
            _estimate(of[each.option].financial.incremental),
        )
        for each in results.options
    ]


def unknown_words(results: Results) -> str:
    """Say why present values are missing, where some are."""
    labels = {
        why.label
        for option in results.money.options
        for view in (option.economic, option.financial)
        if view.incremental.npv is None
        for why in view.incremental.why
    }
    said = "; ".join(map(in_sentence, sorted(labels)))
    return f"Where a value is not known: {said}." if said else ""


def switching_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the inputs whose change, up to all of themselves, would make options change places."""
    names = Names(appraisal)
    found = [
        (abs(each.order.change), each, each.order)
        for option in results.money.options
        for each in option.switching
        if each.order is not None and each.order.change is not None and each.about is not None
    ]
    near = sorted((each for each in found if each[0] <= ALL_OF_ITSELF), key=lambda item: item[0])
    return [_switch(names, each, order) for _, each, order in near]


def contract_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the biggest contract of the trust and of each service line."""
    names = Names(appraisal)
    return [_contract(names, each) for each in _known(results.money)]


def _known(money: MoneyResults) -> Iterator[Concentration]:
    return (each for each in money.contracts if each.contract or each.share is not None)


def _switch(names: Names, each: SwitchingValue, order: Switch) -> Row:
    assert each.about is not None
    change = order.change or 0.0
    return (
        f"{names.of(each.about)}: {names.option(each.option)}",
        pounds(each.base),
        f"{pounds(order.value)} ({change:+.0f}%)",
        "" if each.against is None else names.option(each.against),
    )


def _contract(names: Names, each: Concentration) -> Row:
    whose = (
        "The trust"
        if each.service_line is None
        else names.of(Ref("service_lines", each.service_line))
    )
    ends = "Not given" if each.ends is None else long_date(each.ends)
    return (
        f"{whose}: {each.contract or 'not named'}",
        NOT_KNOWN if each.share is None else f"{100 * each.share:.0f}%",
        ends,
        "Yes" if each.within_horizon else "No",
    )


def _estimate(of: Valuation) -> str:
    return _money(of.npv) + " (estimate)" * (of.estimated and of.npv is not None)


def _money(pence: int | None) -> str:
    return NOT_KNOWN if pence is None else pounds(pence)


def _gain(value: float | None) -> str:
    if value is None:
        return NOT_KNOWN
    return f"{percent(round(value, 1))} of income" if value else "None"
