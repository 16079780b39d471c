"""Save what can be read of a damaged file into a new one, and say what was lost."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.exc import SQLAlchemyError

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.problem import Problem
from appraiser.store.connecting import open_raw
from appraiser.store.failures import reason
from appraiser.store.identity import VERSION, Damaged, read_header
from appraiser.store.mending import mend, note
from appraiser.store.migrating import migrate, steps
from appraiser.store.swapping import copy_beside
from appraiser.store.tables import TRIGGERS, metadata

_REFUSES_GAPS = "journal_refuses_replace"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged file. `lost` has a sentence for each thing, none if all was kept."""

    path: Path
    rows: int
    lost: tuple[str, ...]


def salvage(path: Path, into: Path, *, who: str, at: datetime) -> Salvaged:
    """Read a damaged file table by table, as far as it can be read, into a new file.

    The damaged file is not touched. Raises `Problem` if nothing of it can be read, if there is
    a file called `into` already, or if the place refuses.
    """
    if into.exists():
        raise Problem(
            f'There is a file called "{into.name}" already.',
            safe="It has not been touched.",
            todo="Choose another name for what can be saved.",
        )
    try:
        with tempfile.TemporaryDirectory(prefix="salvage-") as folder:
            source, made = Path(folder) / "damaged", Path(folder) / "salvaged"
            version = _padded(path, source)
            rows, lost = _copied(source, made, version)
            lost.extend(mend(made))
            note(made, path.name, lost, who, at)
            copy_beside(made, into).rename(into)
    except (sqlite3.Error, SQLAlchemyError, Damaged) as error:
        raise Problem(
            f'Nothing can be read of "{path.name}".',
            safe="It has not been touched.",
            todo="Restore a backup instead.",
        ) from error
    except OSError as error:
        raise Problem(
            f'What can be read of "{path.name}" could not be saved: {reason(error)}.',
            safe="The damaged file has not been touched.",
            todo="Choose another folder, or try again later.",
        ) from error
    return Salvaged(into, rows, tuple(lost))


def _padded(path: Path, source: Path) -> int:
    """Copy a file, as long as its header says it was, since SQLite reads no shorter one.

    What is missing is taken from an empty file of the same version, whose tables stand on the
    same pages: where the end of the file held a part of the schema, all would be lost without it.
    """
    header = read_header(path)
    version = min(max(header.version, 1), VERSION)
    content = path.read_bytes()
    whole = header.pages * header.page_size
    if len(content) < whole:
        made = source.with_name("empty")
        with closing(open_raw(made)) as empty:
            migrate(empty, steps()[:version])
        content += made.read_bytes()[len(content) : whole]
    source.write_bytes(content + bytes(max(whole - len(content), 0)))
    return version


def _copied(source: Path, made: Path, version: int) -> tuple[int, list[str]]:
    lost: list[str] = []
    rows = 0
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?immutable=1", uri=True)) as old,
        closing(open_raw(made)) as new,
    ):
        old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        migrate(new, steps()[:version])
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute(f"DROP TRIGGER {_REFUSES_GAPS}")
        new.execute("BEGIN")
        for table in metadata.sorted_tables:
            kept, whole = _copy_table(old, new, table)
            rows += kept
            if not whole:
                lost.append(f"Not all of the {_words(table)} could be read; {kept} were.")
        new.execute("COMMIT")
        new.execute(next(each for each in TRIGGERS if _REFUSES_GAPS in each))
        migrate(new)
    return rows, lost


def _copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: Table) -> tuple[int, bool]:
    """Copy a table row by row; give how many were kept, and whether that was all."""
    columns = [str(row[1]) for row in new.execute(f'PRAGMA table_info("{table.name}")')]
    names = ", ".join(f'"{each}"' for each in columns)
    keys = [each.name for each in table.primary_key]
    places = ", ".join("?" * len(columns))
    add = f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608
    kept = 0
    whole = True
    for direction in ("ASC", "DESC"):
        order = ", ".join(f'"{each}" {direction}' for each in keys)
        query = f'SELECT {names} FROM "{table.name}" ORDER BY {order}'  # noqa: S608
        reached_end = False
        for row in _rows(old, query):
            if row is None:
                reached_end = True
                break
            try:
                kept += new.execute(add, row).rowcount
            except (sqlite3.Error, OverflowError):
                whole = False
        if reached_end:
            return kept, whole
        whole = False  # go on from the other end, up to the damage
    return kept, whole


def _rows(old: sqlite3.Connection, query: str) -> Iterator[Sequence[object] | None]:
    """Give rows as long as they can be read, then None if that was to the end."""
    try:
        yield from old.execute(query)
    except sqlite3.Error:
        return
    yield None


def _words(table: Table) -> str:
    name = table.name
    if name in SINGLES:
        return SINGLES[name][2]
    for each in COLLECTIONS:
        if name == each or name.startswith(f"{each}_"):
            return each.replace("_", " ") if name == each else f"links of {each.replace('_', ' ')}"
    return {"meta": "facts about the file", "sheets": "score sheets"}.get(name, name)
