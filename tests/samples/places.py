"""Where things are in an appraisal, in the words that citations and Part 2 marks use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import FieldSpec, Kind, specs

STATED = {
    Kind.NUMBER,
    Kind.WHOLE,
    Kind.PERCENT,
    Kind.MONEY,
    Kind.DATE,
    Kind.MOMENT,
    Kind.AMOUNTS,
    Kind.POINTS,
}
"""The kinds of field that state a number or a date."""


class Place(NamedTuple):
    """One field of one item: its collection, its item (empty for a single part), its field."""

    collection: str
    item: str
    spec: FieldSpec
    value: object

    @property
    def names(self) -> tuple[str, ...]:
        """The ways of naming it, from the narrowest to the widest."""
        whole = f"{self.collection}/{self.item}" if self.item else self.collection
        return f"{whole}.{self.spec.name}", whole, self.collection


def places(appraisal: Appraisal) -> Iterator[Place]:
    """Give every field of an appraisal but those of its score sheets."""
    for name in SINGLES:
        yield from _fields(name, "", getattr(appraisal, name))
    for name in COLLECTIONS:
        for each in entities(appraisal, name):
            yield from _fields(name, each.id, each)


def stated(appraisal: Appraisal) -> Iterator[Place]:
    """Give every field that states a number or a date, sources and citations left out."""
    for place in places(appraisal):
        about_facts = place.collection not in {"sources", "citations"}
        if about_facts and place.spec.kind in STATED and place.value not in (None, {}, ()):
            yield place


def _fields(collection: str, item: str, entity: object) -> Iterator[Place]:
    for spec in specs(type(entity)).values():
        yield Place(collection, item, spec, getattr(entity, spec.name))
