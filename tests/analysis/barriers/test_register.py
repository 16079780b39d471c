"""Each barrier stands in the list of who can remove it, the gravest first."""

from dataclasses import replace
from datetime import date

import pytest
from tests.analysis.making import panel

from appraiser.analysis.assessing import assess
from appraiser.analysis.barriers.register import (
    BarrierList,
    BarrierLists,
    barrier_lists,
    is_settled,
    list_of,
    risk_of,
)
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.checks import check
from appraiser.domain.ids import ActionId, BarrierId, OptionId, RequestId, SupportLineId
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import BarrierStatus, Gate, GateOutcome, Resolver, TaskStatus

X = OptionId("x")
TRUST, OTHERS, GOVERNMENT = BarrierList.TRUST, BarrierList.OTHERS, BarrierList.GOVERNMENT


def barrier(name: str, **changes) -> Barrier:
    return Barrier(id=BarrierId(name), title=name.upper(), **changes)


def lists(*barriers: Barrier, **changes) -> BarrierLists:
    return barrier_lists(panel([1.0], {"x": (1,)}, barriers=barriers, **changes))


def names(listed) -> list[str]:
    return [each.barrier for each in listed]


def test_each_resolver_puts_a_barrier_into_one_list() -> None:
    by_resolver = {each: list_of(barrier("b", resolver=each), ()) for each in Resolver}

    assert by_resolver.pop(Resolver.TRUST) is TRUST
    assert by_resolver.pop(Resolver.GOVERNMENT) is GOVERNMENT
    assert set(by_resolver.values()) == {OTHERS}


def test_what_is_asked_of_government_stands_in_its_list_whoever_leads() -> None:
    asked = Request(id=RequestId("r"), barrier=BarrierId("b"), asked_of=Resolver.GOVERNMENT)
    other = replace(asked, asked_of=Resolver.STAFF)

    assert list_of(barrier("b"), [asked]) is GOVERNMENT
    assert list_of(barrier("b"), [other]) is TRUST
    found = lists(barrier("b"), barrier("c"), requests=(asked,))
    assert (names(found.of(GOVERNMENT)), names(found.of(TRUST))) == (["b"], ["c"])


def test_show_stoppers_come_first_then_likelihood_times_severity() -> None:
    found = lists(
        barrier("small", likelihood=1, severity=2),
        barrier("same", likelihood=4, severity=3),
        barrier("grave", likelihood=3, severity=4),
        barrier("stops", likelihood=1, severity=1, show_stopper=True),
    )

    assert names(found.trust) == ["stops", "same", "grave", "small"]
    assert [each.rank for each in found.trust] == [1, 2, 2, 4]
    assert [each.risk for each in found.trust] == [1, 12, 12, 2]
    assert [each.stops for each in found.trust] == [True, False, False, False]


def test_ranks_go_through_all_three_lists() -> None:
    found = lists(
        barrier("a", resolver=Resolver.GOVERNMENT, severity=5),
        barrier("b", severity=4),
        barrier("c", resolver=Resolver.LENDERS, severity=1),
    )

    assert [each.rank for which in BarrierList for each in found.of(which)] == [2, 3, 1]


def test_a_barrier_brings_all_that_is_done_and_asked_about_it() -> None:
    name = BarrierId("b")
    due = date(2015, 3, 31)
    kept = barrier(
        "b", owner=" Director of finance ", due=due, options=(X,), yearly_cost=5, one_off_cost=7
    )
    actions = tuple(
        Action(id=ActionId(f"a{at}"), barrier=name, cost=cost, status=status)
        for at, (cost, status) in enumerate(
            [(100, TaskStatus.OPEN), (20, TaskStatus.DONE), (3, TaskStatus.DROPPED), (None, "open")]
        )
    )
    request = Request(id=RequestId("r"), barrier=name, asked_of=Resolver.COMMISSIONER)
    line = SupportLine(id=SupportLineId("tax"), barriers=(name,))
    found = lists(kept, barrier("c"), actions=actions, requests=(request,), support_lines=(line,))

    first, second = found.trust
    assert (first.owner, first.due, first.options) == ("Director of finance", due, (X,))
    assert (first.yearly_cost, first.one_off_cost, first.action_cost) == (5, 7, 120)
    assert (first.actions, first.requests) == (("a0", "a1", "a2", "a3"), ("r",))
    assert first.support_lines == ("tax",)
    assert (second.actions, second.requests, second.action_cost) == ((), (), None)


ACCEPTED = {"status": BarrierStatus.ACCEPTED}
WHOLE = {**ACCEPTED, "accepted_by": "Board", "status_reason": "Small."}


@pytest.mark.parametrize(
    ("changes", "settled"),
    [
        ({}, False),
        ({"status": BarrierStatus.IN_HAND}, False),
        ({"status": BarrierStatus.RESOLVED}, True),
        (WHOLE, True),
        (ACCEPTED, False),
        ({**WHOLE, "accepted_by": " "}, False),
        ({**WHOLE, "status_reason": ""}, False),
    ],
)
def test_a_barrier_is_settled_once_resolved_or_accepted_by_a_role_with_a_reason(
    changes, settled
) -> None:
    one = barrier("b", show_stopper=True, **changes)
    found = lists(one)

    assert is_settled(one) is settled
    assert names(found.settled) == (["b"] if settled else [])
    assert names(found.trust) == ([] if settled else ["b"])
    assert [each.stops for each in (*found.trust, *found.settled)] == [not settled]
    assert [each.rank for each in found.settled] == ([None] if settled else [])


def test_risk_runs_from_1_to_25() -> None:
    assert risk_of(barrier("b", likelihood=1, severity=1)) == 1
    assert risk_of(barrier("b", likelihood=5, severity=5)) == 25


# What an assessment makes of a show-stopper


def stopped(catalogue, **changes):
    stopper = barrier(
        "vat", show_stopper=True, options=(X,), gate=Gate.AFFORDABLE, mitigation="A refund."
    )
    appraisal = panel([1.0], {"x": (80,), "y": (40,)}, barriers=(replace(stopper, **changes),))
    results = assess(appraisal, catalogue)
    gate = {each.gate: each for each in results.of[X].gates}[Gate.AFFORDABLE]
    wrong = [each.code for each in check(appraisal)]
    return results.of[X].barred, gate, wrong


@pytest.mark.parametrize("status", [BarrierStatus.OPEN, BarrierStatus.IN_HAND])
def test_a_show_stopper_that_is_not_dealt_with_bars_its_options(catalogue, status) -> None:
    barred, gate, _ = stopped(catalogue, status=status)

    assert barred
    assert gate.outcome is GateOutcome.BARS
    assert (gate.deciding[0].barrier, gate.unlocks) == ("vat", ("A refund.",))


def test_a_resolved_show_stopper_bars_nothing(catalogue) -> None:
    assert not stopped(catalogue, status=BarrierStatus.RESOLVED)[0]


def test_a_show_stopper_accepted_by_a_role_with_a_reason_bars_nothing(catalogue) -> None:
    barred, _, wrong = stopped(catalogue, **WHOLE)

    assert not barred
    assert "accepted-unexplained" not in wrong


@pytest.mark.parametrize("missing", ["accepted_by", "status_reason"])
def test_a_show_stopper_accepted_without_a_role_or_a_reason_is_wrong_and_still_bars(
    catalogue, missing
) -> None:
    barred, gate, wrong = stopped(catalogue, **{**WHOLE, missing: " "})

    assert "accepted-unexplained" in wrong
    assert barred
    assert gate.outcome is GateOutcome.BARS
