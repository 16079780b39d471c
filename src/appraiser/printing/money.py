"""What each option costs and is worth, on a terminal."""

from __future__ import annotations

from appraiser.analysis.money.valuations import Why
from appraiser.analysis.results import Results
from appraiser.domain.naming import Names
from appraiser.domain.term import in_sentence
from appraiser.domain.written import percent, pounds
from appraiser.printing.page import Page


def print_money(page: Page, names: Names, results: Results) -> None:
    """Print costs as they are given, then in the value of the base year."""
    money = results.money
    page.heading("Costs, and what they are worth today")
    page.table(
        "Cost, undiscounted",
        ("Once", "Every year", "VAT and tax a year"),
        (
            (
                names.option(each.option),
                *map(
                    _amount,
                    (each.costs.one_off, each.costs.yearly, each.costs.lost_vat_and_tax),
                ),
            )
            for each in results.ranked
        ),
    )
    if money.schedule is None:
        page.say("No discount schedule is chosen, so nothing is discounted.")
        return
    used = money.schedule
    proposed = ", a proposal that is not in force" if used.pending else ""
    page.say(
        f"Discounted by {used.name} (as of {used.vintage}{proposed}), {money.horizon} years, "
        f"{money.price_base or 'price base not named'}."
    )
    of = money.of
    page.table(
        "Against business as usual",
        ("NPSV", "Equivalent a year", "In cash, with VAT and tax", "Break-even gain"),
        (
            (
                names.option(each.option),
                _amount(of[each.option].economic.incremental.npv),
                _amount(of[each.option].economic.incremental.eanc),
                _amount(of[each.option].financial.incremental.npv),
                _share(of[each.option].taxes.break_even),
            )
            for each in results.ranked
        ),
    )
    reasons: set[Why] = set()
    for option in money.options:
        for view in (option.economic, option.financial):
            reasons |= {*view.incremental.why} if view.incremental.npv is None else set()
    if reasons:
        said = "; ".join(in_sentence(each.label) for each in Why if each in reasons)
        page.say(f"Where an amount is not known: {said}.")


def _amount(pence: int | None) -> str:
    return "not known" if pence is None else pounds(pence)


def _share(value: float | None) -> str:
    return "not known" if value is None else percent(round(value, 2))
