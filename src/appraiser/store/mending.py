"""Make a file sound again after salvage: nothing missing that must be there, no loose links."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, select

from appraiser.domain.appraisal import SINGLES
from appraiser.domain.journal import How, JournalLine, chained, edit_to_text
from appraiser.domain.terms import Part
from appraiser.store.connecting import connect, open_raw
from appraiser.store.inspecting import read_sound
from appraiser.store.journal import add_line, read_last
from appraiser.store.reader import read_id
from appraiser.store.tables import SINGLE_TABLES, meta, metadata
from appraiser.store.values import to_row


def mend(made: Path) -> list[str]:
    """Put in the single parts that are missing, and let go of what was lost; say what."""
    lost: list[str] = []
    connection = connect(made)
    try:
        with connection.begin():
            if connection.execute(select(meta).where(meta.c.name == "id")).first() is None:
                connection.execute(insert(meta), {"name": "id", "value": str(uuid4())})
            for name, (single, _, words) in SINGLES.items():
                if connection.execute(select(SINGLE_TABLES[name])).first() is None:
                    row = {"only": 1, **to_row(single())}
                    connection.execute(insert(SINGLE_TABLES[name]), row)
                    lost.append(f"The {words} was lost.")
    finally:
        connection.close()
    loose = 0
    with closing(open_raw(made)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        while found := _let_go(raw):
            loose += found
    if loose:
        lost.append(f"Links to what was lost were let go: {loose}.")
    return lost


def _let_go(raw: sqlite3.Connection) -> int:
    """Clear optional links that lead nowhere, and take out what cannot be without its link."""
    done = 0
    for name in {row[0] for row in raw.execute("PRAGMA foreign_key_check")}:
        table = metadata.tables[name]
        for constraint in table.foreign_key_constraints:
            (column,) = constraint.columns
            target = next(iter(constraint.elements)).column
            dangling = (
                f'"{column.name}" IS NOT NULL AND "{column.name}" NOT IN '
                f'(SELECT "{target.name}" FROM "{target.table.name}")'
            )
            change = (
                f'UPDATE "{name}" SET "{column.name}" = NULL WHERE {dangling}'  # noqa: S608
                if column.nullable
                else f'DELETE FROM "{name}" WHERE {dangling}'  # noqa: S608
            )
            done += raw.execute(change).rowcount
    return done


def note(made: Path, name: str, lost: list[str], who: str, at: datetime) -> None:
    """Write into the journal what was salvaged, once the file is known to be sound.

    Raises `Damaged` if it is not.
    """
    connection = connect(made)
    try:
        read_sound(connection, name)
        nothing = edit_to_text(None)
        line = JournalLine(
            number=0,  # given by `chained`
            at=at,
            who=who,
            how=How.SALVAGED,
            words=" ".join((f"what could be read of {name}.", *lost)),
            touched=Part(0),
            edit=nothing,
            inverse=nothing,
        )
        with connection.begin():
            add_line(connection, chained(line, read_last(connection), read_id(connection)))
    finally:
        connection.close()
