"""One door to all that follows for money."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from tests.analysis.making import retained
from tests.analysis.money.costed import (
    X,
    Y,
    Z,
    benefit,
    codes,
    cost,
    costed,
    costing,
    once,
    position,
    results,
)

from appraiser.analysis.money.flow_kinds import FlowKind
from appraiser.analysis.money.option_money import StreamWorth
from appraiser.analysis.money.valuations import Why
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.costs import Costing
from appraiser.domain.ids import Ref, ServiceLineId
from appraiser.domain.terms import BenefitKind, Scope
from appraiser.domain.trust import Question, ServiceLine, Trust

NOW = Question(rules_date=date(2026, 11, 1))


def test_results_name_the_schedule_its_vintage_and_the_price_base(catalogue: Catalogue) -> None:
    appraisal = costed(cost(5), costing=costing(3, base_year=2014))
    found = results(appraisal, catalogue)

    assert found.schedule is not None
    assert (found.schedule.id, found.schedule.vintage) == ("standard", "2026-11")
    assert (found.price_base, found.base_year, found.horizon) == ("2014-15 prices", 2014, 3)
    assert [round(each, 4) for each in found.factors] == [1, 0.9662, 0.9335]
    assert found.health_factors == ()
    assert [each.option for each in found.options] == [X, Y, Z]
    assert found.of[Y].option == Y


def test_factors_for_health_are_there_where_health_is_valued(catalogue: Catalogue) -> None:
    found = results(costed(cost(5), benefit(9, health=True), costing=costing(2)), catalogue)

    assert [round(each, 4) for each in found.health_factors] == [1, 0.9852]


def test_present_values_are_tried_at_the_other_schedules(catalogue: Catalogue) -> None:
    """A proposal is labelled wherever it is used (peers.md section 8, item 9)."""
    late = {"first_year": 1, "last_year": 1}
    appraisal = costed(cost(10_000, **late), costing=costing(60), question=NOW)
    found = results(appraisal, catalogue)

    assert [(each.id, each.pending) for each in found.sensitivities] == [
        ("long-horizon-sensitivity", False),
        ("review-2026", True),
    ]
    long, review = found.of[X].sensitivities
    assert found.of[X].economic.in_itself.npv == -9_662
    assert (long.schedule, long.economic.in_itself.npv) == ("long-horizon-sensitivity", -9_709)
    assert long.economic.incremental.npv == -9_709
    assert (review.schedule, review.economic.in_itself.npv) == ("review-2026", None)
    assert review.economic.in_itself.why == (Why.NO_RATE,)
    short = results(replace(appraisal, costing=costing(31)), catalogue)
    assert [each.economic.in_itself.npv for each in short.of[X].sensitivities] == [-9_709]


def test_the_proposal_is_used_only_when_it_is_chosen_and_then_says_so(
    catalogue: Catalogue,
) -> None:
    chosen = costed(cost(5), costing=costing(5, "review-2026"), question=NOW)

    found = results(chosen, catalogue)
    assert found.schedule is not None
    assert found.schedule.pending
    assert codes(found) == ["schedule-pending"]
    assert [each.id for each in found.sensitivities] == ["standard"]


def test_where_no_schedule_is_chosen_nothing_is_discounted_and_all_else_is_there(
    catalogue: Catalogue,
) -> None:
    found = results(costed(cost(5), costing=Costing(horizon=2)), catalogue)
    option = found.of[X]

    assert (found.schedule, found.factors, found.sensitivities) == (None, (), ())
    assert option.economic.in_itself.npv is None
    assert option.economic.in_itself.why == (Why.NO_SCHEDULE,)
    assert option.financial.incremental.why == (Why.NO_SCHEDULE,)
    assert option.streams[0].present_value is None
    assert option.flows[0].amounts == (-5, -5)
    assert option.switching == ()
    assert codes(found) == []


def test_a_schedule_nobody_knows_is_a_finding(catalogue: Catalogue) -> None:
    found = results(costed(cost(5), costing=costing(5, "standrad")), catalogue)

    assert found.schedule is None
    assert found.of[X].economic.in_itself.why == (Why.UNKNOWN_SCHEDULE,)
    assert found.findings[0].words == (
        'Nothing can be discounted: no discount schedule called "standrad"; did you mean '
        '"standard"?'
    )


def test_a_schedule_without_a_rate_for_some_year_is_a_finding_that_names_it(
    catalogue: Catalogue,
) -> None:
    appraisal = costed(cost(5), costing=costing(40, "review-2026"), question=NOW)
    found = results(appraisal, catalogue)

    assert codes(found) == ["schedule-pending", "no-rate"]
    assert found.findings[1].words == (
        "Nothing can be discounted: Proposal of the 2026 review (review-2026) gives no rate for "
        "year 31."
    )
    assert found.schedule is not None
    assert found.of[X].economic.in_itself.why == (Why.NO_RATE,)
    assert found.of[X].switching == ()


def test_an_option_without_costs_has_no_switching_values(catalogue: Catalogue) -> None:
    found = results(costed(cost(5), benefit(3)), catalogue)

    assert found.of[X].switching
    assert found.of[Y].switching == ()
    assert {each.against for each in found.of[X].switching} == {Z}


def test_every_stream_has_its_present_value_and_its_bias(catalogue: Catalogue) -> None:
    biased = {"optimism_category": "standard-buildings", "mitigation": 50.0}
    found = results(costed(once(1_000, first_year=1, **biased)), catalogue)

    assert found.of[X].streams == (
        StreamWorth(
            about=Ref("cost_lines", "capital"),
            kind=FlowKind.COST,
            typed=1_000,
            yearly=-1_120,
            uplift=0.12,
            first=1,
            last=1,
            health=False,
            estimated=False,
            present_value=-1_082,
        ),
    )


def test_the_contracts_that_count_follow_the_scope(catalogue: Catalogue) -> None:
    ward = ServiceLine(id=ServiceLineId("ward"), name="Ward", income=9)
    part = retained("x", scope=Scope.SERVICE_LINE, service_lines=(ward.id,))
    made = costed(cost(5), service_lines=(ward,))
    found = results(replace(made, options=(part, *made.options[1:])), catalogue)

    assert [each.service_line for each in found.contracts] == [None, "ward"]
    assert [each.service_line for each in found.of[X].contracts] == ["ward"]
    assert [each.service_line for each in found.of[Y].contracts] == [None]


def test_findings_of_every_kind_come_together(catalogue: Catalogue) -> None:
    society = retained("x", form="community-benefit-society")
    trust = Trust(
        income=100,
        recovered_vat=6,
        biggest_contract_income=90,
        biggest_contract_end=date(2015, 1, 1),
    )
    made = costed(
        cost(5, optimism_category="none"),
        benefit(None),
        benefit(None, "voice", kind=BenefitKind.UNMONETISABLE),
        trust=trust,
        costing=costing(5, "health"),
    )
    found = results(replace(made, options=(society, *made.options[1:])), catalogue)

    assert codes(found) == [
        "schedule-for-health",
        "benefit-unvalued",
        "bias-unknown",
        "vat-estimated",
        "tax-unknown",
        "one-contract",
    ]
    assert found.of[X].unmonetisable == ("voice",)


def test_an_appraisal_with_nothing_in_it_has_results(catalogue: Catalogue) -> None:
    empty = replace(costed(), options=(), cost_lines=(), costing=Costing(), question=Question())

    assert results(empty, catalogue).options == ()


def test_results_turn_into_json_and_back(catalogue: Catalogue) -> None:
    appraisal = costed(
        once(1_000_00, optimism_category="equipment", mitigation=33.3),
        benefit(9_00, health=True),
        position(lost_vat=5, taxable_surplus=9, tax_rate=19.5),
        costing=costing(60, productivity=1.5),
        question=NOW,
    )
    plain = msgspec.to_builtins(results(appraisal, catalogue))

    assert json.loads(json.dumps(plain, allow_nan=False)) == json.loads(json.dumps(plain))
    assert plain["schedule"]["id"] == "standard"


@pytest.mark.parametrize("horizon", [1, 300])
def test_the_largest_amounts_and_years_are_worked_out_without_harm(
    catalogue: Catalogue, horizon: int
) -> None:
    most = 10**15
    appraisal = costed(
        cost(most, optimism_category="equipment"),
        cost(-most, "saving"),
        benefit(most, health=True),
        costing=costing(horizon),
        question=NOW,
    )
    worth = results(appraisal, catalogue).of[X].economic.in_itself

    assert worth.npv is not None
    assert worth.bcr is not None


def test_to_name_the_results_costs_no_numpy() -> None:
    code = (
        "import sys, appraiser.analysis.money.money_results; "
        "raise SystemExit(bool({'numpy', 'msgspec', 'appraiser.catalogue'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
