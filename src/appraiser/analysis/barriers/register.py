"""The barriers in three lists by who has to act, the show-stoppers and the gravest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.ids import ActionId, BarrierId, OptionId, RequestId, SupportLineId
from appraiser.domain.term import Term
from appraiser.domain.terms import BarrierStatus, Resolver, TaskStatus


class BarrierList(Term):
    """The three lists, by who has to act."""

    TRUST = "trust", "We act"
    OTHERS = "others", "Commissioners and others act"
    GOVERNMENT = "government", "Government is asked"


@dataclass(frozen=True, slots=True)
class ListedBarrier:
    """One barrier with its place, and all that is done or asked about it. Money is in pence."""

    barrier: BarrierId
    list: BarrierList
    risk: int
    """Likelihood times severity, 1 to 25."""
    rank: int | None
    """Among the barriers that still stand, from 1; those alike share one. None once settled."""
    stops: bool
    """It bars its options: a show-stopper that is not settled."""
    options: tuple[OptionId, ...]
    owner: str
    due: date | None
    status: BarrierStatus
    actions: tuple[ActionId, ...]
    requests: tuple[RequestId, ...]
    support_lines: tuple[SupportLineId, ...]
    yearly_cost: int | None
    one_off_cost: int | None
    action_cost: int | None
    """What its actions cost together, those that were dropped left out; None where none says."""


@dataclass(frozen=True, slots=True)
class BarrierLists:
    """The barriers that still stand in three lists, and those that are settled."""

    trust: tuple[ListedBarrier, ...]
    others: tuple[ListedBarrier, ...]
    government: tuple[ListedBarrier, ...]
    settled: tuple[ListedBarrier, ...]
    """Resolved, or accepted by a named role with a reason; in the order of the register."""

    def of(self, which: BarrierList) -> tuple[ListedBarrier, ...]:
        """Give one of the three lists."""
        of = {
            BarrierList.TRUST: self.trust,
            BarrierList.OTHERS: self.others,
            BarrierList.GOVERNMENT: self.government,
        }
        return of[which]


def is_settled(barrier: Barrier) -> bool:
    """Tell whether a barrier is resolved, or accepted by a named role with a reason."""
    if barrier.status is BarrierStatus.ACCEPTED:
        return bool(barrier.accepted_by.strip() and barrier.status_reason.strip())
    return barrier.status is BarrierStatus.RESOLVED


def list_of(barrier: Barrier, requests: Sequence[Request]) -> BarrierList:
    """Give the one list that a barrier stands in: Government's if Government is asked anything.

    `requests` are the barrier's own. Otherwise the first resolver decides: the trust acts on its
    own, or somebody else has to (domain.md section 3).
    """
    asked = {each.asked_of for each in requests}
    if Resolver.GOVERNMENT in {barrier.resolver, *asked}:
        return BarrierList.GOVERNMENT
    return BarrierList.TRUST if barrier.resolver is Resolver.TRUST else BarrierList.OTHERS


def barrier_lists(appraisal: Appraisal) -> BarrierLists:
    """Put every barrier into the list of who can remove it, with its actions and requests.

    Show-stoppers come first, then the highest likelihood times severity; barriers alike keep the
    order of the register.
    """
    standing = sorted(
        (each for each in appraisal.barriers if not is_settled(each)), key=_gravest_first
    )
    ranks: dict[tuple[bool, int], int] = {}
    for rank, each in enumerate(standing, start=1):
        ranks.setdefault(_gravest_first(each), rank)
    about = _About(appraisal)
    ranked = [_listed(about, each, ranks[_gravest_first(each)]) for each in standing]
    settled = [_listed(about, each, None) for each in appraisal.barriers if is_settled(each)]

    def of(which: BarrierList) -> tuple[ListedBarrier, ...]:
        return tuple(each for each in ranked if each.list is which)

    return BarrierLists(
        of(BarrierList.TRUST), of(BarrierList.OTHERS), of(BarrierList.GOVERNMENT), tuple(settled)
    )


def _gravest_first(barrier: Barrier) -> tuple[bool, int]:
    return not barrier.show_stopper, -risk_of(barrier)


def risk_of(barrier: Barrier) -> int:
    """Give likelihood times severity, 1 to 25: an order of importance and no more than that."""
    return barrier.likelihood * barrier.severity


class _About:
    """What an appraisal has about each of its barriers, each list gone through once."""

    def __init__(self, appraisal: Appraisal) -> None:
        self.actions: defaultdict[BarrierId, list[Action]] = defaultdict(list)
        self.requests: defaultdict[BarrierId, list[Request]] = defaultdict(list)
        self.support: defaultdict[BarrierId, list[SupportLineId]] = defaultdict(list)
        for action in appraisal.actions:
            self.actions[action.barrier].append(action)
        for request in appraisal.requests:
            self.requests[request.barrier].append(request)
        for line in appraisal.support_lines:
            for barrier in line.barriers:
                self.support[barrier].append(line.id)


def _listed(about: _About, barrier: Barrier, rank: int | None) -> ListedBarrier:
    requests, actions = about.requests[barrier.id], about.actions[barrier.id]
    return ListedBarrier(
        barrier=barrier.id,
        list=list_of(barrier, requests),
        risk=risk_of(barrier),
        rank=rank,
        stops=barrier.show_stopper and rank is not None,
        options=barrier.options,
        owner=barrier.owner.strip(),
        due=barrier.due,
        status=barrier.status,
        actions=tuple(each.id for each in actions),
        requests=tuple(each.id for each in requests),
        support_lines=tuple(about.support[barrier.id]),
        yearly_cost=barrier.yearly_cost,
        one_off_cost=barrier.one_off_cost,
        action_cost=_cost(actions),
    )


def _cost(actions: Sequence[Action]) -> int | None:
    known = [
        each.cost
        for each in actions
        if each.cost is not None and each.status is not TaskStatus.DROPPED
    ]
    return sum(known) if known else None
