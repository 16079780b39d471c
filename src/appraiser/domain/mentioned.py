"""Places that a citation or a Part 2 mark names in words: `trust.income`, `barriers/vat`."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import specs


def is_there(appraisal: Appraisal, about: str) -> bool:
    """Tell whether a place names something: a part, a collection, an entity or a field of one.

    The collection's name alone (`sheets`) covers all of it, and so does a field over a whole
    collection (`support_lines.day_rate`).
    """
    place, _, field = about.strip().partition(".")
    name, _, wanted = place.partition("/")
    if name == "sheets":
        return not wanted and not field
    if name in SINGLES:
        return not wanted and _has(SINGLES[name][0], field)
    if name not in COLLECTIONS:
        return False
    known = not wanted or any(each.id == wanted for each in entities(appraisal, name))
    return known and _has(COLLECTIONS[name].entity, field)


def _has(entity: type, field: str) -> bool:
    return not field or field in specs(entity)
