"""The totals of the Fenmarsh sample, worked out again on paper: a tree, and a wait in weeks.

Patients 100, staff 90 and service 60 make 250. Under patients: wait 100 and recovery 80. Under
staff: say 100 and terms 50. Under service: delivery 100, freedom 80 and resilience 60.
A wait of 18 weeks scores 0 and one of 2 weeks 100, on a straight line.
"""

from fractions import Fraction

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.terms import Gate, GateOutcome, Recommendation


def total(weeks, recovery, say, terms, delivery, freedom, resilience):
    wait = Fraction(100 * (18 - Fraction(weeks)), 16)
    patients = Fraction(100 * wait + 80 * recovery, 180)
    staff = Fraction(100 * say + 50 * terms, 150)
    service = Fraction(100 * delivery + 80 * freedom + 60 * resilience, 240)
    return Fraction(100 * patients + 90 * staff + 60 * service, 250)


BY_HAND = {
    "business-as-usual": total(14, 50, 25, 90, 90, 25, 65),
    "autonomous-unit": total(11, 62, 50, 90, 85, 55, 75),
    "msk-cic": total(7, 74, 92, 58, 52, 88, 45),
    "msk-society": total(9, 66, 80, 58, 30, 80, 42),
    "msk-subsidiary": total(12, 56, 35, 60, 25, 60, 70),
}


@pytest.fixture
def results(fenmarsh, catalogue):
    return assess(fenmarsh, catalogue)


@pytest.mark.parametrize("option", BY_HAND)
def test_a_total_is_what_the_hand_calculation_gives(results, option):
    assert results.of[option].total == pytest.approx(float(BY_HAND[option]), abs=1e-9)


def test_the_company_is_the_clear_leader_and_is_recommended(fenmarsh, results):
    assert results.verdict.leader == "msk-cic"
    assert results.verdict.lead == pytest.approx(
        float(BY_HAND["msk-cic"] - BY_HAND["msk-society"]), abs=1e-9
    )
    assert results.verdict.kind is VerdictKind.CLEAR
    assert fenmarsh.paper.recommendation is Recommendation.ONE_OPTION
    assert fenmarsh.paper.recommended == "msk-cic"
    assert not results.of["msk-cic"].barred


def test_the_subsidiary_is_barred_while_unions_are_against_it(results):
    subsidiary = results.of["msk-subsidiary"]
    barring = {gate.gate for gate in subsidiary.gates if gate.outcome is GateOutcome.BARS}
    assert barring == {Gate.LAWFUL}


def test_lost_vat_and_tax_come_to_nine_tenths_of_a_per_cent_of_income(results):
    costs = results.of["msk-cic"].costs
    assert costs.lost_vat_and_tax == 38_000_00 + 15_000_00
    assert costs.break_even_productivity == pytest.approx(100 * 53_000 / 6_200_000)


def test_the_support_plan_is_54_420_pounds_of_60_000(results):
    net = (850 * 18 + 300) + (1400 * 8 + 200) + 1250 * 5 + 1150 * 4 + 2500
    assert results.support.used == 100 * (Fraction(6, 5) * net + 600 * 10)
    assert results.support.used == 54_420_00
    assert not any(each.over_threshold for each in results.support.contracts)
