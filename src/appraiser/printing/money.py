"""What each option costs and is worth, on a terminal."""

from __future__ import annotations

from appraiser.analysis.money.money_results import MoneyResults
from appraiser.analysis.money.valuations import Valuation, Why
from appraiser.analysis.results import Results
from appraiser.domain.naming import Names
from appraiser.domain.term import in_sentence
from appraiser.domain.written import counted, percent, pounds, year_month_or_day
from appraiser.printing.page import Page


def print_money(page: Page, names: Names, results: Results) -> None:
    """Print costs as they are given, then what they are worth against business as usual."""
    if not results.options:
        return
    page.heading("Costs, and what they are worth today")
    page.table(
        "Cost, undiscounted",
        ("Once", "Every year", "VAT and tax a year", "Break-even productivity"),
        (
            (
                names.option(each.option),
                *map(
                    _amount,
                    (each.costs.one_off, each.costs.yearly, each.costs.lost_vat_and_tax),
                ),
                _share(each.costs.break_even_productivity),
            )
            for each in results.ranked
        ),
    )
    _worth(page, names, results)


def _worth(page: Page, names: Names, results: Results) -> None:
    money = results.money
    if money.schedule is None:
        page.say("No discount schedule is chosen, so nothing is discounted.")
        return
    page.say(
        f"Discounted by {money.schedule.name} as of "
        f"{year_month_or_day(money.schedule.vintage)}, over {counted(money.horizon, 'year')} at "
        f"{money.price_base or 'a price base that is not named'}. The social value leaves VAT and "
        "tax out; the trust's cash takes them in."
    )
    if money.schedule.pending:
        page.say("That schedule is a proposal and not in force.", "bold yellow")
    of = money.of
    page.table(
        "Against business as usual",
        ("Social value (NPSV)", "The same a year", "The trust's cash"),
        (
            (
                names.option(each.option),
                _amount(of[each.option].economic.incremental.npv),
                _amount(of[each.option].economic.incremental.eanc),
                _estimate(of[each.option].financial.incremental),
            )
            for each in results.ranked
        ),
    )
    reasons = _reasons(money)
    if reasons:
        page.say(f"Where an amount is not known: {reasons}.")


def _reasons(money: MoneyResults) -> str:
    found: set[Why] = set()
    for option in money.options:
        for view in (option.economic, option.financial):
            found |= {*view.incremental.why} if view.incremental.npv is None else set()
    found -= _OF_OTHERS
    return "; ".join(in_sentence(each.label) for each in Why if each in found)


_OF_OTHERS = {Why.UNVALUED, Why.ONE_YEAR, Why.NO_COST, Why.NO_BENEFIT}
"""Why some other figure than a present value is not there."""


def _estimate(of: Valuation) -> str:
    return _amount(of.npv) + " (estimate)" * (of.estimated and of.npv is not None)


def _amount(pence: int | None) -> str:
    return "not known" if pence is None else pounds(pence)


def _share(of_income: float | None) -> str:
    if of_income is None:
        return "not known"
    return f"{percent(round(of_income, 1))} of income" if of_income else "none"
