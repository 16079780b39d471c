"""What hangs on an entity: the links, parts and scores that must go when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.scores import Cell, Score, SheetKey


def links_to(appraisal: Appraisal, ref: Ref) -> Iterator[SetField | RemoveEntity]:
    """Give the edits that let go of an entity: parts of it are removed, links to it cleared."""
    for name, (single, _, _) in SINGLES.items():
        yield from _let_go(Ref(name), getattr(appraisal, name), single, ref)
    for collection in COLLECTIONS.values():
        for each in entities(appraisal, collection.name):
            yield from _let_go(Ref(collection.name, each.id), each, collection.entity, ref)


def _let_go(holder: Ref, item: Any, cls: type, ref: Ref) -> Iterator[SetField | RemoveEntity]:
    if holder.collection in _NOTES and _is_about(item.about, ref):
        yield RemoveEntity(holder)
        return
    for spec in specs(cls).values():
        if spec.to != ref.collection:
            continue
        value = getattr(item, spec.name)
        if not _holds(spec, value, ref.id):
            continue
        if spec.owned:
            yield RemoveEntity(holder)
            return
        yield SetField(holder, spec.name, _without(spec, value, ref.id))


_NOTES = {"citations", "part_marks"}
"""Notes on other things, which they name by a place instead of a link."""


def _is_about(place: str, ref: Ref) -> bool:
    """Tell whether a place is an entity or one of its fields; nothing is noted of a note."""
    return ref.collection not in _NOTES and (place == str(ref) or place.startswith(f"{ref}."))


def _holds(spec: FieldSpec, value: Any, wanted: str) -> bool:
    return bool(value == wanted if spec.kind is Kind.LINK else wanted in value)


def _without(spec: FieldSpec, value: Any, gone: str) -> object:
    match spec.kind:
        case Kind.LINKS:
            return tuple(each for each in value if each != gone)
        case Kind.AMOUNTS:
            return {key: each for key, each in value.items() if key != gone}
        case _:
            return None


def scores_of(
    appraisal: Appraisal, ref: Ref
) -> Iterator[tuple[SheetKey, tuple[tuple[Cell, Score | None], ...]]]:
    """Give the cells that must be cleared, sheet by sheet, when an entity goes."""
    for key, sheet in appraisal.sheets.items():
        cells = tuple(
            (cell, None)
            for cell in sheet.cells
            if (ref.collection == "scorers" and key.scorer == ref.id)
            or (ref.collection == "options" and cell.option == ref.id)
            or (ref.collection == "criteria" and cell.criterion == ref.id)
        )
        if cells:
            yield key, cells
