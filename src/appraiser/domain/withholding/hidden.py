"""Which items and fields of an appraisal are private, and by which mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.mentioned import is_there
from appraiser.domain.sources import PaperPart, PartMark

SHEETS = Ref("sheets")
"""Stands for all scores."""


def private_marks(appraisal: Appraisal) -> tuple[PartMark, ...]:
    """Give the marks that keep something private; one that names nothing hides nothing."""
    return tuple(
        each
        for each in appraisal.part_marks
        if each.part is PaperPart.PRIVATE and is_there(appraisal, each.about)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A whole item, one field of it, or all scores."""

    ref: Ref
    field: str = ""

    def __str__(self) -> str:
        return f"{self.ref}.{self.field}" if self.field else str(self.ref)


Hidden = Mapping[Place, PartMark]


def hidden_places(appraisal: Appraisal, marks: tuple[PartMark, ...]) -> dict[Place, PartMark]:
    """Give every item and field that is private, with the mark that makes it so."""
    found: dict[Place, PartMark] = {}
    for mark in marks:
        for place in _named(appraisal, mark.about):
            found.setdefault(place, mark)
    waiting = [place for place in found if not place.field]
    while waiting:
        place = waiting.pop()
        for ref in _belonging(appraisal, place.ref):
            part = Place(ref)
            if part not in found:
                found[part] = found[place]
                waiting.append(part)
    return found


def _named(appraisal: Appraisal, about: str) -> Iterator[Place]:
    """Give the items or fields that a mark names."""
    head, _, field = about.strip().partition(".")
    collection, _, item = head.partition("/")
    if collection == SHEETS.collection:
        yield Place(SHEETS)
    elif collection in SINGLES:
        fields = (field,) if field else tuple(specs(SINGLES[collection][0]))
        yield from (Place(Ref(collection), each) for each in fields)
    else:
        for each in entities(appraisal, collection):
            if not item or each.id == item:
                yield Place(Ref(collection, each.id), field)


def _belonging(appraisal: Appraisal, ref: Ref) -> Iterator[Ref]:
    """Give what is part of an item: what it owns, and what is bought under a contract."""
    for collection in COLLECTIONS.values():
        links = [
            spec
            for spec in specs(collection.entity).values()
            if spec.to == ref.collection and (spec.owned or ref.collection == "contracts")
        ]
        for each in entities(appraisal, collection.name) if links else ():
            if any(getattr(each, spec.name) == ref.id for spec in links):
                yield Ref(collection.name, each.id)
