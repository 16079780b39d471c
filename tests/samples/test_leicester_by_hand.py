"""The totals of the Leicester sample, worked out again on paper.

The weights are the panel's swings, 100, 75, 58, 38, 25 and 22, over their sum, 318. Each line below
is one option: its six agreed scores, each times the swing of its criterion, and their sum over 318.
"""

from fractions import Fraction

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.terms import Gate, GateOutcome, Recommendation

BY_HAND = {
    # staff voice, patient care, deliverability, innovation, community, finance resilience
    "business-as-usual": Fraction(
        18 * 100 + 42 * 75 + 88 * 58 + 22 * 38 + 30 * 25 + 30 * 22, 318
    ),  # 12 300 / 318 = 38.68
    "ft-plus": Fraction(
        80 * 100 + 72 * 75 + 54 * 58 + 70 * 38 + 78 * 25 + 64 * 22, 318
    ),  # 22 550 / 318 = 70.91
    "autonomous-unit": Fraction(
        48 * 100 + 80 * 75 + 86 * 58 + 60 * 38 + 42 * 25 + 54 * 22, 318
    ),  # 20 306 / 318 = 63.86
    "orthopaedics-cic": Fraction(
        90 * 100 + 46 * 75 + 22 * 58 + 62 * 38 + 58 * 25 + 15 * 22, 318
    ),  # 17 862 / 318 = 56.17
    "joint-venture": Fraction(
        45 * 100 + 50 * 75 + 44 * 58 + 64 * 38 + 36 * 25 + 46 * 22, 318
    ),  # 15 146 / 318 = 47.63
    "whole-trust-society": Fraction(
        92 * 100 + 54 * 75 + 8 * 58 + 76 * 38 + 90 * 25 + 10 * 22, 318
    ),  # 19 072 / 318 = 59.97
}

PRINTED = {
    "ft-plus": 71,
    "autonomous-unit": 64,
    "orthopaedics-cic": 56,
    "joint-venture": 48,
    "business-as-usual": 39,
    "whole-trust-society": 60,
}


@pytest.fixture
def results(leicester, catalogue):
    return assess(leicester, catalogue)


@pytest.mark.parametrize("option", BY_HAND)
def test_a_total_is_what_the_hand_calculation_gives(results, option):
    assert results.of[option].total == pytest.approx(float(BY_HAND[option]), abs=1e-9)


def test_a_total_prints_as_a_whole_number(results):
    assert {each.option: round(each.total) for each in results.options} == PRINTED


def test_the_weights_are_the_swings_over_their_sum(results):
    weights = [each.cumulative for each in results.weights.leaves]
    assert weights == pytest.approx([100 / 318, 75 / 318, 58 / 318, 38 / 318, 25 / 318, 22 / 318])
    assert [round(100 * weight) for weight in weights] == [31, 24, 18, 12, 8, 7]


def test_the_whole_trust_society_keeps_its_total_and_is_barred_by_law(results):
    society = results.of["whole-trust-society"]
    assert society.barred
    assert society.rank == 3
    assert society.open_rank is None
    lawful = next(gate for gate in society.gates if gate.gate is Gate.LAWFUL)
    assert lawful.outcome is GateOutcome.BARS
    assert [each.option for each in results.options if each.barred] == ["whole-trust-society"]


def test_ft_plus_leads_by_seven_points_and_the_lead_is_narrow(results):
    verdict = results.verdict
    assert verdict.leader == "ft-plus"
    assert verdict.runner_up == "autonomous-unit"
    assert verdict.lead == pytest.approx(
        float(BY_HAND["ft-plus"] - BY_HAND["autonomous-unit"]), abs=1e-9
    )
    assert verdict.kind is VerdictKind.NARROW


def test_the_autonomous_unit_leads_where_deliverability_counts_for_a_third(results):
    """Tie at t where 54 t + R (1 - t) is alike for both, R being the rest of each total."""
    w = Fraction(58, 318)
    ft, unit = BY_HAND["ft-plus"], BY_HAND["autonomous-unit"]
    rest_ft, rest_unit = (ft - w * 54) / (1 - w), (unit - w * 86) / (1 - w)
    tie = (rest_ft - rest_unit) / ((86 - 54) + (rest_ft - rest_unit))
    found = next(each for each in results.critical_weights if each.criterion == "deliverability")
    assert found.critical == pytest.approx(float(tie), abs=1e-9)
    assert round(100 * tie) == 33
    assert found.new_leader == "autonomous-unit"


def test_the_support_plan_is_87_400_pounds_of_100_000(results):
    lead = (1500 * 10 + 600) + (1100 * 12 + 300) + (800 * 12 + 500) + 900 * 4
    finance = (1150 * 10 + 200) + 1600 * 5 + 1300 * 2
    contingency, facilitation = 3900, 460 * 10
    by_hand = Fraction(6, 5) * (lead + finance + contingency) + facilitation
    assert by_hand == 87_400
    assert results.support.used == 100 * by_hand
    assert results.support.remaining == 12_600_00
    assert results.support.match_funded == 15_000_00
    assert results.support.in_kind == 1_400_00


def test_a_contract_above_50_000_pounds_needed_no_approval_in_2014(leicester, results):
    lead = next(each for each in results.support.contracts if each.contracts == ("lead",))
    assert lead.cost == 51_360_00
    assert not lead.over_threshold
    assert {contract.approval.value for contract in leicester.contracts} == {"not-needed"}


def test_the_society_would_need_a_gain_of_two_and_a_half_per_cent_to_pay_for_tax(results):
    costs = results.of["whole-trust-society"].costs
    vat, tax = 19_000_000, Fraction(21, 100) * 8_340_000
    assert costs.lost_vat == 100 * vat
    assert costs.corporation_tax == 100 * tax
    assert costs.break_even_productivity == pytest.approx(float(100 * (vat + tax) / 834_000_000))


def test_the_path_has_four_steps_and_begins_with_the_autonomous_unit(leicester):
    assert leicester.paper.recommendation is Recommendation.STAGED
    assert [step.option for step in leicester.path_steps] == [
        "autonomous-unit",
        None,
        "ft-plus",
        "whole-trust-society",
    ]
    assert leicester.paper.differs_reason
