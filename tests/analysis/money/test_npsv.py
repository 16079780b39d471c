"""What an option is worth today: by itself, against business as usual, and each year."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import retained
from tests.analysis.money.costed import (
    MILLION,
    X,
    Y,
    Z,
    benefit,
    cost,
    costed,
    costing,
    once,
    position,
    rates,
    results,
    vat,
)

from appraiser.analysis.money.flow_kinds import ECONOMIC, FINANCIAL, FlowKind
from appraiser.analysis.money.npsv import net_present_value
from appraiser.analysis.money.option_money import case_of
from appraiser.analysis.money.pence import to_pence
from appraiser.analysis.money.valuations import View, Why
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import BenefitKind
from appraiser.domain.trust import Trust

SOCIETY = "community-benefit-society"


def views(appraisal: Appraisal, catalogue: Catalogue, option: int = 0) -> tuple[View, View]:
    found = results(appraisal, catalogue).options[option]
    return found.economic, found.financial


def rows(view: View) -> dict[str, int | None]:
    return {each.kind.value: each.present_value for each in view.in_itself.rows}


def green_book() -> Appraisal:
    """Options A, x, and B, y, of the Green Book of 2003: an outlay, and four years of benefit."""
    four = {"first_year": 1, "last_year": 4}
    return costed(
        once(10 * MILLION, "capital-a"),
        once(5 * MILLION, "capital-b", Y),
        benefit(5 * MILLION // 2, "benefit-a", **four),
        benefit(3 * MILLION // 2, "benefit-b", options=(Y,), **four),
    )


def test_the_two_options_of_the_green_book(catalogue: Catalogue) -> None:
    """Green Book (2003, 2011), box of two options: -0.82 and 0.51; method.md 6A-2 unrounded."""
    found = results(green_book(), catalogue).of

    worth = [found[each].economic.in_itself.npv or 0 for each in (X, Y)]
    assert [round(each / MILLION, 2) for each in worth] == [-0.82, 0.51]
    assert [round(each / MILLION, 6) for each in worth] == [-0.817302, 0.509619]


def test_npsv_is_worked_out_from_every_row(catalogue: Catalogue) -> None:
    appraisal = costed(
        once(1_000, first_year=1),
        cost(-100, "saving"),
        benefit(50, "cash", kind=BenefitKind.CASH_RELEASING),
        benefit(70, "time", kind=BenefitKind.NON_CASH_RELEASING),
        benefit(90, "others"),
        costing=costing(2),
    )
    economic, financial = views(appraisal, catalogue)
    late = Fraction(200, 207)

    assert rows(economic) == {
        "cost": -966,
        "saving": to_pence(100 * (1 + late)),
        "crb": to_pence(50 * (1 + late)),
        "ncrb": to_pence(70 * (1 + late)),
        "sb": to_pence(90 * (1 + late)),
    }
    assert economic.in_itself.npv == to_pence(310 * (1 + late) - 1_000 * late)
    assert economic.in_itself.undiscounted == 620 - 1_000
    assert economic.in_itself.costs == to_pence(1_000 * late - 100 * (1 + late))
    assert economic.in_itself.benefits == to_pence(210 * (1 + late))
    assert rows(financial) == {
        "cost": -966,
        "saving": to_pence(100 * (1 + late)),
        "lost-vat": 0,
        "corporation-tax": 0,
        "crb": to_pence(50 * (1 + late)),
    }
    assert financial.in_itself.npv == to_pence(150 * (1 + late) - 1_000 * late)


def test_vat_and_tax_are_a_cost_to_the_body_and_a_transfer_to_the_country(
    catalogue: Catalogue,
) -> None:
    """Method.md section 2.3: left out of the economic case, shown in the financial one."""
    taxed = position(lost_vat=300, taxable_surplus=500, tax_rate=20.0)
    economic, financial = views(costed(cost(10), taxed, costing=costing(1)), catalogue)

    assert (economic.in_itself.npv, financial.in_itself.npv) == (-10, -410)
    assert financial.in_itself.costs == 410


def test_gains_in_health_are_discounted_at_the_rates_for_health(catalogue: Catalogue) -> None:
    """Only monetised QALYs have the health rate: method.md section 2.3."""
    appraisal = costed(
        cost(0), benefit(10_000, health=True, first_year=1, last_year=1), costing=costing(2)
    )

    assert views(appraisal, catalogue)[0].in_itself.npv == round(10_000 / 1.015)
    pending = replace(appraisal, costing=costing(2, "review-2026"))
    assert views(pending, catalogue)[0].in_itself.npv == round(10_000 / 1.03)


def test_what_an_option_adds_to_business_as_usual(catalogue: Catalogue) -> None:
    appraisal = costed(
        cost(100),
        cost(40, "usual", Z),
        benefit(30, options=(X, Z)),
        benefit(7, "more"),
        costing=costing(1),
    )
    found = views(appraisal, catalogue)[0]

    assert (found.in_itself.npv, found.incremental.npv) == (-63, -53)
    assert (found.incremental.costs, found.incremental.benefits) == (60, 7)
    usual = views(appraisal, catalogue, option=2)[0]
    assert (usual.in_itself.npv, usual.incremental.npv) == (-10, 0)


def test_bias_of_the_option_and_of_the_baseline_is_taken_off_exactly(
    catalogue: Catalogue,
) -> None:
    appraisal = costed(
        cost(100, optimism_category="standard-buildings", mitigation=33.3),
        cost(30, "usual", Z, optimism_category="outsourcing"),
        costing=costing(1),
    )
    exactly = -100 * (1 + Fraction(24, 100) * Fraction(667, 1000)) + 30 * Fraction(141, 100)

    assert views(appraisal, catalogue)[0].incremental.npv == to_pence(exactly)


def test_the_equal_yearly_amount_is_spread_over_the_years_after_year_0(
    catalogue: Catalogue,
) -> None:
    """EANC = NPV over the annuity factor; method.md section 2.3."""
    worth = views(green_book(), catalogue)[0].in_itself
    table = rates(catalogue).general
    exactly = table.present_value([-10 * MILLION, *[5 * MILLION // 2] * 4])

    assert worth.eanc == to_pence(exactly / table.annuity_factor(4))
    assert round(worth.eanc / MILLION, 4) == -0.2225


def test_a_hundred_now_for_thirty_in_five_years(catalogue: Catalogue) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-discounting.R (MIT): NPV, and EANC over 5 years."""
    appraisal = costed(
        once(100 * MILLION),
        benefit(30 * MILLION, first_year=1),
        costing=costing(6),
    )
    worth = views(appraisal, catalogue)[0].in_itself

    assert round((worth.npv or 0) / MILLION, 6) == 35.451571
    factors = sum(1.035**-year for year in range(1, 6))
    assert round((worth.eanc or 0) / MILLION, 6) == round(35.4515712 / factors, 6)


def test_a_single_year_has_no_yearly_equivalent(catalogue: Catalogue) -> None:
    worth = views(costed(cost(5), costing=costing(1)), catalogue)[0].in_itself

    assert (worth.npv, worth.eanc) == (-5, None)
    assert Why.ONE_YEAR in worth.why


def test_the_ratio_of_benefits_to_costs_needs_both(catalogue: Catalogue) -> None:
    def ratio(*parts) -> tuple[float | None, tuple[Why, ...]]:
        worth = views(costed(*parts, costing=costing(2)), catalogue)[0].in_itself
        return worth.bcr, worth.why

    assert ratio(cost(100), benefit(150)) == (1.5, ())
    assert ratio(cost(-100), benefit(150)) == (None, (Why.NO_COST,))
    assert ratio(cost(0), benefit(150)) == (None, (Why.NO_COST,))
    assert ratio(cost(100)) == (None, (Why.NO_BENEFIT,))
    assert ratio(cost(100), benefit(0)) == (0.0, ())


def test_an_option_nobody_costed_is_worth_nothing_known(catalogue: Catalogue) -> None:
    worth = views(costed(benefit(5)), catalogue)[0].in_itself

    assert (worth.npv, worth.rounding, worth.costs, worth.undiscounted) == (None,) * 4
    assert (worth.eanc, worth.bcr) == (None, None)
    assert worth.benefits is not None
    assert worth.why == (Why.NOT_COSTED,)


def test_with_no_baseline_or_no_costs_of_it_nothing_is_incremental(catalogue: Catalogue) -> None:
    alone = replace(costed(cost(5)), options=(retained("x"),))
    uncosted = replace(costed(cost(5)), cost_lines=(cost(5),))

    for appraisal, why in ((alone, Why.NO_BASELINE), (uncosted, Why.BASELINE_UNKNOWN)):
        found = views(appraisal, catalogue)[0]
        assert found.in_itself.npv is not None
        assert found.incremental.npv is None
        assert found.incremental.costs is None
        assert why in found.incremental.why


def test_a_baseline_that_is_not_on_the_shortlist_is_compared_with_all_the_same(
    catalogue: Catalogue,
) -> None:
    made = costed(cost(5), costing=costing(1))
    *others, usual = made.options
    left = replace(usual, listing=usual.listing.__class__.LEFT_OUT)

    found = results(replace(made, options=(*others, left)), catalogue)
    assert [each.option for each in found.options] == [X, Y]
    assert found.of[X].economic.incremental.npv == -5


def test_taxes_that_are_not_known_leave_the_financial_view_open(catalogue: Catalogue) -> None:
    company = (retained("x", form="wholly-owned-subsidiary"),)
    economic, financial = views(costed(cost(5), options=company), catalogue)

    assert economic.in_itself.npv is not None
    assert financial.in_itself.npv is None
    assert rows(financial)["lost-vat"] is None
    assert financial.in_itself.why[:2] == (Why.VAT_UNKNOWN, Why.TAX_UNKNOWN)


def test_what_rests_on_an_estimate_says_so(catalogue: Catalogue) -> None:
    society = (retained("x", form=SOCIETY), *costed().options[1:])
    trust = Trust(income=100, recovered_vat=6)
    untaxed = position(taxable_surplus=0, tax_rate=0.0)
    appraisal = costed(cost(5), untaxed, options=society, trust=trust, costing=costing(1))
    economic, financial = views(appraisal, catalogue)

    assert (financial.in_itself.npv, financial.in_itself.estimated) == (-11, True)
    assert (economic.in_itself.npv, economic.in_itself.estimated) == (-5, False)
    assert financial.incremental.estimated
    stated = replace(appraisal, tax_positions=(replace(untaxed, lost_vat=6),))
    assert not views(stated, catalogue)[1].in_itself.estimated


def test_benefits_without_a_value_are_left_out_and_never_nought(catalogue: Catalogue) -> None:
    none = costed(cost(5), benefit(None), costing=costing(1))
    some = costed(cost(5), benefit(None), benefit(9, "known"), costing=costing(1))
    other = costed(
        cost(5),
        benefit(None),
        benefit(9, "cash", kind=BenefitKind.CASH_RELEASING),
        costing=costing(1),
    )

    worth = views(none, catalogue)[0].in_itself
    assert (worth.npv, worth.benefits, worth.bcr) == (-5, None, None)
    assert Why.UNVALUED in worth.why
    assert rows(views(none, catalogue)[0])["sb"] is None
    assert results(none, catalogue).of[X].unvalued == ("gain",)
    assert rows(views(some, catalogue)[0])["sb"] == 9
    assert results(some, catalogue).of[X].unvalued == ("gain",)
    assert (views(other, catalogue)[0].in_itself.benefits, rows(views(other, catalogue)[0])) == (
        9,
        {"cost": -5, "saving": 0, "crb": 9, "ncrb": 0, "sb": None},
    )


def test_a_benefit_the_baseline_has_is_lost_by_an_option_whose_own_has_no_value(
    catalogue: Catalogue,
) -> None:
    usual = benefit(9, "usual", options=(Z,))
    appraisal = costed(cost(5), benefit(None), usual, costing=costing(1))
    worth = views(appraisal, catalogue)[0].incremental

    assert (worth.npv, worth.benefits, worth.rounding) == (-14, -9, 0)
    assert Why.UNVALUED in worth.why


def test_the_sum_is_the_same_as_year_by_year(catalogue: Catalogue) -> None:
    """Against the plain formula: sum_t DF(t) x (B_t - C_t), method.md section 2.3."""
    appraisal = green_book()
    case = case_of(appraisal, appraisal.options[0], catalogue)
    table = rates(catalogue)
    net = [-10 * MILLION, *[5 * MILLION // 2] * 4]

    assert net_present_value(case.streams, table) == table.general.present_value(net)


AMOUNTS = st.integers(-(10**11), 10**11)
YEARS = st.integers(0, 12)


@st.composite
def lines(draw: st.DrawFn) -> list:
    drawn = draw(st.lists(st.tuples(AMOUNTS, YEARS, YEARS, st.booleans()), min_size=1, max_size=6))
    return [
        cost(
            amount,
            f"line-{place}",
            first_year=first,
            last_year=last,
            optimism_category="equipment" if biased else "",
            mitigation=33.3 if biased else None,
        )
        for place, (amount, first, last, biased) in enumerate(drawn)
    ]


@given(lines(), st.lists(AMOUNTS, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_worth_does_not_depend_on_the_order_of_lines(
    catalogue: Catalogue, costs: list, values: list[int], random: Random
) -> None:
    gains = [benefit(each, f"b-{place}") for place, each in enumerate(values)]
    parts = [*costs, *gains]
    shuffled = random.sample(parts, len(parts))

    here = results(costed(*parts, costing=costing(10)), catalogue).of[X]
    there = results(costed(*shuffled, costing=costing(10)), catalogue).of[X]
    assert (here.economic, here.financial) == (there.economic, there.financial)


@given(lines(), st.lists(AMOUNTS, max_size=4))
@settings(max_examples=40, deadline=None)
def test_rows_and_rounding_make_the_total_and_whole_numbers_agree_with_fractions(
    catalogue: Catalogue, costs: list, values: list[int]
) -> None:
    gains = [benefit(each, f"b-{place}") for place, each in enumerate(values)]
    appraisal = costed(*costs, *gains, vat(12_345), costing=costing(10))
    found = results(appraisal, catalogue).of[X]
    streams = case_of(appraisal, appraisal.options[0], catalogue).streams
    tables = rates(catalogue, horizon=10)

    for view, kinds in ((found.economic, ECONOMIC), (found.financial, FINANCIAL)):
        worth = view.in_itself
        assert worth.npv == to_pence(net_present_value(streams, tables, kinds))
        shown = [each.present_value or 0 for each in worth.rows]
        assert worth.npv == sum(shown) + (worth.rounding or 0)
        assert abs(worth.rounding or 0) <= len(shown)


@pytest.mark.parametrize("kind", FlowKind)
def test_every_kind_of_flow_counts_in_some_view(kind: FlowKind) -> None:
    assert kind in ECONOMIC or kind in FINANCIAL
