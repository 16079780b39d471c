"""Whether a file is sound: its pages, its rules, its links, and nothing in it that is not ours."""

from __future__ import annotations

import sqlite3

from appraiser.domain.appraisal import Appraisal
from appraiser.store.identity import damaged
from appraiser.store.reader import read_appraisal


def read_sound(connection: sqlite3.Connection, name: str) -> Appraisal:
    """Check the whole file and read it; raise `Damaged`, by the name people know it by."""
    try:
        connection.execute("BEGIN")
        if faults(connection):
            raise damaged(name)
        return read_appraisal(connection)
    except (sqlite3.Error, LookupError, ValueError, TypeError) as error:
        raise damaged(name) from error
    finally:
        connection.rollback()


def faults(connection: sqlite3.Connection) -> list[str]:
    """Say what is wrong with a file, in SQLite's words; nothing when it is sound."""
    found = [str(words) for (words,) in connection.execute("PRAGMA integrity_check(20)")]
    if found == ["ok"]:
        found = []
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        found.append(f"a link from {table} leads nowhere")
    for kind, name in connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE type = 'view'"
        " OR (type = 'trigger' AND name NOT LIKE 'journal_refuses_%')"
    ):
        found.append(f"there is a {kind} called {name}")
    return found
