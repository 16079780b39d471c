"""The law of two dates: which gates of the same options differ, and by which rules."""

from dataclasses import replace
from datetime import date

import pytest
from tests.analysis.making import panel, retained

from appraiser.analysis.library.then_and_now import (
    GateAtTwoDates,
    OptionAtTwoDates,
    TwoDates,
    gates_on,
    option_at_two_dates,
    then_and_now,
)
from appraiser.catalogue.facts import facts_in
from appraiser.catalogue.subjects import SUBJECTS
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.domain.terms import Gate, GateOutcome, Scope, TrustStatus
from appraiser.domain.trust import Trust
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

THEN, TODAY = date(2014, 12, 12), date(2026, 11, 26)


@pytest.fixture(scope="module")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))


@pytest.fixture(scope="module")
def both(leicester, catalogue) -> TwoDates:
    return then_and_now(leicester, catalogue, THEN, TODAY)


def gate(dates: TwoDates, option: str, which: Gate) -> GateAtTwoDates:
    found = next(each for each in dates.options if each.option == option)
    return next(each for each in found.gates if each.gate is which)


def rules(reasons) -> set[str]:
    return {each.rule for each in reasons}


# Leicester in December 2014 and today


def test_contracts_of_the_service_lines_are_let_under_another_law(both) -> None:
    for option in ("orthopaedics-cic", "joint-venture"):
        found = gate(both, option, Gate.CONTRACTABLE)

        assert found.differs
        assert rules(found.only_first) == {"contracts-2013"}
        assert rules(found.only_second) == {
            "contracts-provider-selection-regime",
            "no-reserved-contract-for-health-care",
        }
        said = {each.rule: each.words for each in (*found.only_first, *found.only_second)}
        assert (
            "without competition only where one provider alone is capable" in said["contracts-2013"]
        )
        assert "no contract for it can be reserved to a mutual" in said["contracts-2013"]
        regime = said["contracts-provider-selection-regime"]
        assert "direct awards A and C need an existing provider" in regime
        assert "Provider Selection Regime" in said["no-reserved-contract-for-health-care"]


def test_consultancy_above_50_000_pounds_needs_approval_today_and_did_not_then(both) -> None:
    assert both.only_first == ()
    (approval,) = both.only_second
    assert (approval.threshold, approval.amount) == ("consultancy-approval-nhs-trust", 50_000_00)
    assert approval.binding
    assert "2 June 2015" in approval.words
    assert approval.sources


def test_ft_plus_meets_a_limit_on_capital_and_a_pending_bill_today_and_passes_on(both) -> None:
    capital = gate(both, "ft-plus", Gate.AFFORDABLE)
    lawful = gate(both, "ft-plus", Gate.LAWFUL)

    assert rules(capital.only_second) == {"foundation-trust-capital-limit"}
    assert "one named foundation trust" in capital.only_second[0].words
    (bill,) = lawful.only_second
    assert (bill.rule, bill.pending) == ("health-bill-2026-governors", True)
    assert "council of governors" in bill.words
    assert lawful.second is GateOutcome.WARNS
    assert all(each.second is not GateOutcome.BARS for each in (capital, lawful))


def test_the_pending_rule_on_a_two_tier_workforce_warns_today_and_never_bars(both) -> None:
    for option in ("orthopaedics-cic", "joint-venture", "whole-trust-society"):
        found = gate(both, option, Gate.AFFORDABLE)
        tier = next(each for each in found.only_second if each.rule == "two-tier-workforce")
        assert tier.pending
        assert tier.says is GateOutcome.WARNS
        assert "worse terms" in tier.words


def test_a_whole_trust_is_barred_at_both_dates_for_the_same_reason(both) -> None:
    found = gate(both, "whole-trust-society", Gate.LAWFUL)

    assert (found.first, found.second) == (GateOutcome.BARS, GateOutcome.BARS)
    assert "no-route-out-for-a-whole-trust" not in rules((*found.only_first, *found.only_second))


def test_business_as_usual_and_an_internal_unit_are_the_same_at_both_dates(both) -> None:
    for option in ("business-as-usual", "autonomous-unit"):
        found = next(each for each in both.options if each.option == option)
        assert found.differing == ()


def test_the_same_date_twice_differs_in_nothing_and_the_other_way_about_mirrors_it(
    leicester, catalogue, both
) -> None:
    same = then_and_now(leicester, catalogue, THEN, THEN)
    back = then_and_now(leicester, catalogue, TODAY, THEN)

    assert not same.differs
    assert both.differs
    assert back.only_first == both.only_second
    mirrored = gate(back, "orthopaedics-cic", Gate.CONTRACTABLE)
    assert mirrored.only_first == gate(both, "orthopaedics-cic", Gate.CONTRACTABLE).only_second


def test_approvals_alone_make_a_difference(leicester, catalogue) -> None:
    found = then_and_now(leicester, catalogue, date(2015, 6, 1), date(2015, 6, 2))

    assert [each.differing for each in found.options] == [()] * len(found.options)
    assert found.differs


def test_an_option_that_is_left_out_can_be_asked_about_too(leicester, catalogue) -> None:
    llp = leicester.option(OptionId("orthopaedics-llp"))

    found = option_at_two_dates(leicester, catalogue, llp, THEN, TODAY)

    assert Gate.CONTRACTABLE in {each.gate for each in found.differing}


def test_an_outcome_can_differ_and_an_option_without_a_date_is_not_known(catalogue) -> None:
    subsidiary = retained(
        "x", form="wholly-owned-subsidiary", stays_in_nhs=False, scope=Scope.SERVICE_LINE
    )
    found = option_at_two_dates(panel([1.0], {}), catalogue, subsidiary, THEN, TODAY)
    lawful = next(each for each in found.gates if each.gate is Gate.LAWFUL)

    assert (lawful.first, lawful.second) == (GateOutcome.PASSES, GateOutcome.WARNS)
    unknown = gates_on(panel([1.0], {}), catalogue, subsidiary, None)[0]
    assert unknown.outcome is GateOutcome.UNKNOWN


# Every whole-organisation exit (domain.md 2.3)


@pytest.mark.parametrize("on", [THEN, TODAY])
@pytest.mark.parametrize("status", list(TrustStatus))
def test_every_form_that_takes_a_whole_trust_out_of_the_nhs_is_barred_and_says_why(
    catalogue, on: date, status: TrustStatus
) -> None:
    """Statutory transactions are between NHS bodies; dissolution wants no liabilities and the
    property back (domain.md section 2.3, points 1 to 4).
    """
    appraisal = replace(panel([1.0], {}), trust=Trust(status=status))
    exits = [each for each in catalogue.forms.values() if not each.stays_in_nhs]

    assert len(exits) == 12
    for form in exits:
        lawful, *_ = gates_on(appraisal, catalogue, leaving(form.id), on)
        assert lawful.outcome is GateOutcome.BARS, form.id
        (deciding,) = lawful.deciding
        assert deciding.rule == "no-route-out-for-a-whole-trust"
        assert "every statutory transaction is between NHS bodies" in deciding.words
        assert "dissolved only without liabilities" in deciding.words
        assert "property going back to the Secretary of State" in deciding.words
        assert {"statutory-transactions", "nhs-act-2006", "dwf-2014"} <= set(deciding.sources)
        assert "An Act of Parliament" in deciding.unlocks


def leaving(form: str) -> Option:
    return retained("x", form=form, stays_in_nhs=False)


def test_ft_plus_at_a_foundation_trust_passes_with_the_warning_of_the_bill(catalogue) -> None:
    appraisal = replace(panel([1.0], {}), trust=Trust(status=TrustStatus.FOUNDATION_TRUST))
    lawful, *_ = gates_on(appraisal, catalogue, retained("x", form="ft-plus"), TODAY)

    assert lawful.outcome is GateOutcome.WARNS
    assert [(each.rule, each.pending) for each in lawful.reasons] == [
        ("health-bill-2026-governors", True)
    ]


# Section 33


def test_no_unlock_and_no_mitigation_anywhere_speaks_of_section_33(catalogue) -> None:
    said = [
        f"{subject.name}, {name}, {place}"
        for subject in SUBJECTS.values()
        for name, entry in catalogue.shelves.entries(subject).items()
        for place, fact in facts_in(entry)
        if place.rpartition(".")[2] in {"unlock", "mitigation", "todo", "goes_ahead"}
        and ("ection 33" in fact.text or "s.33" in fact.text)
    ]
    assert said == []


def test_a_rule_says_that_section_33_does_not_serve_nhs_health_care(catalogue) -> None:
    rule = catalogue.rules["no-reserved-contract-for-health-care"]

    assert "NHS health care is contracted under the Provider Selection Regime" in rule.reason.text
    assert rule.reason.sources
    assert rule.resolver == "government"


def test_what_differs_is_what_either_date_has_alone() -> None:
    same = GateAtTwoDates(Gate.SAFE, GateOutcome.PASSES, GateOutcome.PASSES, (), ())
    other = replace(same, second=GateOutcome.WARNS)

    assert OptionAtTwoDates(OptionId("x"), (same, other)).differing == (other,)
