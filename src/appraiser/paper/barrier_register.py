"""Part of the annex on barriers: each with all that is known and done about it."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.barriers import Barrier
from appraiser.domain.written import pounds, short_date
from appraiser.paper.barriers import UNNAMED, action_words, request_words, resolvers
from appraiser.paper.blocks import Block, Column, Heading, Row, Table
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import sentence


def register(matter: Material) -> Iterator[Block]:
    """Give the whole register."""
    found = matter.appraisal.barriers
    if not found:
        return
    yield Heading(2, "The barrier register", "barrier-register")
    yield Table(
        "Every barrier, open or not",
        (Column("Barrier", 4.4), Column("Risk", 1.2), Column("What is done", 4.4)),
        tuple(
            Row(
                (
                    "\n".join(_described(matter, each)),
                    f"{each.likelihood} x {each.severity}\n{each.status.label}",
                    "\n".join(_done(matter, each)) or "Nothing has been set in hand yet.",
                )
            )
            for each in found
        ),
        "barrier-register",
    )


def _described(matter: Material, barrier: Barrier) -> Iterator[str]:
    yield whole_name(barrier, UNNAMED)
    yield f"Who can remove it: {resolvers(barrier)}."
    yield barrier.description
    if barrier.options:
        yield f"Touches: {matter.options(barrier.options)}."
    for words, amount in (("a year", barrier.yearly_cost), ("once", barrier.one_off_cost)):
        if amount is not None:
            yield f"Cost: {pounds(amount)} {words}."
    if barrier.evidence.strip():
        yield f"Evidence: {sentence(barrier.evidence)}"


def _done(matter: Material, barrier: Barrier) -> Iterator[str]:
    if barrier.mitigation.strip():
        yield f"What would ease it: {sentence(barrier.mitigation)}"
    for request in matter.appraisal.requests:
        if request.barrier == barrier.id:
            yield request_words(request)
    for action in matter.appraisal.actions:
        if action.barrier == barrier.id:
            yield action_words(action)
    if barrier.status_reason.strip():
        yield f"{barrier.status.label}: {sentence(barrier.status_reason)}"
    if barrier.accepted_by.strip():
        yield f"Accepted by {sentence(barrier.accepted_by)}"
    if barrier.owner.strip():
        by = f", by {short_date(barrier.due)}" if barrier.due else ""
        yield f"Owner: {barrier.owner.strip()}{by}."
