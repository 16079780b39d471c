"""The journal in the file: lines are added and read, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, insert, select

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


def read_lines(connection: sqlite3.Connection) -> tuple[JournalLine, ...]:
    """Read every line, oldest first."""
    return tuple(map(_line, connection.execute(_all_lines())))


def read_last(connection: sqlite3.Connection) -> JournalLine | None:
    """Read the newest line, if there is one."""
    row = connection.execute(_newest_first()).fetchone()
    return None if row is None else _line(row)


def verify_chain(connection: sqlite3.Connection) -> int | None:
    """Give the number of the first line that was tampered with, or None if none was."""
    return first_broken(read_lines(connection), read_id(connection))


@cache
def _all_lines() -> str:
    return str(select(*_columns()).order_by(journal.c.number))


@cache
def _newest_first() -> str:
    return str(select(*_columns()).order_by(journal.c.number.desc()))


def _columns() -> list[Column[Any]]:
    return [journal.c[field.name] for field in fields(JournalLine)]


def _line(row: Sequence[Any]) -> JournalLine:
    number, at, who, how, words, touched, *rest = row
    edit, inverse, sealed = rest
    return JournalLine(
        number=number,
        at=datetime.fromisoformat(at),
        who=who,
        how=_HOW[how],
        words=words,
        touched=parts_from_text(touched),
        edit=edit,
        inverse=inverse,
        hash=sealed,
    )
