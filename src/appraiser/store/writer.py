"""Write the difference between two snapshots. What is the same object is not looked at.

The store interprets no edits: whatever the domain made of the appraisal ends up in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
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
from appraiser.store.values import Row, to_row


def write_first(connection: Connection, appraisal: Appraisal) -> None:
    """Write a whole appraisal into an empty file, inside the caller's transaction."""
    connection.execute(insert(meta), {"name": "id", "value": appraisal.id})
    for name, (single, _, _) in SINGLES.items():
        connection.execute(insert(SINGLE_TABLES[name]), {"only": 1, **to_row(single())})
    write_difference(connection, Appraisal(id=appraisal.id), appraisal)


def write_difference(connection: Connection, before: Appraisal, after: Appraisal) -> None:
    """Make a file that holds `before` hold `after`, inside the caller's transaction."""
    for name in SINGLES:
        if getattr(before, name) is not getattr(after, name):
            row = to_row(getattr(after, name))
            connection.execute(update(SINGLE_TABLES[name]), row)
    for name in COLLECTIONS:
        was, now = getattr(before, name), getattr(after, name)
        if was is not now:
            _write_collection(connection, name, was, now)
    if before.sheets is not after.sheets:
        _write_sheets(connection, before.sheets, after.sheets)


def _write_collection(
    connection: Connection, name: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> None:
    table = COLLECTION_TABLES[name]
    was = {each.id: (at, each) for at, each in enumerate(before)}
    now = {each.id for each in after}
    gone = [{"holder_id": each} for each in was if each not in now]
    added: list[Row] = []
    changed: list[Row] = []
    moved: list[Row] = []
    for at, each in enumerate(after):
        old_at, old = was.get(each.id, (None, None))
        if old is None:
            added.append({ORDINAL: at, **to_row(each)})
        elif old is not each:
            changed.append({ORDINAL: at, **to_row(each), "holder_id": each.id})
        elif old_at != at:
            moved.append({ORDINAL: at, "holder_id": each.id})
    by_id = table.c.id == bindparam("holder_id")
    for links in LINK_TABLES[name]:
        _write_links(connection, links, {key: item for key, (_, item) in was.items()}, after)
    if gone:
        connection.execute(delete(table).where(by_id), gone)
    if added:
        connection.execute(insert(table), added)
    for rows in (changed, moved):
        if rows:
            columns: Row = {
                each: bindparam(each) for each in rows[0] if each not in {"id", "holder_id"}
            }
            connection.execute(update(table).where(by_id).values(columns), rows)


_KEYS = {"id", "holder_id"}


def _write_links(
    connection: Connection, links: LinkTable, before: Mapping[str, Any], after: tuple[Any, ...]
) -> None:
    """Write one link field of a collection, a holder at a time."""
    field = links.spec.name
    now = {each.id: getattr(each, field) for each in after}
    stale = [
        {"holder_id": holder}
        for holder, item in before.items()
        if getattr(item, field) and now.get(holder) != getattr(item, field)
    ]
    fresh = [
        row
        for each in after
        if each.id not in before or getattr(before[each.id], field) != now[each.id]
        for row in _link_rows(links, each.id, now[each.id])
    ]
    if stale:
        by_holder = links.table.c.holder == bindparam("holder_id")
        connection.execute(delete(links.table).where(by_holder), stale)
    if fresh:
        connection.execute(insert(links.table), fresh)


def _link_rows(links: LinkTable, holder: str, value: Any) -> list[Row]:
    rows = [{"holder": holder, "target": each, ORDINAL: at} for at, each in enumerate(value)]
    if links.spec.kind is Kind.AMOUNTS:
        for row in rows:
            row["amount"] = value[row["target"]]
    return rows


def _write_sheets(
    connection: Connection,
    before: Mapping[SheetKey, ScoreSheet],
    after: Mapping[SheetKey, ScoreSheet],
) -> None:
    for key in before.keys() - after.keys():
        connection.execute(_CLEAR_ALL, _sheet_key(key))
        connection.execute(_REMOVE_SHEET, _sheet_key(key))
    for key, sheet in after.items():
        old = before.get(key)
        if old is None:
            connection.execute(_ADD_SHEET, {"round": str(key.round), "scorer": key.scorer})
            _write_cells(connection, key, {}, sheet.cells)
        elif old is not sheet:
            _write_cells(connection, key, old.cells, sheet.cells)


def _write_cells(
    connection: Connection, key: SheetKey, before: Mapping[Cell, Score], after: Mapping[Cell, Score]
) -> None:
    gone = [_cell_key(key, cell) for cell in before if cell not in after]
    added: list[Row] = []
    changed: list[Row] = []
    for cell, score in after.items():
        old = before.get(cell)
        if old is None:
            added.append({"option": cell.option, "criterion": cell.criterion, **to_row(score)})
        elif old is not score:
            changed.append({**_cell_key(key, cell), **to_row(score)})
    if gone:
        connection.execute(_CLEAR, gone)
    if added:
        number = connection.execute(_SHEET_NUMBER, _sheet_key(key)).scalar_one()
        connection.execute(_ADD, [{"sheet": number, **row} for row in added])
    if changed:
        connection.execute(_CHANGE, changed)


def _sheet_key(key: SheetKey) -> Row:
    return {"at_round": str(key.round), "at_scorer": key.scorer}


def _cell_key(key: SheetKey, cell: Cell) -> Row:
    return {**_sheet_key(key), "at_option": cell.option, "at_criterion": cell.criterion}


# made once, since one score is the change that is made most
_THIS_SHEET = (sheets.c.round == bindparam("at_round")) & (
    sheets.c.scorer.is_not_distinct_from(bindparam("at_scorer"))
)
_SHEET_NUMBER = select(sheets.c.number).where(_THIS_SHEET)
_ADD_SHEET = insert(sheets)
_REMOVE_SHEET = delete(sheets).where(_THIS_SHEET)
_OF_SHEET = scores.c.sheet == _SHEET_NUMBER.scalar_subquery()
_THIS_CELL = (
    _OF_SHEET
    & (scores.c.option == bindparam("at_option"))
    & (scores.c.criterion == bindparam("at_criterion"))
)
_CLEAR_ALL = delete(scores).where(_OF_SHEET)
_CLEAR = delete(scores).where(_THIS_CELL)
_ADD = insert(scores)
_CHANGE = update(scores).where(_THIS_CELL).values({each: bindparam(each) for each in specs(Score)})
