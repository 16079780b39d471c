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
        number = _sheet_number(connection, key)
        connection.execute(delete(scores).where(scores.c.sheet == number))
        connection.execute(delete(sheets).where(sheets.c.number == number))
    for key, sheet in after.items():
        old = before.get(key)
        if old is None:
            row = {"round": str(key.round), "scorer": key.scorer}
            number = connection.execute(insert(sheets), row).lastrowid
            _write_cells(connection, number, {}, sheet.cells)
        elif old is not sheet:
            _write_cells(connection, _sheet_number(connection, key), old.cells, sheet.cells)


def _sheet_number(connection: Connection, key: SheetKey) -> int:
    row = {"at_round": str(key.round), "at_scorer": key.scorer}
    return int(connection.execute(_SHEET_NUMBER, row).scalar_one())


def _write_cells(
    connection: Connection, sheet: int, before: Mapping[Cell, Score], after: Mapping[Cell, Score]
) -> None:
    gone = [_cell_key(sheet, cell) for cell in before if cell not in after]
    added: list[Row] = []
    changed: list[Row] = []
    for cell, score in after.items():
        old = before.get(cell)
        if old is None:
            added.append(
                {
                    "sheet": sheet,
                    "option": cell.option,
                    "criterion": cell.criterion,
                    **to_row(score),
                }
            )
        elif old is not score:
            changed.append({**_cell_key(sheet, cell), **to_row(score)})
    for statement, rows in ((_CLEAR, gone), (_ADD, added), (_CHANGE, changed)):
        if rows:
            connection.execute(statement, rows)


def _cell_key(sheet: int, cell: Cell) -> Row:
    return {"at_sheet": sheet, "at_option": cell.option, "at_criterion": cell.criterion}


# made once, since one score is the change that is made most
_SHEET_NUMBER = select(sheets.c.number).where(
    (sheets.c.round == bindparam("at_round"))
    & sheets.c.scorer.is_not_distinct_from(bindparam("at_scorer"))
)
_THIS_CELL = (
    (scores.c.sheet == bindparam("at_sheet"))
    & (scores.c.option == bindparam("at_option"))
    & (scores.c.criterion == bindparam("at_criterion"))
)
_CLEAR = delete(scores).where(_THIS_CELL)
_ADD = insert(scores)
_CHANGE = update(scores).where(_THIS_CELL).values({each: bindparam(each) for each in specs(Score)})
