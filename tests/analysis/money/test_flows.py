"""An option's money year by year: costs, savings, benefits by kind, VAT and tax apart."""

from fractions import Fraction

import pytest
from tests.analysis.making import retained
from tests.analysis.money.costed import (
    X,
    Y,
    benefit,
    codes,
    cost,
    costed,
    costing,
    once,
    position,
    vat,
)

from appraiser.analysis.money.flow_kinds import ECONOMIC, FINANCIAL, FlowKind
from appraiser.analysis.money.flows import flow_findings, unmonetisable, unvalued, yearly_flows
from appraiser.analysis.money.streams import Stream, common_unit, option_streams
from appraiser.analysis.money.taxes import tax_effect
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import CostCategory
from appraiser.domain.terms import BenefitKind
from appraiser.domain.trust import Trust


def streams(appraisal: Appraisal, catalogue: Catalogue, option: int = 0) -> tuple[Stream, ...]:
    which = appraisal.options[option]
    effect = tax_effect(appraisal, which, catalogue)
    return option_streams(appraisal, which, effect, catalogue.optimism)


def flows(appraisal: Appraisal, catalogue: Catalogue) -> dict[str, tuple[int, ...]]:
    found = yearly_flows(streams(appraisal, catalogue), appraisal.costing.horizon)
    return {each.kind.value + (" health" if each.health else ""): each.amounts for each in found}


def test_each_kind_of_flow_stands_apart_and_counts_its_own_way(catalogue: Catalogue) -> None:
    appraisal = costed(
        once(100, first_year=1),
        cost(30, first_year=1, last_year=3),
        cost(-10, "saving", first_year=2),
        benefit(7, "cash", kind=BenefitKind.CASH_RELEASING, first_year=1),
        benefit(5, "time", kind=BenefitKind.NON_CASH_RELEASING, last_year=1),
        benefit(2, "others"),
        benefit(9, "lives", health=True),
        cost(77, "other option", Y),
        benefit(77, "other gain", options=(Y,)),
        position(lost_vat=4, taxable_surplus=10, tax_rate=20.0),
    )

    assert flows(appraisal, catalogue) == {
        "cost": (0, -130, -30, -30, 0),
        "saving": (0, 0, 10, 10, 10),
        "lost-vat": (-4,) * 5,
        "corporation-tax": (-2,) * 5,
        "crb": (0, 7, 7, 7, 7),
        "ncrb": (5, 5, 0, 0, 0),
        "sb": (2,) * 5,
        "sb health": (9,) * 5,
    }


def test_vat_and_tax_count_in_the_financial_view_alone() -> None:
    """They are transfers in the economic case and real costs in the financial (method.md 2.3)."""
    taxes = {FlowKind.LOST_VAT, FlowKind.CORPORATION_TAX}

    assert taxes.isdisjoint(ECONOMIC)
    assert taxes.issubset(FINANCIAL)


def test_of_the_benefits_only_cash_counts_in_the_financial_view() -> None:
    assert [kind for kind in FINANCIAL if kind.is_benefit] == [FlowKind.CASH_RELEASING]
    assert [kind for kind in ECONOMIC if kind.is_benefit] == [
        FlowKind.CASH_RELEASING,
        FlowKind.NON_CASH_RELEASING,
        FlowKind.SOCIETAL,
    ]


def test_an_unmonetisable_benefit_is_listed_and_never_valued(catalogue: Catalogue) -> None:
    appraisal = costed(
        cost(1),
        benefit(50, "voice", kind=BenefitKind.UNMONETISABLE),
        benefit(None, "waits"),
        benefit(5, "known"),
        benefit(None, "elsewhere", options=(Y,)),
    )

    assert unmonetisable(appraisal, X) == ("voice",)
    assert unvalued(appraisal, X) == ("waits",)
    assert flows(appraisal, catalogue)["sb"] == (5,) * 5


def test_what_falls_after_the_years_costed_is_not_counted_and_found(catalogue: Catalogue) -> None:
    appraisal = costed(
        once(5, first_year=5),
        cost(3, "late", first_year=9),
        cost(0, "nothing", first_year=9),
        benefit(2, first_year=5),
    )

    assert flows(appraisal, catalogue) == {}
    assert [each.years for each in streams(appraisal, catalogue)] == [0, 0, 0, 0]
    assert codes(list(flow_findings(appraisal))) == ["beyond"] * 3


def test_a_cost_that_ends_before_it_begins_falls_in_no_year(catalogue: Catalogue) -> None:
    assert flows(costed(cost(5, first_year=3, last_year=1)), catalogue) == {}


def test_a_benefit_with_no_first_year_counts_from_year_0_and_says_so(
    catalogue: Catalogue,
) -> None:
    appraisal = costed(benefit(3, first_year=None, last_year=80))

    assert flows(appraisal, catalogue) == {"sb": (3,) * 5}
    assert codes(list(flow_findings(appraisal))) == ["benefit-years"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"yearly_value": None}, "benefit-unvalued"),
        ({"kind": BenefitKind.UNMONETISABLE}, "unmonetisable-valued"),
        ({"options": ()}, "benefit-unplaced"),
        ({"first_year": 5}, "beyond"),
    ],
)
def test_a_benefit_that_does_not_count_as_meant_is_found(changes, code: str) -> None:
    assert codes(list(flow_findings(costed(benefit(5, **changes))))) == [code]


def test_benefits_that_are_whole_are_not_remarked_on() -> None:
    voice = benefit(None, "voice", kind=BenefitKind.UNMONETISABLE)

    assert codes(list(flow_findings(costed(voice, benefit(5))))) == []


def test_a_saving_above_nought_counts_as_a_cost_and_is_found(catalogue: Catalogue) -> None:
    appraisal = costed(cost(5, category=CostCategory.SAVING))

    assert flows(appraisal, catalogue) == {"cost": (-5,) * 5}
    assert codes(list(flow_findings(appraisal))) == ["saving-sign"]


def test_optimism_bias_is_in_the_flows_and_rounded_once(catalogue: Catalogue) -> None:
    """24 % of 5 is 1.2: two such lines make 12.4, and not 6 + 6."""
    biased = {"optimism_category": "standard-buildings"}
    appraisal = costed(cost(5, **biased), cost(5, "again", last_year=2, **biased))
    found = streams(appraisal, catalogue)

    assert flows(appraisal, catalogue) == {"cost": (-12, -12, -12, -6, -6)}
    assert [(each.typed, each.yearly) for each in found] == [(5, Fraction(-31, 5))] * 2
    assert common_unit(found) == 25
    assert [each.times(25) for each in found] == [-155, -155]


def test_vat_that_the_tax_position_states_takes_the_place_of_cost_lines(
    catalogue: Catalogue,
) -> None:
    stated = costed(vat(3), position(lost_vat=4, taxable_surplus=0, tax_rate=0.0))
    costs = costed(vat(3, first_year=2))

    assert flows(stated, catalogue) == {"lost-vat": (-4,) * 5}
    assert flows(costs, catalogue) == {"lost-vat": (0, 0, -3, -3, -3)}
    assert streams(stated, catalogue)[0].about == Ref("tax_positions", "tax-x")


def test_an_estimate_of_lost_vat_is_marked_as_one(catalogue: Catalogue) -> None:
    appraisal = costed(
        cost(1),
        position(taxable_surplus=10, tax_rate=20.0),
        options=(retained("x", form="community-benefit-society"),),
        trust=Trust(income=100, recovered_vat=6),
    )
    found = {each.kind: each for each in streams(appraisal, catalogue)}

    assert found[FlowKind.LOST_VAT].estimated
    assert found[FlowKind.LOST_VAT].about == Ref("options", "x")
    assert found[FlowKind.LOST_VAT].typed == 6
    assert not found[FlowKind.CORPORATION_TAX].estimated
    assert found[FlowKind.CORPORATION_TAX].about == Ref("tax_positions", "tax-x")


def test_a_horizon_of_one_year_has_one_year(catalogue: Catalogue) -> None:
    appraisal = costed(cost(5), once(7), benefit(2), costing=costing(1))

    assert flows(appraisal, catalogue) == {"cost": (-12,), "sb": (2,)}
