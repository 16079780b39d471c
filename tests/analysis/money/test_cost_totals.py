"""What each option costs, undiscounted, with VAT and tax apart."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel, retained

from appraiser.analysis.money.cost_totals import CostTotals, cost_findings, cost_totals, years_of
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.costs import Costing, CostLine, TaxPosition
from appraiser.domain.ids import CostLineId, OptionId, ServiceLineId, TaxPositionId
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.terms import Scope
from appraiser.domain.trust import ServiceLine, Trust

X = OptionId("x")


def cost(amount: int, **changes) -> CostLine:
    return replace(CostLine(id=CostLineId("l"), option=X, amount=amount), **changes)


def once(amount: int, **changes) -> CostLine:
    return cost(amount, kind=CostKind.ONE_OFF, **changes)


def vat(amount: int, **changes) -> CostLine:
    return cost(amount, category=CostCategory.IRRECOVERABLE_VAT, **changes)


def position(**changes) -> TaxPosition:
    return TaxPosition(id=TaxPositionId("t"), option=X, **changes)


def appraised(*lines: CostLine, tax: tuple[TaxPosition, ...] = (), **changes) -> Appraisal:
    made = panel([1.0], {"x": (1,), "y": (1,)})
    return replace(
        made,
        cost_lines=lines,
        tax_positions=tax,
        **{"costing": Costing(horizon=5), "trust": Trust(income=200_000), **changes},
    )


def totals(appraisal: Appraisal) -> CostTotals:
    return cost_totals(appraisal, appraisal.options[0])


def test_one_off_and_yearly_costs_are_summed_apart_and_over_the_years() -> None:
    found = totals(appraised(once(1_000), cost(300), cost(-100), cost(77, option=OptionId("y"))))

    assert (found.one_off, found.yearly, found.over_horizon) == (1_000, 200, 2_000)


def test_an_option_that_nobody_costed_is_not_free() -> None:
    found = totals(appraised())

    assert (found.one_off, found.yearly, found.over_horizon) == (None, None, None)
    assert found.lost_vat_and_tax is None
    assert found.break_even_productivity is None


@pytest.mark.parametrize(
    ("line", "years"),
    [
        (cost(1), 5),
        (cost(1, first_year=2), 3),
        (cost(1, first_year=1, last_year=3), 3),
        (cost(1, first_year=1, last_year=90), 4),
        (cost(1, first_year=5), 0),
        (cost(1, first_year=4, last_year=2), 0),
        (once(1, first_year=4), 1),
        (once(1, first_year=5), 0),
    ],
)
def test_a_cost_counts_in_the_years_it_falls_in(line: CostLine, years: int) -> None:
    assert years_of(line, 5) == years


def test_lost_vat_and_tax_are_the_yearly_gain_that_must_be_earned_first() -> None:
    tax = position(lost_vat=3_000, taxable_surplus=5_000, tax_rate=20.0, settled=True)

    found = totals(appraised(cost(100), tax=(tax,)))

    assert (found.lost_vat, found.corporation_tax, found.lost_vat_and_tax) == (3_000, 1_000, 4_000)
    assert found.income == 200_000
    assert found.break_even_productivity == pytest.approx(2.0)
    assert found.over_horizon == 5 * (100 + 4_000)
    assert found.settled


def test_without_a_tax_position_vat_and_tax_come_from_the_costs() -> None:
    lines = (
        cost(100),
        vat(3_000),
        vat(500, kind=CostKind.ONE_OFF),
        cost(1_000, category=CostCategory.CORPORATION_TAX),
    )

    found = totals(appraised(*lines))

    assert (found.lost_vat, found.corporation_tax) == (3_000, 1_000)
    assert (found.one_off, found.yearly) == (0, 100)
    assert found.over_horizon == 500 + 5 * 4_100
    assert not found.settled


def test_what_a_tax_position_leaves_open_comes_from_the_costs() -> None:
    tax = position(taxable_surplus=5_000, tax_rate=20.0)
    unrated = position(taxable_surplus=5_000)

    assert totals(appraised(vat(3_000), tax=(tax,))).lost_vat_and_tax == 4_000
    assert totals(appraised(vat(3_000), tax=(unrated,))).lost_vat_and_tax == 3_000


def test_vat_stated_twice_is_counted_once() -> None:
    found = totals(appraised(vat(3_000), tax=(position(lost_vat=3_000),)))

    assert found.lost_vat == 3_000
    assert found.over_horizon == 15_000


def test_vat_stated_at_two_amounts_is_found() -> None:
    def codes(line: CostLine) -> list[str]:
        appraisal = appraised(line, tax=(position(lost_vat=3_000),))
        return [each.code for each in cost_findings(appraisal)]

    assert codes(vat(2_999)) == ["tax-differs"]
    assert codes(vat(3_000)) == []
    assert codes(cost(2_999)) == []


def test_a_service_line_must_earn_from_its_own_income() -> None:
    lines = tuple(
        ServiceLine(id=ServiceLineId(name), income=income)
        for name, income in (("ward", 30_000), ("clinic", 10_000), ("unknown", None))
    )

    def income(*names: str) -> int | None:
        option = retained(
            "x", scope=Scope.SERVICE_LINE, service_lines=tuple(map(ServiceLineId, names))
        )
        return cost_totals(appraised(service_lines=lines), option).income

    assert income("ward", "clinic") == 40_000
    assert income("ward", "unknown") is None
    assert income() is None


@pytest.mark.parametrize("income", [None, 0])
def test_without_income_nothing_breaks_even(income) -> None:
    appraisal = appraised(tax=(position(lost_vat=5),), trust=Trust(income=income))

    assert totals(appraisal).break_even_productivity is None
