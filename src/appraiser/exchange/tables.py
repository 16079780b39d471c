"""Parts of an appraisal as plain tables, made from what each field says of itself.

A table knows nothing of spreadsheets: the workbook, the return to the programme and the web page
lay out the same one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, Appraisal, called, entities
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.written import plain_number

CellValue = str | int | float | date | None
"""What one cell of a table may hold; money is in pounds."""


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column and the kind of value that stands under it."""

    title: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under headings. Every row has a value, or None, for every column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def collection_table(
    appraisal: Appraisal, collection: str, title: str, referred: Referred | None = None
) -> Table:
    """Give a collection as a table: a column for each field but the id.

    `referred` names what fields hold ids of, in the reference data.
    """
    described = [
        spec for spec in specs(COLLECTIONS[collection].entity).values() if spec.kind is not Kind.ID
    ]
    names = {**names_of(appraisal), **(referred or {})}
    return Table(
        title,
        tuple(column_of(spec) for spec in described),
        tuple(
            tuple(cell_value(spec, getattr(each, spec.name), names) for spec in described)
            for each in entities(appraisal, collection)
        ),
    )


Referred = Mapping[str, Mapping[str, str]]
"""What things of the reference data are called, by the name of the field that holds their id."""


def column_of(spec: FieldSpec) -> Column:
    """Give the heading of a field, with its unit."""
    units = {Kind.MONEY: " (£)", Kind.PERCENT: " (%)"}
    return Column(spec.label + units.get(spec.kind, ""), spec.kind)


def names_of(appraisal: Appraisal) -> Mapping[str, Mapping[str, str]]:
    """Give what people call each thing, or its id where it has no name, by collection and id."""
    return {
        name: {each.id: called(each) or each.id for each in entities(appraisal, name)}
        for name in COLLECTIONS
    }


def cell_value(spec: FieldSpec, value: Any, names: Mapping[str, Mapping[str, str]]) -> CellValue:
    """Turn the value of a field into what a cell holds: labels, names, pounds.

    `names` is by collection and id, and for the reference data by field and id.
    """
    if value is None:
        return None
    known = names.get(spec.to, {})
    match spec.kind:
        case Kind.CHOICE:
            return str(value.label)
        case Kind.FLAG:
            return "Yes" if value else "No"
        case Kind.PICTURE:
            return "A picture" if value else ""
        case Kind.MONEY:
            return in_pounds(value)
        case Kind.LINK:
            return known[value]
        case Kind.LINKS:
            return "; ".join(known[each] for each in value)
        case Kind.AMOUNTS:
            return "; ".join(f"{known[each]}: {plain_number(value[each])}" for each in value)
        case Kind.LINES:
            return "\n".join(value)
        case Kind.POINTS:
            return "; ".join(f"{plain_number(x)} gives {plain_number(y)}" for x, y in value)
        case Kind.LINE:
            return names.get(spec.name, {}).get(value, str(value))
        case _:
            return value  # type: ignore[no-any-return]


def in_pounds(pence: int) -> float:
    """Give whole pence as pounds."""
    return pence / 100
