"""Traps that other systems fell into over money (peers.md section 8, items 8 and 9)."""

from fractions import Fraction

import pytest
from tests.analysis.money.costed import X, benefit, cost, costed, costing, once, rates, results

from appraiser.analysis.money.pence import to_pence
from appraiser.analysis.money.rounding import RoundedRows, rounded_rows
from appraiser.catalogue.loading import Catalogue


@pytest.mark.parametrize("year", range(66, 71))
def test_years_66_to_70_are_discounted_like_the_rest(catalogue: Catalogue, year: int) -> None:
    """Before its third version the CIA model dropped the rates for these years."""
    appraisal = costed(
        once(10**9, first_year=year),
        benefit(10**7, first_year=year, last_year=year),
        costing=costing(71),
    )
    factor = 1 / (Fraction(1035, 1000) ** 30 * Fraction(103, 100) ** (year - 30))
    worth = results(appraisal, catalogue).of[X].economic.in_itself

    assert worth.costs == to_pence(10**9 * factor)
    assert worth.benefits == to_pence(10**7 * factor)
    assert worth.npv == to_pence((10**7 - 10**9) * factor)


def test_a_cost_of_every_year_is_discounted_to_the_end_of_the_horizon(
    catalogue: Catalogue,
) -> None:
    found = results(costed(cost(10**6), costing=costing(71)), catalogue)
    table = rates(catalogue, horizon=71).general

    assert found.of[X].economic.in_itself.costs == to_pence(table.present_value([10**6] * 71))
    assert len(found.factors) == 71
    assert all(
        later < earlier for earlier, later in zip(found.factors, found.factors[1:], strict=False)
    )


def test_a_printed_total_is_the_printed_rows_or_says_rounding(catalogue: Catalogue) -> None:
    """Three costs of 87 pence in year 20 print as 44 pence each, and come to 131, not 132."""
    lines = [once(87, f"line-{place}", first_year=20) for place in range(3)]
    found = results(costed(*lines, costing=costing(21)), catalogue).of[X]
    shown = [each.present_value for each in found.streams]
    worth = found.economic.in_itself

    assert (shown, worth.npv) == ([-44] * 3, -131)
    assert sum(row.present_value or 0 for row in worth.rows) + (worth.rounding or 0) == -131
    exactly = [-87 * rates(catalogue, horizon=21).general.factor(20)] * 3
    assert rounded_rows(exactly) == RoundedRows((-44,) * 3, -131, 1)


def test_the_vintage_of_the_rates_is_kept_with_what_rests_on_them(catalogue: Catalogue) -> None:
    found = results(costed(cost(5)), catalogue)

    assert found.schedule is not None
    assert found.schedule.vintage == "2026-11"


def test_pounds_are_rounded_when_they_are_printed_and_not_before(catalogue: Catalogue) -> None:
    """Ten lots of 49 pence are £4.90, though each prints as nought pounds."""
    lines = [cost(49, f"line-{place}") for place in range(10)]
    found = results(costed(*lines, costing=costing(1)), catalogue).of[X]

    assert found.economic.in_itself.costs == 490
    printed = rounded_rows([-(each.present_value or 0) for each in found.streams], 100)
    assert (printed.rows, printed.total, printed.rounding) == ((0,) * 10, 500, 500)
