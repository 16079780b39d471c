"""The annex on the journal: who changed what and when, and every seal, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from appraiser.domain.journal import How, JournalLine, parts_to_text
from appraiser.domain.terms import Part
from appraiser.domain.written import counted, date_and_time, listed, short_date
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material
from appraiser.paper.plain_text import one_line

_TELLING = tuple(f'"edit":"{each}"' for each in ("seal", "break-seal", "leave-out"))
"""How the edits read that are given one by one: what a challenge would ask about."""


def annex_journal(matter: Material) -> Iterator[Block]:
    """Give the journal in brief, or in whole; nothing where none is known."""
    lines = matter.journal
    if not lines:
        return
    yield Heading(1, "The journal of changes", key_of("journal"))
    yield paragraph(
        "annex-journal.what",
        f"The appraisal's file keeps {counted(len(lines), 'change')}, each sealed to the one "
        f"before; the last seal begins {lines[-1].hash[:16]}.",
    )
    yield _by_day(lines)
    telling = tuple(each for each in lines if any(edit in each.edit for edit in _TELLING))
    if matter.whole_journal:
        yield _table("Every change", lines, "journal")
    elif telling:
        yield _table("Seals, and options left out", telling, "journal-seals")


def _by_day(lines: tuple[JournalLine, ...]) -> Table:
    rows = []
    for (day, who), found in groupby(lines, key=lambda each: (each.at.date(), each.who)):
        some = list(found)
        touched = Part(0)
        for each in some:
            touched |= each.touched
        parts = listed(parts_to_text(touched).split()) or "nothing but the file itself"
        rows.append(
            Row((short_date(day), one_line(who) or "Not named", str(len(some)), f"To {parts}"))
        )
    return Table(
        "Changes by day and by who made them",
        (Column("Day", 1.6), Column("Who", 2.4), Column("Changes", 1.1), Column("What", 4)),
        tuple(rows),
        "journal-days",
    )


def _table(caption: str, lines: tuple[JournalLine, ...], key: str) -> Table:
    return Table(
        caption,
        (Column("Number", 1.1), Column("When", 2.2), Column("Who", 2), Column("What", 5)),
        tuple(
            Row(
                (
                    str(each.number),
                    date_and_time(each.at),
                    one_line(each.who) or "Not named",
                    _words(each),
                )
            )
            for each in lines
        ),
        key,
    )


def _words(line: JournalLine) -> str:
    words = one_line(line.words)
    return words if line.how is How.DID else f"{line.how.label}: {words}"
