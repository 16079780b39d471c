"""Why the question is asked: the challenges, the aims, and what staff said."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.case import StaffView
from appraiser.domain.written import long_date
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Column,
    Heading,
    Row,
    Runs,
    Table,
    paragraph,
    strong,
)
from appraiser.paper.material import Material, on, whole_name
from appraiser.paper.wording import given, prose, sentence


def case_for_change(matter: Material) -> Iterator[Block]:
    """Give the section on why the question is asked."""
    appraisal = matter.appraisal
    yield Heading(1, "Why is the question asked?", "case")
    if appraisal.question.text.strip():
        yield from prose("case.question", appraisal.question.text, "The question.")
    else:
        yield paragraph("case.question", "The question has not been written yet.")
    if appraisal.challenges:
        yield paragraph("case.challenges", "The challenges that it answers to:")
        yield BulletList(
            tuple(
                _point(whole_name(each, "A challenge"), each.description)
                for each in appraisal.challenges
            )
        )
    else:
        words = matter.none_of("challenges", "No challenge has been described yet.")
        yield paragraph("case.challenges", words)
    if appraisal.objectives:
        yield _objectives(matter)
    else:
        words = matter.none_of("objectives", "No objective has been set yet.")
        yield paragraph("case.objectives", words)
    if appraisal.staff_views:
        yield paragraph("case.staff", "What staff said:")
        yield BulletList(
            tuple(
                _point(f"{whole_name(each, 'Staff')}, {_asked(each)}", each.said)
                for each in appraisal.staff_views
            )
        )
    else:
        words = matter.none_of("staff_views", "What staff said has not been recorded yet.")
        yield paragraph("case.staff", words)


def _point(title: str, words: str) -> Runs:
    lead = strong(sentence(title) + " ")
    return (lead, *(run for each in prose("", words) for run in each.runs)) if words else (lead,)


def _asked(view: StaffView) -> str:
    parts = [long_date(view.heard_on)] if view.heard_on else ["date not given"]
    if view.answered is not None:
        of = f" of {view.asked:,}" if view.asked is not None else ""
        parts.append(f"{view.answered:,}{of} answered")
    if view.in_favour is not None or view.against is not None:
        parts.append(f"{view.in_favour or 0:,} in favour, {view.against or 0:,} against")
    return ", ".join(parts)


def _objectives(matter: Material) -> Table:
    return Table(
        "What the trust wants to reach",
        (
            Column("Objective", 3),
            Column("Measured by", 2.6),
            Column("Now", 1.7),
            Column("Target", 1.6),
            Column("By", 2.1),
        ),
        tuple(
            Row(
                (
                    whole_name(each, "An objective"),
                    given(each.measure),
                    given(each.baseline),
                    given(each.target),
                    on(each.due),
                )
            )
            for each in matter.appraisal.objectives
        ),
        "objectives",
    )
