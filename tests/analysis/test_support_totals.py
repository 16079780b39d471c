"""What the support plan comes to, and what is found in it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import Approval, SupportTotals, support_totals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.findings import Severity
from appraiser.domain.ids import ActionId, BarrierId, ContractId, RequestId, SupportLineId
from appraiser.domain.money_terms import ApprovalStatus, SupportCategory, SupportKind, SupportStatus
from appraiser.domain.support import Contract, SupportLine, SupportPlan
from appraiser.domain.terms import BarrierStatus, Gate, TaskStatus
from appraiser.domain.trust import Programme

POUND = 100
CAP = 100_000 * POUND
THRESHOLD = 50_000 * POUND


def line(name: str = "legal", **changes) -> SupportLine:
    """Ten days at £1,000, £500 of expenses, VAT at 20% that cannot be recovered: £12,600."""
    made = SupportLine(
        id=SupportLineId(name),
        title=name.title(),
        day_rate=1_000 * POUND,
        days=10,
        expenses=500 * POUND,
    )
    return replace(made, **changes)


def plan(*lines: SupportLine, contracts: tuple[Contract, ...] = (), **programme) -> Appraisal:
    """A plan that is to keep no contingency."""
    return Appraisal(
        id="made",
        programme=Programme(**{"cap": CAP, **programme}),
        support_lines=lines,
        contracts=contracts,
        support_plan=SupportPlan(least_contingency=0.0),
    )


def totals(appraisal: Appraisal) -> SupportTotals:
    return support_totals(appraisal, Approval(THRESHOLD, required=True))


def found(appraisal: Appraisal) -> list[tuple[str, Severity]]:
    return [(each.code, each.severity) for each in support_findings(appraisal, totals(appraisal))]


def test_a_line_costs_its_days_its_expenses_and_the_vat_that_sticks() -> None:
    (each,) = totals(plan(line())).lines

    assert (each.net, each.expenses, each.vat) == (1_000_000, 50_000, 210_000)
    assert (each.irrecoverable_vat, each.cost, each.counted) == (210_000, 1_260_000, 1_260_000)


def test_vat_that_is_recovered_costs_nothing() -> None:
    (each,) = totals(plan(line(vat_recoverable=True))).lines

    assert (each.vat, each.irrecoverable_vat, each.cost) == (210_000, 0, 1_050_000)


def test_pence_are_rounded_half_up_once_a_line() -> None:
    each = totals(plan(line(day_rate=33, days=0.5, expenses=0, vat_rate=0.0))).lines[0]
    tenth = totals(plan(line(day_rate=15, days=0.1, expenses=0, vat_rate=0.0))).lines[0]

    assert each.net == 17
    assert tenth.net == 2  # 1.5 pence, though 0.1 is less than a tenth inside the machine


def test_a_cap_that_leaves_vat_out_counts_no_vat() -> None:
    spent_half = line(spent=630_000, status=SupportStatus.COMMITTED)

    (each,) = totals(plan(spent_half, cap_includes_vat=False)).lines

    assert each.cost == 1_260_000
    assert (each.spent, each.committed, each.counted) == (525_000, 525_000, 1_050_000)


@pytest.mark.parametrize(
    ("status", "spent", "parts"),
    [
        (SupportStatus.PLANNED, 0, (0, 0, 1_260_000)),
        (SupportStatus.PLANNED, 260_000, (260_000, 0, 1_000_000)),
        (SupportStatus.COMMITTED, 260_000, (260_000, 1_000_000, 0)),
        (SupportStatus.COMMITTED, 1_500_000, (1_500_000, 0, 0)),
        (SupportStatus.SPENT, 1_100_000, (1_100_000, 0, 0)),
        (SupportStatus.SPENT, 0, (1_260_000, 0, 0)),
    ],
)
def test_what_is_spent_takes_the_place_of_what_was_planned(status, spent, parts) -> None:
    found = totals(plan(line(status=status, spent=spent)))

    assert (found.spent, found.committed, found.planned) == parts
    assert found.used == sum(parts)
    assert found.remaining == CAP - sum(parts)


def test_help_in_kind_and_match_funding_stand_apart_from_the_cap() -> None:
    found = totals(plan(line(kind=SupportKind.IN_KIND), line("tax", kind=SupportKind.MATCH_FUNDED)))

    assert found.used == 0
    assert found.in_kind == 1_050_000  # nobody charges VAT on what is given
    assert found.match_funded == 1_260_000


def test_without_a_cap_nothing_remains_and_nothing_is_over() -> None:
    found = totals(plan(line(), cap=None))

    assert (found.cap, found.remaining, found.over_cap) == (None, None, 0)


def test_a_plan_over_its_cap_says_by_how_much() -> None:
    appraisal = plan(line(days=100))

    assert totals(appraisal).over_cap == 2_060_000
    (finding,) = support_findings(appraisal, totals(appraisal))
    assert finding.words == (
        "The support plan is £20,600 over its cap. The rule: what is spent, committed and still "
        "planned stays within the programme's cap."
    )
    assert finding.severity is Severity.ERROR


def contract(name: str, supplier: str = "", **changes) -> Contract:
    return Contract(id=ContractId(name), title=name.title(), supplier=supplier, **changes)


def under(name: str, **changes) -> SupportLine:
    return line(f"line-{name}", contract=ContractId(name), **changes)


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


@pytest.mark.parametrize(("pounds", "differs"), [(11_340, False), (11_339, True), (13_861, True)])
def test_a_sum_spent_more_than_a_tenth_from_its_own_row_is_found(pounds, differs) -> None:
    spent = plan(line(status=SupportStatus.SPENT, spent=pounds * POUND))

    assert found(spent) == [("spent-differs", Severity.WARNING)] * differs
    unpriced = line(status=SupportStatus.SPENT, spent=5, day_rate=0, expenses=0)
    assert found(plan(unpriced)) == []


def test_a_sum_spent_and_its_row_are_both_named() -> None:
    spent = plan(line(status=SupportStatus.SPENT, spent=18_720 * POUND))

    (finding,) = support_findings(spent, totals(spent))
    assert "£18,720 spent" in finding.words
    assert "come to £12,600" in finding.words


def test_a_line_marked_spent_without_an_amount_is_found() -> None:
    spent = line(status=SupportStatus.SPENT)

    assert found(plan(spent)) == [("spent-unstated", Severity.WARNING)]
    assert found(plan(replace(spent, spent=12_600 * POUND))) == []
    assert found(plan(replace(spent, kind=SupportKind.IN_KIND))) == []


def test_contingency_below_what_is_to_be_kept_is_found() -> None:
    spare = line("spare", category=SupportCategory.CONTINGENCY, days=1, expenses=0)
    kept = SupportPlan(least_contingency=10.0)
    appraisal = replace(plan(line(), spare), support_plan=kept)

    assert totals(appraisal).contingency == 120_000
    assert found(appraisal) == [("low-contingency", Severity.WARNING)]
    assert found(replace(appraisal, support_plan=SupportPlan(least_contingency=8.0))) == []


def test_a_forecast_is_what_is_spent_committed_and_still_planned() -> None:
    committed = line("tax", status=SupportStatus.COMMITTED, spent=260_000)

    each = totals(plan(line(), committed))

    assert (each.spent, each.committed, each.planned) == (260_000, 1_000_000, 1_260_000)
    assert each.forecast == each.used == 2_520_000


def test_a_plan_without_any_contingency_is_found_until_it_says_that_none_is_kept() -> None:
    appraisal = replace(plan(line()), support_plan=SupportPlan())

    assert found(appraisal) == [("no-contingency", Severity.WARNING)]
    assert found(plan(line())) == []
    assert found(replace(plan(), support_plan=SupportPlan())) == []
    spare = line("spare", category=SupportCategory.CONTINGENCY)
    assert found(replace(plan(line(), spare), support_plan=SupportPlan())) == []


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


def barred(**changes) -> Appraisal:
    """A plan of one line and a barrier that bars its options."""
    barrier = Barrier(id=BarrierId("vat"), title="VAT", show_stopper=True)
    return replace(plan(line()), barriers=(replace(barrier, **changes),))


def test_a_barrier_that_nobody_works_at_is_found() -> None:
    assert found(barred()) == [("barrier-unfunded", Severity.WARNING)]
    assert found(barred(show_stopper=False, gate=Gate.LAWFUL)) == [
        ("barrier-unfunded", Severity.WARNING)
    ]
    assert found(barred(show_stopper=False)) == []
    assert found(barred(status=BarrierStatus.RESOLVED)) == []
    assert found(replace(barred(), support_lines=())) == []


def test_help_an_action_or_a_request_is_work_at_a_barrier_unless_it_was_dropped() -> None:
    vat = BarrierId("vat")
    given = line(kind=SupportKind.IN_KIND, barriers=(vat,))
    action = Action(id=ActionId("a"), barrier=vat)
    request = Request(id=RequestId("r"), barrier=vat)

    assert found(replace(barred(), support_lines=(given,))) == []
    assert found(replace(barred(), actions=(action,))) == []
    assert found(replace(barred(), requests=(request,))) == []
    dropped = replace(action, status=TaskStatus.DROPPED)
    no_more = replace(request, status=TaskStatus.DROPPED)
    assert found(replace(barred(), actions=(dropped,), requests=(no_more,))) == [
        ("barrier-unfunded", Severity.WARNING)
    ]


amounts = st.integers(0, 10**15)
drawn_lines = st.lists(
    st.builds(
        line,
        day_rate=amounts,
        days=st.floats(0, 10_000),
        expenses=amounts,
        vat_rate=st.floats(0, 100),
        vat_recoverable=st.booleans(),
        kind=st.sampled_from(SupportKind),
        status=st.sampled_from(SupportStatus),
        spent=amounts,
    ),
    max_size=4,
)


@given(drawn_lines, st.booleans())
def test_the_parts_of_any_plan_add_up_to_the_penny(lines, cap_includes_vat) -> None:
    numbered = [replace(each, id=SupportLineId(f"l{at}")) for at, each in enumerate(lines)]

    found = totals(plan(*numbered, cap_includes_vat=cap_includes_vat))

    assert found.used == sum(each.counted for each in found.lines)
    assert all(
        each.cost == each.net + each.expenses + each.irrecoverable_vat for each in found.lines
    )
    assert found.used + found.remaining == CAP
