"""The tables of the file, built from what the fields of an appraisal say of themselves.

`migrations/` is the definition that files are made by; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.journal import How
from appraiser.domain.scores import Score
from appraiser.domain.terms import Round

metadata = MetaData()

ORDINAL = "ordinal"
"""The column that keeps the order of a collection."""

_APART = {Kind.LINKS, Kind.AMOUNTS}
_TYPES = {
    Kind.NUMBER: REAL,
    Kind.PERCENT: REAL,
    Kind.WHOLE: Integer,
    Kind.MONEY: Integer,
    Kind.FLAG: Integer,
}


@dataclass(frozen=True, slots=True)
class LinkTable:
    """The table of one field that links to several entities, in order, with or without amounts."""

    spec: FieldSpec
    table: Table

    @property
    def name(self) -> str:
        """The name of the table."""
        return str(self.table.name)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _text_literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _check(spec: FieldSpec, name: str) -> str:
    """Give the condition that a column's value meets, or nothing."""
    column = _quoted(name)
    match spec.kind:
        case Kind.CHOICE:
            assert spec.choices is not None
            known = ", ".join(_text_literal(str(term)) for term in spec.choices)
            return f"{column} IN ({known})"
        case Kind.FLAG:
            return f"{column} IN (0, 1)"
        case Kind.LINES | Kind.POINTS:
            return f"json_valid({column})"
        case Kind.DATE:
            return f"date({column}) IS {column}"
        case Kind.MOMENT:
            return f"datetime({column}) IS NOT NULL"
        case _:
            bounds = [
                f"{column} {sign} {bound!r}"
                for sign, bound in ((">=", spec.low), ("<=", spec.high))
                if bound is not None
            ]
            return " AND ".join(bounds)


def _checks(spec: FieldSpec, name: str) -> Iterator[CheckConstraint]:
    condition = _check(spec, name)
    if condition and spec.optional:
        condition = f"{_quoted(name)} IS NULL OR {condition}"
    if condition:
        yield CheckConstraint(condition)


def _column(spec: FieldSpec) -> Column[Any]:
    constraints: list[Any] = list(_checks(spec, spec.name))
    if spec.kind is Kind.LINK:
        constraints.append(_to(spec.to))
    return Column(
        spec.name,
        _TYPES.get(spec.kind, Text),
        *constraints,
        primary_key=spec.kind is Kind.ID,
        nullable=spec.optional,
    )


def _to(collection: str) -> ForeignKey:
    return ForeignKey(f"{collection}.id", deferrable=True, initially="DEFERRED")


def _columns(entity: type) -> list[Column[Any]]:
    return [_column(spec) for spec in specs(entity).values() if spec.kind not in _APART]


def _table(name: str, *parts: Column[Any] | Index, with_rowid: bool = False) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def _single(name: str) -> Table:
    only = Column("only", Integer, CheckConstraint('"only" = 1'), primary_key=True)
    return _table(name, only, *_columns(SINGLES[name][0]))


def _collection(name: str) -> Table:
    first, *rest = _columns(COLLECTIONS[name].entity)
    return _table(name, first, Column(ORDINAL, Integer, nullable=False), *rest)


def _link_tables(name: str) -> Iterator[LinkTable]:
    for spec in specs(COLLECTIONS[name].entity).values():
        if spec.kind not in _APART:
            continue
        columns: list[Column[Any]] = [
            Column("holder", Text, _to(name), primary_key=True),
            Column("target", Text, _to(spec.to), primary_key=True),
            Column(ORDINAL, Integer, nullable=False),
        ]
        if spec.kind is Kind.AMOUNTS:
            columns.append(Column("amount", REAL, *_checks(spec, "amount"), nullable=False))
        yield LinkTable(spec, _table(f"{name}_{spec.name}", *columns))


COLLECTION_TABLES: Mapping[str, Table] = {name: _collection(name) for name in COLLECTIONS}
SINGLE_TABLES: Mapping[str, Table] = {name: _single(name) for name in SINGLES}
LINK_TABLES: Mapping[str, tuple[LinkTable, ...]] = {
    name: tuple(_link_tables(name)) for name in COLLECTIONS
}

_ROUNDS = ", ".join(_text_literal(str(each)) for each in Round)

sheets = _table(
    "sheets",
    Column("number", Integer, primary_key=True),
    Column("round", Text, CheckConstraint(f'"round" IN ({_ROUNDS})'), nullable=False),
    Column("scorer", Text, _to("scorers")),
    Index("one_sheet_each", "round", text("coalesce(scorer, '')"), unique=True),
    with_rowid=True,
)

scores = _table(
    "scores",
    Column(
        "sheet",
        Integer,
        ForeignKey("sheets.number", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("option", Text, _to("options"), primary_key=True),
    Column("criterion", Text, _to("criteria"), primary_key=True),
    *_columns(Score),
)

journal = _table(
    "journal",
    Column("number", Integer, primary_key=True),
    Column("at", Text, CheckConstraint('datetime("at") IS NOT NULL'), nullable=False),
    Column("who", Text, nullable=False),
    Column(
        "how",
        Text,
        CheckConstraint(f'"how" IN ({", ".join(_text_literal(str(each)) for each in How)})'),
        nullable=False,
    ),
    Column("words", Text, nullable=False),
    Column("touched", Text, nullable=False),
    Column("edit", Text, CheckConstraint('json_valid("edit")'), nullable=False),
    Column("inverse", Text, CheckConstraint('json_valid("inverse")'), nullable=False),
    Column("hash", Text, CheckConstraint('length("hash") = 64'), nullable=False),
    with_rowid=True,
)

meta = _table(
    "meta",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

TRIGGERS: tuple[str, ...] = tuple(
    f"""CREATE TRIGGER journal_refuses_{name} BEFORE {event}
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END"""
    for name, event in (
        ("update", "UPDATE ON journal"),
        ("delete", "DELETE ON journal"),
        (
            "replace",
            """INSERT ON journal
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM journal)""",
        ),
    )
)
"""SQLAlchemy has no word for triggers, so they stand here as SQL."""
