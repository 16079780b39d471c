"""Values of fields to and from what a column holds."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import repeat
from typing import Any, TypeVar

from appraiser.domain.fields import FieldSpec, Kind, specs

Row = dict[str, Any]

T = TypeVar("T")

APART = {Kind.LINKS, Kind.AMOUNTS}
"""Kinds kept in tables of their own."""


def to_row(item: object) -> Row:
    """Give the columns of an entity, without what is kept in tables of its own."""
    row: Row = {}
    for name, spec in specs(type(item)).items():
        if spec.kind in APART:
            continue
        value = getattr(item, name)
        convert = _TO_COLUMN.get(spec.kind)
        row[name] = value if convert is None or value is None else convert(value)
    return row


def from_column(spec: FieldSpec) -> Callable[[Any], Any] | None:
    """Give what turns a column into the field's value, or None where they are the same."""
    if spec.kind is Kind.CHOICE:
        assert spec.choices is not None
        return {str(term): term for term in spec.choices}.__getitem__
    return _FROM_COLUMN.get(spec.kind)


def make_many(entity: type[T], columns: Sequence[Sequence[Any]]) -> list[T]:
    """Make entities of columns in the order of their fields, a whole column at a time.

    A frozen dataclass sets its fields one by one and by name, which for tens of thousands takes
    longer than reading them; here each column goes straight into the slots.
    """
    count = len(columns[0]) if columns else 0
    made = list(map(object.__new__, repeat(entity, count)))
    known: type = entity
    for (put, convert), column in zip(_slots(known), columns, strict=count > 0):
        values = column if convert is None else [v if v is None else convert(v) for v in column]
        deque(map(put, made, values), maxlen=0)
    return made


@cache
def _slots(entity: type) -> tuple[tuple[Callable[..., None], Callable[[Any], Any] | None], ...]:
    """Give what puts each field into its slot, and what makes its value of a column."""
    described = specs(entity).values()
    return tuple((getattr(entity, each.name).__set__, from_column(each)) for each in described)


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_TO_COLUMN: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.CHOICE: str,
    Kind.DATE: date.isoformat,
    Kind.MOMENT: datetime.isoformat,
    Kind.FLAG: int,
    Kind.LINES: _to_json,
    Kind.POINTS: _to_json,
}

_FROM_COLUMN: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.DATE: date.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
    Kind.FLAG: bool,
    Kind.LINES: lambda text: tuple(json.loads(text)),
    Kind.POINTS: lambda text: tuple((x, y) for x, y in json.loads(text)),
}
