"""Contracts of a support plan: over the approval threshold, split, or extended past it."""

from datetime import date

import pytest
from tests.analysis.support_plans import POUND, THRESHOLD, contract, found, plan, totals, under

from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import Approval, support_totals
from appraiser.domain.findings import Severity
from appraiser.domain.money_terms import ApprovalStatus, SupportKind
from appraiser.domain.support import Contract


def test_a_contract_is_over_the_threshold_only_above_it_with_vat_and_expenses() -> None:
    exactly = under("a", day_rate=THRESHOLD, days=1, expenses=0, vat_rate=0.0)
    with_vat = under("b", day_rate=45_000 * POUND, days=1, expenses=0)
    given = under("a", kind=SupportKind.IN_KIND, days=100)
    appraisal = plan(exactly, with_vat, given, contracts=(contract("a"), contract("b")))

    first, second = totals(appraisal).contracts

    assert (first.cost, first.over_threshold) == (THRESHOLD, False)
    assert (second.cost, second.over_threshold) == (5_400_000, True)
    assert (second.net, second.expenses, second.irrecoverable_vat) == (4_500_000, 0, 900_000)


def test_no_threshold_is_passed_while_none_is_known() -> None:
    appraisal = plan(under("a", days=100), contracts=(contract("a", "Firm"),), cap=None)
    found = support_totals(appraisal, None)

    assert [each.over_threshold for each in (*found.contracts, *found.suppliers)] == [False, False]
    assert list(support_findings(appraisal, found)) == []


@pytest.mark.parametrize(
    ("approval", "severity"),
    [
        (ApprovalStatus.NOT_NEEDED, Severity.WARNING),
        (ApprovalStatus.SOUGHT, Severity.WARNING),
        (ApprovalStatus.REFUSED, Severity.ERROR),
        (ApprovalStatus.GIVEN, None),
    ],
)
def test_a_contract_over_the_threshold_wants_approval(approval, severity) -> None:
    appraisal = plan(under("a", days=45), contracts=(contract("a", "Firm", approval=approval),))

    assert found(appraisal) == ([("approval", severity)] if severity else [])


def test_a_purchase_split_over_contracts_with_one_supplier_is_found() -> None:
    appraisal = plan(
        under("a", days=25),
        under("b", days=25),
        under("c", days=1),
        contracts=(contract("a", "The  Firm"), contract("b", "the firm "), contract("c", "Other")),
    )

    first, second = totals(appraisal).suppliers
    assert (first.name, first.contracts, first.over_threshold) == ("The Firm", ("a", "b"), True)
    assert (second.name, second.over_threshold) == ("Other", False)
    assert found(appraisal) == [("supplier-approval", Severity.WARNING)]


def suppliers_found(*held: tuple[Contract, int]) -> list[str]:
    """Give the codes found where each contract comes to so many thousand pounds."""
    lines = [
        under(each.id, day_rate=cost * 1_000 * POUND, days=1, expenses=0, vat_rate=0.0)
        for each, cost in held
    ]
    return [
        code for code, _ in found(plan(*lines, contracts=tuple(each for each, _ in held), cap=None))
    ]


def dated(name: str, starts: date | None, ends: date | None = None, **changes) -> Contract:
    return contract(name, "Firm", starts=starts, ends=ends, **changes)


NEW_YEAR, SPRING, AUTUMN = date(2015, 1, 5), date(2015, 4, 1), date(2015, 10, 1)


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ((NEW_YEAR, None), (SPRING, None), "split-pattern"),
        ((SPRING, None), (NEW_YEAR, None), "split-pattern"),
        ((NEW_YEAR, None), (AUTUMN, None), "supplier-approval"),
        ((NEW_YEAR, date(2015, 9, 1)), (AUTUMN, None), "split-pattern"),
        ((None, None), (NEW_YEAR, None), "supplier-approval"),
    ],
)
def test_contracts_with_one_supplier_close_together_look_like_one_purchase(
    first, second, code
) -> None:
    held = (dated("a", *first), 30), (dated("b", *second), 30)

    assert suppliers_found(*held) == [code]


def test_contracts_that_are_settled_each_by_itself_are_not_found_again_together() -> None:
    given = ApprovalStatus.GIVEN

    assert suppliers_found((contract("a", "Firm", approval=given), 60)) == []
    both = [(contract(each, "Firm", approval=given), 30) for each in "ab"]
    assert suppliers_found(*both) == []
    assert suppliers_found((contract("a", "Firm"), 60), (contract("b", "Firm"), 70)) == [
        "approval",
        "approval",
    ]
    small = [(contract(each, "Firm"), 20) for each in "ab"]
    assert suppliers_found(*small) == []
    assert suppliers_found((contract("a", "Firm", approval=given), 60), small[1]) == [
        "supplier-approval"
    ]


@pytest.mark.parametrize(
    ("starts", "extension_starts"),
    [(NEW_YEAR, SPRING), (None, None), (None, SPRING), (NEW_YEAR, None)],
)
def test_an_extension_that_takes_an_earlier_contract_over_is_found(
    starts, extension_starts
) -> None:
    extension = dated("b", extension_starts, extends=True)

    assert suppliers_found((dated("a", starts), 40), (extension, 20)) == ["extension-approval"]
    assert suppliers_found((extension, 20), (dated("a", starts), 20)) == []


def test_an_extension_that_was_approved_or_took_nothing_over_is_not_found_as_one() -> None:
    approved = dated("b", SPRING, extends=True, approval=ApprovalStatus.GIVEN)
    assert suppliers_found((dated("a", NEW_YEAR), 40), (approved, 20)) == ["supplier-approval"]

    first = dated("a", NEW_YEAR, extends=True)  # what it extends is not in the plan
    assert suppliers_found((first, 40), (dated("b", AUTUMN), 20)) == ["supplier-approval"]


def test_an_extension_says_what_it_takes_past_what() -> None:
    lines = (
        under("a", day_rate=40_000 * POUND, days=1, expenses=0, vat_rate=0.0),
        under("b", day_rate=20_000 * POUND, days=1, expenses=0, vat_rate=0.0),
    )
    held = (dated("a", NEW_YEAR), dated("b", SPRING, extends=True))
    appraisal = plan(*lines, contracts=held)

    (finding,) = support_findings(appraisal, totals(appraisal))
    assert finding.words.startswith(
        '"B" extends or varies an earlier contract with Firm and takes it from £40,000 to £60,000,'
    )
    assert "past the £50,000 that calls for approval" in finding.words


def test_where_approval_is_only_encouraged_no_finding_says_that_it_is_needed() -> None:
    """A foundation trust that is in no support and no breach (domain.md 4.4)."""
    urged = Approval(THRESHOLD, required=False)
    dear = plan(under("a", day_rate=60_000 * POUND, days=1), contracts=(dated("a", NEW_YEAR),))

    (finding,) = support_findings(dear, support_totals(dear, urged))

    assert finding.words.endswith(
        "more than the £50,000 above which approval is encouraged, though not required of every "
        "trust."
    )
