"""Read a few parts of a file and nothing else, for what goes through hundreds of files.

The file is opened for reading alone and never copied. What is read must be whole: a page that is
broken, a link that leads nowhere and anything in the file that is not ours make it `Damaged`.
Pages that are not needed are not looked at; `looking` checks a whole file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.store.identity import VERSION, damaged, recognise, unreadable
from appraiser.store.looking import read_file
from appraiser.store.reader import read_id, select_collection, select_single
from appraiser.store.values import APART, make_many

_VIEWS = "SELECT count(*) FROM sqlite_schema WHERE type = 'view'"


def read_parts(path: Path, singles: Sequence[str], collections: Sequence[str]) -> Appraisal:
    """Read some parts of the snapshot a file holds; the others are empty.

    Links to several things are left out too. What the collections link to should be among them.
    Raises `Problem` as `looking.read_file` does.
    """
    header = recognise(path)
    if header.version < VERSION:
        return read_file(path)
    try:
        # Whole files are swapped in, so none of these changes while it is read.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            return _read(connection, path.name, singles, collections)
    except (sqlite3.Error, LookupError, ValueError, TypeError) as error:
        raise damaged(path.name) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _read(
    connection: sqlite3.Connection, name: str, singles: Sequence[str], collections: Sequence[str]
) -> Appraisal:
    connection.execute("PRAGMA cell_size_check = ON")
    if connection.execute(_VIEWS).fetchone() != (0,):
        raise damaged(name)
    parts: dict[str, Any] = {"id": read_id(connection)}
    for each in singles:
        (parts[each],) = _made(SINGLES[each][0], connection.execute(select_single(each)).fetchall())
    for each in collections:
        rows = connection.execute(select_collection(each)).fetchall()
        parts[each] = tuple(_made(COLLECTIONS[each].entity, rows))
    _refuse_loose_links(parts, name)
    return Appraisal(**parts)


def _refuse_loose_links(parts: Mapping[str, Any], name: str) -> None:
    """Raise `Damaged` if anything that was read links to what should be among it and is not."""
    known = {each: {item.id for item in parts[each]} for each in parts if each in COLLECTIONS}
    for part, held in parts.items():
        if part == "id":
            continue
        items = held if part in COLLECTIONS else (held,)
        for field, to in _links(_entity(part)):
            if to in known and not known[to].issuperset(
                found for found in (getattr(item, field) for item in items) if found is not None
            ):
                raise damaged(name)


def _entity(part: str) -> type:
    return COLLECTIONS[part].entity if part in COLLECTIONS else SINGLES[part][0]


@cache
def _links(entity: type) -> tuple[tuple[str, str], ...]:
    """Give the fields that link to one thing, and the collections they link to."""
    described = specs(entity).values()
    return tuple((spec.name, spec.to) for spec in described if spec.kind is Kind.LINK)


def _made(entity: type, rows: Sequence[Sequence[Any]]) -> list[Any]:
    """Make entities of rows that hold their columns in the order of their fields."""
    columns = list(zip(*rows, strict=True))
    for at, default in _apart(entity):
        columns.insert(at, (default,) * len(rows))
    return make_many(entity, columns) if rows else []


@cache
def _apart(entity: type) -> tuple[tuple[int, Any], ...]:
    """Give where the fields stand that have no column, and what they are without it."""
    described = enumerate(specs(entity).values())
    return tuple((at, spec.default) for at, spec in described if spec.kind in APART)
