"""The private words and amounts that may stand nowhere in the public paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities, entity
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.withholding.hidden import SHEETS, Hidden
from appraiser.domain.withholding.masking import TEXTS

_SHORT = 20
"""Characters of a sentence such as "As before." that gives nothing away by itself."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text or an amount in pence that may not stand in the public paper, and its place."""

    value: str | int
    place: str


def secrets_of(appraisal: Appraisal, hidden: Hidden, printed: Appraisal) -> tuple[Secret, ...]:
    """Give each private text, a line at a time, and each private amount of money.

    What a public item says in the same field, in the same words, is no secret: where two rates
    rest on one remark, and one of them is private. Nor is an amount that stands elsewhere.
    """
    public = set(_published(printed))
    found = dict.fromkeys(_private(appraisal, hidden))
    return tuple(each for each in found if _kept(each) not in public)


def _kept(secret: Secret) -> tuple[str, str | int]:
    """Give the field that a text stands in, and the text; an amount may stand in any."""
    if isinstance(secret.value, int):
        return "", secret.value
    head, _, field = secret.place.partition(".")
    return f"{head.partition('/')[0]}.{field}", secret.value


def _published(printed: Appraisal) -> Iterator[tuple[str, str | int]]:
    for name in COLLECTIONS:
        for each in entities(printed, name):
            yield from map(_kept, _texts_of(each, name, ""))
    for name in SINGLES:
        yield from map(_kept, _texts_of(getattr(printed, name), name, ""))


def _private(appraisal: Appraisal, hidden: Hidden) -> Iterator[Secret]:
    for place in hidden:
        if place.ref == SHEETS:
            for sheet in appraisal.sheets.values():
                for score in sheet.cells.values():
                    yield from _texts_of(score, str(place), "")
        else:
            yield from _texts_of(entity(appraisal, place.ref), str(place.ref), place.field)


def _texts_of(item: object, place: str, field: str) -> Iterator[Secret]:
    for spec in specs(type(item)).values():
        if field and spec.name != field:
            continue
        value, at = getattr(item, spec.name), f"{place}.{spec.name}"
        if spec.kind is Kind.MONEY and value:
            yield Secret(value, at)
        elif spec.kind in TEXTS and not spec.entry and not _is_role(spec):
            texts = value if isinstance(value, tuple) else (value,)
            lines = (line.strip() for text in texts for line in text.splitlines())
            yield from (Secret(line, at) for line in lines if line and not _is_trite(spec, line))


def _is_trite(spec: FieldSpec, words: str) -> bool:
    """Tell whether a sentence is so short that it may well stand elsewhere; a name may not."""
    return spec.kind is Kind.TEXT and len(words) < _SHORT


def _is_role(spec: FieldSpec) -> bool:
    """Tell whether a field holds roles, which name nobody and stand in many places."""
    return spec.hint.startswith(("A role", "Roles"))
