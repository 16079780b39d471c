"""Private items without their words, without their amounts, or left out altogether."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, Entity, entities
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.scores import Score, ScoreSheet
from appraiser.domain.sources import Exemption, PartMark
from appraiser.domain.withholding.hidden import SHEETS, Hidden, Place

MASKED = frozenset(
    {
        *("options", "criteria", "weight_sets", "service_lines"),
        *("groups", "scorers", "interests", "contracts", "support_lines"),
    }
)
"""Collections whose items stay, without their words: results hang on them, or their number."""

_NAMING = ("role", "name", "title", "short_name", "label", "body")
"""Fields that people know an item by; a scorer goes by the role."""
TEXTS = {Kind.LINE, Kind.TEXT, Kind.LINES, Kind.PICTURE}
_AMOUNTS = {
    *(Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.WHOLE),
    *(Kind.DATE, Kind.MOMENT, Kind.AMOUNTS, Kind.POINTS),
}


def masked(appraisal: Appraisal, hidden: Hidden) -> Appraisal:
    """Take the words out of what is private; it keeps its place and its amounts."""
    changed: dict[str, Any] = {}
    for name in SINGLES:
        changed[name] = _mask_fields(Ref(name), getattr(appraisal, name), hidden)
    for collection in COLLECTIONS.values():
        number, kept = 0, []
        for each in entities(appraisal, collection.name):
            place = Place(Ref(collection.name, each.id))
            if place in hidden:
                number += 1
                kept.append(_mask(each, f"Withheld {collection.noun} {number}", str(number)))
            else:
                kept.append(_mask_fields(place.ref, each, hidden))
        changed[collection.name] = tuple(kept)
    if Place(SHEETS) in hidden:
        changed["sheets"] = {
            key: ScoreSheet({cell: _mask(score, "", "") for cell, score in sheet.cells.items()})
            for key, sheet in appraisal.sheets.items()
        }
    return replace(appraisal, **changed)


def _mask(item: Any, name: str, number: str) -> Any:
    """Take all words out of an item; its first name becomes `name`."""
    texts = [spec for spec in specs(type(item)).values() if spec.kind in TEXTS and not spec.entry]
    names = {spec.name for spec in texts}
    naming = next((each for each in _NAMING if each in names), "")
    changed: dict[str, Any] = {}
    for spec in texts:
        if spec.name == naming:
            changed[spec.name] = name
        elif spec.name == "short_name":
            changed[spec.name] = f"Withheld {number}"
        else:
            changed[spec.name] = spec.default
    return replace(item, **changed)


def _mask_fields(ref: Ref, item: Any, hidden: Hidden) -> Any:
    """Take the words out of the fields of an item that are private by themselves."""
    changed: dict[str, Any] = {}
    for spec in specs(type(item)).values():
        mark = hidden.get(Place(ref, spec.name))
        if mark is not None and spec.kind in TEXTS and not spec.entry:
            changed[spec.name] = _said(spec, getattr(item, spec.name), mark)
    return replace(item, **changed) if changed else item


def _said(spec: FieldSpec, value: object, mark: PartMark) -> object:
    """Say in the place of a field's words that they are withheld; an empty one stays empty."""
    if not value or spec.kind is Kind.PICTURE:
        return spec.default
    words = withheld_words(mark.exemption)
    return (words,) if spec.kind is Kind.LINES else words


def withheld_words(exemption: Exemption | None) -> str:
    """Say that something is withheld, and by what section."""
    return f"Withheld: {exemption.inline}." if exemption else "Withheld from the public paper."


def without_settings(appraisal: Appraisal, hidden: Hidden) -> Appraisal:
    """Take private amounts out of the single parts: they are no part of a sum, and would show."""
    changed = {name: _clear(Ref(name), getattr(appraisal, name), hidden) for name in SINGLES}
    return replace(appraisal, **changed)


def cleared(appraisal: Appraisal, hidden: Hidden) -> Appraisal:
    """Take the amounts and dates too out of what is private."""
    changed: dict[str, Any] = {}
    for name in SINGLES:
        changed[name] = _clear(Ref(name), getattr(appraisal, name), hidden)
    for name in COLLECTIONS:
        changed[name] = tuple(
            _clear(Ref(name, each.id), each, hidden) for each in entities(appraisal, name)
        )
    whole = Place(SHEETS) in hidden
    changed["sheets"] = {
        key: ScoreSheet(dict.fromkeys(sheet.cells, Score())) if whole else sheet
        for key, sheet in appraisal.sheets.items()
        if key.scorer is None or Place(Ref("scorers", key.scorer)) not in hidden
    }
    return replace(appraisal, **changed)


def _clear(ref: Ref, item: Any, hidden: Hidden) -> Any:
    whole = Place(ref) in hidden
    changed = {
        spec.name: spec.default
        for spec in specs(type(item)).values()
        if (spec.kind in _AMOUNTS or (spec.kind is Kind.CHOICE and not whole))
        and (whole or Place(ref, spec.name) in hidden)
    }
    return replace(item, **changed) if changed else item


def without(appraisal: Appraisal, hidden: Hidden) -> Appraisal:
    """Leave out the private items on which no result hangs, and every link to them."""
    gone = {place.ref for place in hidden if not place.field} - {SHEETS}
    left_out = {ref for ref in gone if ref.collection not in MASKED}
    changed: dict[str, Any] = {}
    for name in SINGLES:
        changed[name] = _unlinked(getattr(appraisal, name), left_out)
    for name in COLLECTIONS:
        changed[name] = tuple(
            _unlinked(each, left_out)
            for each in entities(appraisal, name)
            if Ref(name, each.id) not in left_out and not _is_about_any(each, gone)
        )
    return replace(appraisal, **changed)


def _is_about_any(item: Entity, gone: set[Ref]) -> bool:
    """Tell whether it is a note, such as a citation, on something that is private."""
    about: str = getattr(item, "about", "")
    return about.partition(".")[0] in set(map(str, gone)) if about else False


def _unlinked(item: Any, left_out: set[Ref]) -> Any:
    """Take what is left out from lists of links; a single link always leads to what is masked."""
    changed: dict[str, Any] = {}
    for spec in specs(type(item)).values():
        if spec.kind is Kind.LINKS:
            linked = getattr(item, spec.name)
            kept = tuple(each for each in linked if Ref(spec.to, each) not in left_out)
            if kept != linked:
                changed[spec.name] = kept
    return replace(item, **changed) if changed else item
