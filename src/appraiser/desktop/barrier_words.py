"""What is said of a barrier in the list of who can remove it."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.barriers.register import ListedBarrier
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.terms import TaskStatus
from appraiser.domain.written import listed, pounds, short_date


class BarrierWords:
    """The words for the barriers of one snapshot."""

    def __init__(self, appraisal: Appraisal) -> None:
        self._barriers = {each.id: each for each in appraisal.barriers}
        self._actions = {each.id: each for each in appraisal.actions}
        self._requests = {each.id: each for each in appraisal.requests}
        self._lines = {each.id: named(each) for each in appraisal.support_lines}
        self._options = {each.id: named(each) for each in appraisal.options}

    def name(self, each: ListedBarrier) -> str:
        """Give what a barrier is called."""
        return named(self._barriers[each.barrier])

    def standing(self, each: ListedBarrier) -> str:
        """Say who can remove it, who owns it, by when, how far it is and what money is in it."""
        by = f", by {short_date(each.due)}" if each.due else ""
        owner = f"Owner: {each.owner}{by}" if each.owner else f"No owner yet{by}"
        said = [_resolvers(self._barriers[each.barrier]), owner, each.status.label, *_money(each)]
        return f"{'. '.join(said)}."

    def done(self, each: ListedBarrier) -> Iterator[str]:
        """Say what it bars, what is asked and done about it, and what support is for it."""
        if each.stops:
            bars = listed([self._options[option] for option in each.options])
            yield f"Bars {bars} until dealt with." if bars else "It touches no option yet."
        yield from (_request(self._requests[one]) for one in each.requests)
        yield from (_action(self._actions[one]) for one in each.actions)
        if each.support_lines:
            yield f"Support planned: {listed([self._lines[one] for one in each.support_lines])}."
        elif not (each.requests or each.actions):
            yield "Nothing is done or asked about it yet."


def _resolvers(barrier: Barrier) -> str:
    also = f", with {barrier.also_resolver.inline}" if barrier.also_resolver else ""
    return f"{barrier.resolver.label}{also}"


def _money(each: ListedBarrier) -> Iterator[str]:
    for amount, what in (
        (each.yearly_cost, "a year"),
        (each.one_off_cost, "once"),
        (each.action_cost, "for actions"),
    ):
        if amount is not None:
            yield f"{pounds(amount)} {what}"


def _request(request: Request) -> str:
    sent = f"sent {short_date(request.sent_on)}" if request.sent_on else "not sent yet"
    so_far = f"; {request.status.inline}" if request.status is not TaskStatus.OPEN else ""
    return f"Ask {request.asked_of.inline}: {_title(request)} ({sent}{so_far})."


def _action(action: Action) -> str:
    by = f", by {short_date(action.due)}" if action.due else ""
    owner = action.owner.strip() or "no owner"
    return f"{action.status.label}: {_title(action)} ({owner}{by})."


def _title(each: Action | Request) -> str:
    return named(each).rstrip(".")
