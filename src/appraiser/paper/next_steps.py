"""What happens after the meeting, and whose consent it needs."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, on, whole_name
from appraiser.paper.wording import given


def next_steps(matter: Material) -> Iterator[Block]:
    """Give the section on next steps and approvals."""
    yield Heading(1, "What happens next?", "next-steps")
    if matter.appraisal.next_steps:
        yield _steps(matter)
    else:
        yield paragraph("next.none", "No next step has been set out yet.")
    if matter.appraisal.approvals:
        yield _approvals(matter)
    else:
        yield paragraph("next.approvals", "No approval by anybody else has been recorded.")


def _steps(matter: Material) -> Table:
    rows = (
        (whole_name(each, "A step without a name"), given(each.owner), on(each.due), each.status)
        for each in matter.appraisal.next_steps
    )
    return Table(
        "Next steps",
        (Column("Step", 5.2), Column("Owner", 2.4), Column("By", 2.1), Column("Status", 0.8)),
        tuple(Row((name, owner, due, status.label)) for name, owner, due, status in rows),
        "next-steps",
    )


def _approvals(matter: Material) -> Table:
    return Table(
        "Whose consent is needed",
        (
            Column("Who approves", 2.4),
            Column("What they approve", 3.6),
            Column("Status", 2.3),
            Column("By", 2.1),
        ),
        tuple(
            Row(
                (
                    given(each.body),
                    f"{given(each.title)}\n{each.note}",
                    each.status.label,
                    on(each.due),
                )
            )
            for each in matter.appraisal.approvals
        ),
        "approvals",
    )
