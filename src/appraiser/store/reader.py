"""Read a whole appraisal from its file.

SQLAlchemy says what to select, once; the rows are SQLite's own, since an object for each row of
SQL would cost as much again as reading it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.dialects import sqlite

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Round
from appraiser.store.cycle_search import no_search_for_cycles
from appraiser.store.tables import (
    COLLECTION_TABLES,
    LINK_TABLES,
    ORDINAL,
    SINGLE_TABLES,
    LinkTable,
    meta,
    scores,
    sheets,
)
from appraiser.store.values import APART, from_column, make_many, to_row

_ROUNDS = {str(each): each for each in Round}


def read_appraisal(connection: sqlite3.Connection) -> Appraisal:
    """Read the snapshot a file holds.

    Raises what SQLite raises for a damaged file, and `LookupError` or `ValueError` for one whose
    content no appraisal can have.
    """
    parts: dict[str, Any] = {"id": read_id(connection)}
    with no_search_for_cycles():
        for name, (single, _, _) in SINGLES.items():
            (parts[name],) = _built(single, connection.execute(select_single(name)), {})
        for name in COLLECTIONS:
            parts[name] = _read_collection(connection, name)
        parts["sheets"] = _read_sheets(connection)
    return Appraisal(**parts)


def read_id(connection: sqlite3.Connection) -> str:
    """Read the appraisal's id; raise `LookupError` if the file has none."""
    return str(dict(connection.execute(_meta()))["id"])


def _columns(entity: type) -> list[str]:
    return [each.name for each in specs(entity).values() if each.kind not in APART]


@cache
def _meta() -> str:
    return str(select(meta.c.name, meta.c.value))


@cache
def select_single(name: str) -> str:
    """Give the SQL that selects a single part, its columns in the order of its fields."""
    table = SINGLE_TABLES[name]
    return str(select(*(table.c[each] for each in _columns(SINGLES[name][0]))))


@cache
def select_collection(name: str) -> str:
    """Give the SQL that selects a collection in order, its columns in the order of its fields."""
    table = COLLECTION_TABLES[name]
    columns = (table.c[each] for each in _columns(COLLECTIONS[name].entity))
    return str(select(*columns).order_by(table.c[ORDINAL]))


@cache
def _link(name: str) -> str:
    (links,) = (each for several in LINK_TABLES.values() for each in several if each.name == name)
    columns = links.table.c
    wanted: Select[Any] = select(columns.holder, columns.target)
    if links.spec.kind is Kind.AMOUNTS:
        wanted = wanted.add_columns(columns.amount)
    return str(wanted.order_by(columns.holder, columns[ORDINAL]))


@cache
def _sheet_keys() -> str:
    return str(select(sheets.c.number, sheets.c.round, sheets.c.scorer).order_by(sheets.c.number))


_CELL = (scores.c.sheet, scores.c.option, scores.c.criterion)


@cache
def _values() -> str:
    return str(select(*_CELL, scores.c.value).order_by(*_CELL))


@cache
def _full_scores() -> str:
    columns = [scores.c[each] for each in specs(Score)]
    defaults = to_row(Score())
    more = (each != defaults[each.name] for each in columns if each.name != "value")
    wanted = select(*_CELL, *columns).where(or_(*more))
    return str(wanted.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def _read_collection(connection: sqlite3.Connection, name: str) -> tuple[Any, ...]:
    rows = connection.execute(select_collection(name)).fetchall()
    linked = {each.spec.name: _read_links(connection, each) for each in LINK_TABLES[name] if rows}
    return tuple(_built(COLLECTIONS[name].entity, rows, linked))


def _built(
    entity: type, rows: Iterable[Sequence[Any]], linked: dict[str, dict[str, Any]]
) -> Iterable[Any]:
    """Make entities of rows that hold their columns in the order of their fields."""
    columns = [
        (spec.name, from_column(spec)) for spec in specs(entity).values() if spec.kind not in APART
    ]
    for row in rows:
        fields = {
            name: value if convert is None or value is None else convert(value)
            for (name, convert), value in zip(columns, row, strict=True)
        }
        for name, found in linked.items():
            if row[0] in found:
                fields[name] = found[row[0]]
        yield entity(**fields)


def _read_links(connection: sqlite3.Connection, links: LinkTable) -> dict[str, Any]:
    """Read what each holder links to: ids in order, or amounts by id."""
    rows = connection.execute(_link(links.name))
    if links.spec.kind is Kind.LINKS:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for holder, target in rows:
            found[holder].append(target)
        return {holder: tuple(targets) for holder, targets in found.items()}
    amounts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for holder, target, amount in rows:
        amounts[holder][target] = amount
    return dict(amounts)


def _read_sheets(connection: sqlite3.Connection) -> dict[SheetKey, ScoreSheet]:
    found: dict[SheetKey, ScoreSheet] = {}
    grids = _read_scores(connection)
    for number, name, scorer in connection.execute(_sheet_keys()):
        key = SheetKey(_ROUNDS[name], None if scorer is None else ScorerId(scorer))
        found[key] = ScoreSheet(grids.get(number, {}))
    return found


def _read_scores(connection: sqlite3.Connection) -> dict[int, dict[Cell, Score]]:
    """Read every score, by the number of its sheet.

    There may be tens of thousands, and most are a value and nothing else: each value makes one
    score for all that share it. Those that hold more are then read in full.
    """
    rows = connection.execute(_values()).fetchall()
    cells = {
        pair: Cell(OptionId(pair[0]), CriterionId(pair[1])) for pair in {row[1:3] for row in rows}
    }
    bare = {value: Score(value=value) for value in {row[3] for row in rows}}
    grids = {
        number: {cells[option, criterion]: bare[value] for _, option, criterion, value in several}
        for number, several in groupby(rows, key=itemgetter(0))
    }
    rows = connection.execute(_full_scores()).fetchall()
    made = make_many(Score, list(zip(*(row[3:] for row in rows), strict=True)))
    for (number, option, criterion, *_), score in zip(rows, made, strict=True):
        grids[number][cells[option, criterion]] = score
    return grids
