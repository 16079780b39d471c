"""What the support plan comes to, and what is found in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.support_plans import (
    CAP,
    POUND,
    found,
    line,
    plan,
    totals,
)

from appraiser.analysis.support_findings import support_findings
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.findings import Severity
from appraiser.domain.ids import ActionId, BarrierId, RequestId, SupportLineId
from appraiser.domain.money_terms import SupportCategory, SupportKind, SupportStatus
from appraiser.domain.support import SupportPlan
from appraiser.domain.terms import BarrierStatus, Gate, TaskStatus


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
