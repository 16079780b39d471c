"""Read a whole appraisal from its file, column by column and without an object per row of SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Round
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
from appraiser.store.values import APART, from_column

_ROUNDS = {str(each): each for each in Round}


def read_appraisal(connection: Connection) -> Appraisal:
    """Read the snapshot a file holds.

    Raises what SQLAlchemy raises for a damaged file, and `LookupError` or `ValueError` for one
    whose content no appraisal can have.
    """
    parts: dict[str, Any] = {"id": read_id(connection)}
    for name, (single, _, _) in SINGLES.items():
        table = SINGLE_TABLES[name]
        columns = [table.c[each] for each in specs(single)]
        (parts[name],) = _built(single, connection.execute(select(*columns)), {})
    for name in COLLECTIONS:
        parts[name] = _collection(connection, name)
    parts["sheets"] = _sheets(connection)
    return Appraisal(**parts)


def read_id(connection: Connection) -> str:
    """Read the appraisal's id."""
    found = connection.execute(select(meta.c.value).where(meta.c.name == "id")).scalar_one()
    return str(found)


def _collection(connection: Connection, name: str) -> tuple[Any, ...]:
    entity = COLLECTIONS[name].entity
    table = COLLECTION_TABLES[name]
    columns = [table.c[each.name] for each in specs(entity).values() if each.kind not in APART]
    rows = connection.execute(select(*columns).order_by(table.c[ORDINAL])).all()
    linked = {each.spec.name: _linked(connection, each) for each in LINK_TABLES[name] if rows}
    return tuple(_built(entity, rows, linked))


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


def _linked(connection: Connection, links: LinkTable) -> dict[str, Any]:
    """Read what each holder links to: ids in order, or amounts by id."""
    columns = links.table.c
    ordered = select(columns.holder, columns.target).order_by(columns.holder, columns[ORDINAL])
    if links.spec.kind is Kind.LINKS:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for holder, target in connection.execute(ordered):
            found[holder].append(target)
        return {holder: tuple(targets) for holder, targets in found.items()}
    amounts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for holder, target, amount in connection.execute(ordered.add_columns(columns.amount)):
        amounts[holder][target] = amount
    return dict(amounts)


def _sheets(connection: Connection) -> dict[SheetKey, ScoreSheet]:
    """Read every score. Equal scores, and the cell of an option and criterion, are one object."""
    grids: dict[int, dict[Cell, Score]] = {}
    found: dict[SheetKey, ScoreSheet] = {}
    ordered = select(sheets.c.number, sheets.c.round, sheets.c.scorer).order_by(sheets.c.number)
    for number, name, scorer in connection.execute(ordered):
        key = SheetKey(_ROUNDS[name], None if scorer is None else ScorerId(scorer))
        found[key] = ScoreSheet(grids.setdefault(number, {}))
    cells: dict[tuple[str, str], Cell] = {}
    known: dict[tuple[Any, ...], Score] = {}
    fields = list(specs(Score))
    columns = [scores.c[each] for each in fields]
    rows = connection.execute(select(scores.c.sheet, scores.c.option, scores.c.criterion, *columns))
    for number, option, criterion, *values in rows.tuples():
        cell = cells.get((option, criterion))
        if cell is None:
            cell = cells[option, criterion] = Cell(OptionId(option), CriterionId(criterion))
        content = tuple(values)
        score = known.get(content)
        if score is None:
            score = known[content] = Score(**dict(zip(fields, content, strict=True)))
        grids[number][cell] = score
    return found
