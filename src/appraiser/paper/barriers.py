"""The barriers in three lists: we act; others must act; Government is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from appraiser.analysis.barriers.register import BarrierList, is_settled, list_of, risk_of
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.terms import TaskStatus
from appraiser.domain.written import counted, listed, short_date
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, name, whole_name
from appraiser.paper.wording import sentence

UNNAMED = "A barrier without a name"
_LISTS = (
    (BarrierList.TRUST, "We act", "What we do"),
    (
        BarrierList.OTHERS,
        "Commissioners, regulators and others act",
        "What is asked of them, and what we do",
    ),
    (
        BarrierList.GOVERNMENT,
        "Government is asked",
        "What is asked, and what we do meanwhile",
    ),
)
_MOST = 3
"""Barriers of one list that the body gives; the annex has them all."""

_KEYS = {BarrierList.TRUST: "we"}
"""How lists are called in keys of paragraphs that authors may have written over."""


def barriers(matter: Material) -> Iterator[Block]:
    """Give the section on barriers: the open ones, the gravest first."""
    yield Heading(1, "What stands in the way, and who can remove it?", "barriers")
    found = matter.appraisal.barriers
    if not found:
        words = matter.none_of("barriers", "No barrier has been recorded yet.")
        yield paragraph("barriers.none", words)
        return
    open_ = sorted(
        (each for each in found if not is_settled(each)),
        key=lambda each: -risk_of(each),
    )
    yield paragraph(
        "barriers.count",
        " ".join((_count(found, open_), *_nothing_open(matter, open_))),
        " ",
        pointing("barriers", "has the register."),
    )
    for which, title, what in _LISTS:
        key = _KEYS.get(which, str(which))
        listed_here = [each for each in open_ if _list_of(matter, each) is which]
        if listed_here:
            shown = listed_here[:_MOST]
            more = len(listed_here) - len(shown)
            caption = f"{title}: the {_MOST} gravest of {len(listed_here)}" if more else title
            yield _table(matter, f"barriers-{key}", (caption, what), shown)


def _nothing_open(matter: Material, open_: Sequence[Barrier]) -> Iterator[str]:
    """Say on which lists no barrier is open."""
    lists = {_list_of(matter, each) for each in open_}
    for which, title, _ in _LISTS:
        if which not in lists:
            yield f"{title}: no open barrier."


def _count(found: Sequence[Barrier], open_: Sequence[Barrier]) -> str:
    stoppers = sum(each.show_stopper for each in open_)
    words = f"The register has {counted(len(found), 'barrier')}, {len(open_) or 'none'} still open"
    if stoppers:
        bars = "bars its options" if stoppers == 1 else "bar their options"
        words += f"; {stoppers} {bars} until dealt with"
    closed = [name(each, UNNAMED) for each in found if is_settled(each)]
    if closed:
        words += f". Dealt with or accepted: {listed(closed)}"
    return f"{words}. Risk is likelihood times severity, each from 1 to 5."


def _list_of(matter: Material, barrier: Barrier) -> BarrierList:
    return list_of(
        barrier, [each for each in matter.appraisal.requests if each.barrier == barrier.id]
    )


def _table(
    matter: Material, key: str, headings: tuple[str, str], found: Sequence[Barrier]
) -> Table:
    title, what = headings
    return Table(
        title,
        (Column("Barrier", 3), Column("Risk", 0.8), Column(what, 6)),
        tuple(
            Row(
                (
                    f"{whole_name(each, UNNAMED)}\n{resolvers(each)}",
                    _risk(each),
                    "\n".join(_doing(matter, each)),
                )
            )
            for each in found
        ),
        key,
    )


def resolvers(barrier: Barrier) -> str:
    """Say who can remove a barrier."""
    also = f", with {barrier.also_resolver.inline}" if barrier.also_resolver else ""
    return f"{barrier.resolver.label}{also}"


def _risk(barrier: Barrier) -> str:
    stops = "\nBars" if barrier.show_stopper else ""
    return f"{risk_of(barrier)}{stops}"


def _doing(matter: Material, barrier: Barrier) -> Iterator[str]:
    asked = [each for each in matter.appraisal.requests if each.barrier == barrier.id]
    acting = [
        each
        for each in matter.appraisal.actions
        if each.barrier == barrier.id and each.status in {TaskStatus.OPEN, TaskStatus.IN_HAND}
    ]
    for request in asked:
        yield request_words(request)
    for action in acting:
        yield action_words(action)
    if not acting:
        owner = barrier.owner.strip()
        by = f", by {short_date(barrier.due)}" if barrier.due else ""
        yield f"Owner: {owner}{by}." if owner else "It has no owner yet."


def request_words(request: Request) -> str:
    """Say what is asked of whom, whether it was sent, and what came back."""
    sent = f"sent {short_date(request.sent_on)}" if request.sent_on else "not yet sent"
    answer = f" Answer: {sentence(request.answer)}" if request.answer.strip() else ""
    return f"{request.asked_of.label} asked: {_title(request.title)} ({sent}).{answer}"


def action_words(action: Action) -> str:
    """Say what is done, by whom and by when."""
    if action.status is TaskStatus.DONE:
        return f"Done: {_title(action.title)}."
    parts = [action.owner.strip() or "no owner yet"]
    if action.due:
        parts.append(f"by {short_date(action.due)}")
    return f"{action.status.label}: {_title(action.title)} ({', '.join(parts)})."


def _title(title: str) -> str:
    return sentence(title).rstrip(".") or "not yet said"
