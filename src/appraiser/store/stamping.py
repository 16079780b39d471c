"""The stamp of a save: what was saved, so that a change by anything else shows on opening."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from appraiser.store.connecting import open_raw
from appraiser.store.journal import read_last, verify_chain

_STAMP = "saved"


def stamp(path: Path) -> None:
    """Write into a file that is about to be saved what it holds. Raises `sqlite3.Error`."""
    with closing(open_raw(path)) as connection:
        written = json.dumps({"rows": _rows(connection), "line": _line(connection)})
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_STAMP, written))


def is_altered(connection: sqlite3.Connection) -> bool:
    """Tell whether a file's journal is broken, or its rows are not those it was saved with.

    A file that was worked on after its last save, as a backup of a working copy is, has lines in
    its journal that its stamp does not know; only its chain is then looked at. Ask before any
    migration. One that cannot be read is left for its reading to say.
    """
    try:
        if verify_chain(connection) is not None:
            return True
        found = connection.execute("SELECT value FROM meta WHERE name = ?", (_STAMP,)).fetchone()
        if found is None:
            return False
        saved = json.loads(found[0])
        changed = saved["rows"] != _rows(connection)
        return bool(changed and saved["line"] == _line(connection))
    except (ValueError, TypeError, LookupError):
        return True
    except sqlite3.Error:
        return False


def _line(connection: sqlite3.Connection) -> str:
    last = read_last(connection)
    return "" if last is None else last.hash


def _rows(connection: sqlite3.Connection) -> str:
    """Give the SHA-256, in hex, of all rows but the journal's, which has a chain of its own.

    It holds for a file of any version, and for none but the version it was taken of.
    """
    digest = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT IN ('journal') AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        keys = connection.execute(
            "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)
        )
        order = ", ".join(f'"{name}"' for (name,) in keys)
        digest.update(f"{table}\n".encode())
        read = f'SELECT * FROM "{table}" ORDER BY {order}'  # noqa: S608
        for row in connection.execute(read):
            if (table, row[0]) != ("meta", _STAMP):
                digest.update(repr(row).encode())
    return digest.hexdigest()
