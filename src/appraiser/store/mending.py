"""Make a file sound again after salvage: nothing missing that must be there, no loose links."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Table, delete, insert, select, update

from appraiser.domain.appraisal import SINGLES
from appraiser.domain.journal import How, JournalLine, chained, texts_of
from appraiser.domain.terms import Part
from appraiser.store.connecting import connect, raw, transaction
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
        raw(connection).execute("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            if connection.execute(select(meta).where(meta.c.name == "id")).first() is None:
                connection.execute(insert(meta), {"name": "id", "value": str(uuid4())})
            for name, (single, _, words) in SINGLES.items():
                if connection.execute(select(SINGLE_TABLES[name])).first() is None:
                    row = {"only": 1, **to_row(single())}
                    connection.execute(insert(SINGLE_TABLES[name]), row)
                    lost.append(f"The {words} was lost.")
            loose = 0
            while found := sum(_let_go(connection, table) for table in metadata.sorted_tables):
                loose += found
    finally:
        connection.close()
    if loose:
        lost.append(f"Links to what was lost were let go: {loose}.")
    return lost


def _let_go(connection: Connection, table: Table) -> int:
    """Clear optional links that lead nowhere, and take out what cannot be without its link."""
    done = 0
    for key in table.foreign_keys:
        loose = key.parent.is_not(None) & key.parent.not_in(select(key.column))
        change = (
            update(table).where(loose).values({key.parent.name: None})
            if key.parent.nullable
            else delete(table).where(loose)
        )
        done += connection.execute(change).rowcount
    return done


def note(made: Path, name: str, lost: list[str], who: str, at: datetime) -> None:
    """Write into the journal what was salvaged, once the file is known to be sound.

    Raises `Damaged` if it is not.
    """
    connection = connect(made)
    try:
        read_sound(raw(connection), name)
        edit, inverse = texts_of(None, None)
        line = JournalLine(
            number=0,  # given by `chained`
            at=at,
            who=who,
            how=How.SALVAGED,
            words=" ".join((f"what could be read of {name}.", *lost)),
            touched=Part(0),
            edit=edit,
            inverse=inverse,
        )
        with transaction(connection):
            last, named = read_last(raw(connection)), read_id(raw(connection))
            add_line(connection, chained(line, last, named))
    finally:
        connection.close()
