"""What the law says of an option depends on its form, its scope, the trust and the day."""

from datetime import date
from types import SimpleNamespace

import msgspec
import pytest

from appraiser.catalogue.law import (
    AppliedRule,
    approval_threshold,
    rules_in_force,
    thresholds_in_force,
)
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Gate, GateOutcome, Resolver, Scope, TrustStatus

THEN = date(2014, 12, 1)
TODAY = date(2026, 11, 22)
WHOLE, LINE = Scope.WHOLE_ORGANISATION, Scope.SERVICE_LINE
NHS_TRUST, FOUNDATION_TRUST = TrustStatus.NHS_TRUST, TrustStatus.FOUNDATION_TRUST

EXITS = [
    "cic-shares",
    "cic-guarantee",
    "community-benefit-society",
    "co-operative-society",
    "charity",
    "employee-ownership-trust",
    "llp",
    "joint-venture",
    "wholly-owned-subsidiary",
    "multi-stakeholder-mutual",
    "arms-length-mutual",
    "trust-overlay",
]
RETAINED = ["nhs-trust", "foundation-trust", "internal-autonomous-unit", "ft-plus"]


def ids(rules: tuple[AppliedRule, ...]) -> list[str]:
    return [each.rule.id for each in rules]


@pytest.mark.parametrize("form", EXITS)
@pytest.mark.parametrize("day", [THEN, TODAY])
@pytest.mark.parametrize("status", list(TrustStatus))
def test_a_whole_trust_cannot_leave_the_nhs_on_any_day(
    catalogue: Catalogue, form: str, day: date, status: TrustStatus
) -> None:
    rules = rules_in_force(catalogue, form, WHOLE, status, day)
    first = rules[0]

    assert first.outcome is GateOutcome.BARS
    assert first.rule.gate is Gate.LAWFUL
    assert first.rule.resolver is Resolver.GOVERNMENT
    assert "every statutory transaction is between NHS bodies" in first.rule.reason.text
    assert "An Act of Parliament" in first.rule.unlock.text
    assert [each.outcome for each in rules[1:]] == [GateOutcome.WARNS] * (len(rules) - 1)


@pytest.mark.parametrize("form", EXITS)
@pytest.mark.parametrize("day", [THEN, TODAY])
def test_no_rule_bars_a_service_line_from_leaving(
    catalogue: Catalogue, form: str, day: date
) -> None:
    rules = rules_in_force(catalogue, form, LINE, NHS_TRUST, day)
    assert rules
    assert all(each.outcome is GateOutcome.WARNS for each in rules)


@pytest.mark.parametrize("form", RETAINED)
@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("day", [THEN, TODAY])
def test_no_rule_bars_an_option_that_stays_in_the_nhs(
    catalogue: Catalogue, form: str, scope: Scope, day: date
) -> None:
    rules = rules_in_force(catalogue, form, scope, FOUNDATION_TRUST, day)
    assert all(each.outcome is not GateOutcome.BARS for each in rules)


def test_an_internal_autonomous_unit_passes_without_a_word_on_any_day(
    catalogue: Catalogue,
) -> None:
    for day in (THEN, TODAY):
        assert rules_in_force(catalogue, "internal-autonomous-unit", LINE, NHS_TRUST, day) == ()


def test_ft_plus_passed_a_foundation_trust_without_a_word_in_2014(catalogue: Catalogue) -> None:
    assert rules_in_force(catalogue, "ft-plus", WHOLE, FOUNDATION_TRUST, THEN) == ()


def test_ft_plus_passes_today_with_a_warning_that_the_bill_is_pending(
    catalogue: Catalogue,
) -> None:
    *others, last = rules_in_force(catalogue, "ft-plus", WHOLE, FOUNDATION_TRUST, TODAY)

    assert last.pending
    assert last.outcome is GateOutcome.WARNS
    assert "council of governors" in last.rule.reason.text
    assert [each.rule.id for each in others] == ["foundation-trust-capital-limit"]


def test_ft_plus_at_an_nhs_trust_warns_as_a_judgement_that_it_is_not_yet_a_foundation_trust(
    catalogue: Catalogue,
) -> None:
    (only,) = rules_in_force(catalogue, "ft-plus", WHOLE, NHS_TRUST, THEN)
    assert only.rule.id == "ft-plus-needs-foundation-trust"
    assert only.rule.reason.standing == "judgement"


@pytest.mark.parametrize(
    ("day", "contracts"),
    [
        (date(2013, 3, 31), []),
        (date(2013, 4, 1), ["contracts-2013"]),
        (THEN, ["contracts-2013"]),
        (date(2016, 4, 17), ["contracts-2013"]),
        (date(2016, 4, 18), ["contracts-2016"]),
        (date(2023, 12, 31), ["contracts-2016"]),
        (date(2024, 1, 1), ["contracts-provider-selection-regime"]),
        (
            TODAY,
            ["contracts-provider-selection-regime", "no-reserved-contract-for-health-care"],
        ),
    ],
)
def test_the_law_of_contracts_changes_on_its_days(
    catalogue: Catalogue, day: date, contracts: list[str]
) -> None:
    rules = rules_in_force(catalogue, "cic-guarantee", LINE, FOUNDATION_TRUST, day)
    assert [each.rule.id for each in rules if each.rule.gate is Gate.CONTRACTABLE] == contracts


def test_2014_and_today_differ_for_the_same_service_line(catalogue: Catalogue) -> None:
    then = set(ids(rules_in_force(catalogue, "cic-guarantee", LINE, NHS_TRUST, THEN)))
    today = set(ids(rules_in_force(catalogue, "cic-guarantee", LINE, NHS_TRUST, TODAY)))

    assert {"section-41-vat", "corporation-tax", "indemnity-for-council-work"} <= then & today
    assert then - today == {"contracts-2013"}
    assert today - then == {
        "contracts-provider-selection-regime",
        "no-reserved-contract-for-health-care",
        "service-change-call-in",
        "two-tier-workforce",
        "health-bill-2026-privatisation",
    }


def test_a_subsidiary_needs_union_support_from_september_2025(catalogue: Catalogue) -> None:
    before = rules_in_force(
        catalogue, "wholly-owned-subsidiary", LINE, FOUNDATION_TRUST, date(2025, 8, 31)
    )
    after = rules_in_force(
        catalogue, "wholly-owned-subsidiary", LINE, FOUNDATION_TRUST, date(2025, 9, 1)
    )
    assert set(ids(after)) - set(ids(before)) == {"subsidiary-union-support"}


def test_a_form_that_begins_owned_and_ends_independent_is_told_the_rules_of_both(
    catalogue: Catalogue,
) -> None:
    found = ids(rules_in_force(catalogue, "arms-length-mutual", LINE, NHS_TRUST, TODAY))
    assert {"subsidiary-union-support", "section-41-vat"} <= set(found)


def test_pending_rules_never_bar_and_come_last(catalogue: Catalogue) -> None:
    rules = rules_in_force(catalogue, "cic-shares", WHOLE, NHS_TRUST, TODAY)
    pending = [each.pending for each in rules]

    assert any(pending)
    assert pending == sorted(pending)
    assert all(each.outcome is GateOutcome.WARNS for each in rules if each.pending)


def test_a_form_nobody_knows_is_refused_with_the_nearest_name(catalogue: Catalogue) -> None:
    with pytest.raises(Problem, match='no form called "ft-pluss"; did you mean "ft-plus"'):
        rules_in_force(catalogue, "ft-pluss", WHOLE, NHS_TRUST, TODAY)


def test_consultancy_needs_approval_from_2_june_2015(catalogue: Catalogue) -> None:
    for day in (THEN, date(2015, 6, 1)):
        assert thresholds_in_force(catalogue, NHS_TRUST, day) == ()
    (threshold,) = thresholds_in_force(catalogue, NHS_TRUST, date(2015, 6, 2))
    assert threshold.amount == 50_000_00


def test_approval_binds_nhs_trusts_and_is_urged_on_foundation_trusts(catalogue: Catalogue) -> None:
    (nhs_trust,) = thresholds_in_force(catalogue, NHS_TRUST, TODAY)
    (foundation_trust,) = thresholds_in_force(catalogue, FOUNDATION_TRUST, TODAY)
    assert (nhs_trust.binding, foundation_trust.binding) == (True, False)


def test_a_threshold_that_binds_goes_before_a_lower_one_that_does_not(catalogue: Catalogue) -> None:
    (shipped,) = thresholds_in_force(catalogue, NHS_TRUST, TODAY)
    lower = msgspec.structs.replace(shipped, id="own", amount=30_000_00, binding=False)
    both = SimpleNamespace(thresholds={"own": lower, shipped.id: shipped})

    assert approval_threshold(both, NHS_TRUST, TODAY) is shipped
    only = SimpleNamespace(thresholds={"own": lower})
    assert approval_threshold(only, NHS_TRUST, TODAY) is lower
