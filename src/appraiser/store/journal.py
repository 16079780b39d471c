"""The journal in the file: lines are added and read, and nothing else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, insert, select

from appraiser.domain.journal import (
    How,
    JournalLine,
    first_broken,
    parts_from_text,
    parts_to_text,
)
from appraiser.store.reader import read_id
from appraiser.store.tables import journal

_ADD = insert(journal)
_HOW = {str(each): each for each in How}


def add_line(connection: Connection, line: JournalLine) -> None:
    """Add a line, inside the caller's transaction."""
    row = {
        "number": line.number,
        "at": line.at.isoformat(),
        "who": line.who,
        "how": str(line.how),
        "words": line.words,
        "touched": parts_to_text(line.touched),
        "edit": line.edit,
        "inverse": line.inverse,
        "hash": line.hash,
    }
    connection.execute(_ADD, row)


def read_lines(connection: Connection) -> tuple[JournalLine, ...]:
    """Read every line, oldest first."""
    return tuple(_line(row) for row in connection.execute(select(journal).order_by("number")))


def read_last(connection: Connection) -> JournalLine | None:
    """Read the newest line, if there is one."""
    newest = select(journal).order_by(journal.c.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return None if row is None else _line(row)


def verify_chain(connection: Connection) -> int | None:
    """Give the number of the first line that was tampered with, or None if none was."""
    return first_broken(read_lines(connection), read_id(connection))


def _line(row: Row[tuple[object, ...]]) -> JournalLine:
    return JournalLine(
        number=row.number,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        how=_HOW[row.how],
        words=row.words,
        touched=parts_from_text(row.touched),
        edit=row.edit,
        inverse=row.inverse,
        hash=row.hash,
    )
