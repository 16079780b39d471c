"""An appraisal as the public may read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import specs
from appraiser.domain.sources import Exemption, PartMark
from appraiser.domain.withholding.hidden import SHEETS, Hidden, Place, hidden_places, private_marks
from appraiser.domain.withholding.masking import cleared, masked, without, without_settings
from appraiser.domain.withholding.secrets import Secret, secrets_of


@dataclass(frozen=True, slots=True)
class Withheld:
    """Some items of one kind that are left out, the section of the Act, and why."""

    kind: str
    """What one of them is, such as contract, or the label of a single field."""
    count: int
    exemption: Exemption | None
    reason: str


@dataclass(frozen=True, slots=True)
class PublicAppraisal:
    """An appraisal as the public may read it."""

    printed: Appraisal
    """Without words or amounts of private items."""
    counted: Appraisal
    """Without their words, but with their amounts: what totals are worked out from. A private
    setting of the whole, such as the cap, counts for nothing."""
    withheld: tuple[Withheld, ...] = ()
    places: frozenset[str] = frozenset()
    """Every item that lost its words, as `contracts/lead`, and every field, as `paper.legal`."""
    secrets: tuple[Secret, ...] = ()

    def hides(self, *collections: str) -> bool:
        """Tell whether anything of these collections, or of `sheets`, is left out."""
        heads = {place.partition(".")[0].partition("/")[0] for place in self.places}
        return not heads.isdisjoint(collections)

    def of(self, *collections: str) -> tuple[Withheld, ...]:
        """Give what is left out of these collections."""
        kinds = {COLLECTIONS[each].noun for each in collections if each in COLLECTIONS}
        return tuple(each for each in self.withheld if each.kind in kinds)


def public(appraisal: Appraisal) -> PublicAppraisal:
    """Give an appraisal as the public may read it."""
    marks = private_marks(appraisal)
    if not marks:
        return PublicAppraisal(replace(appraisal, part_marks=()), appraisal)
    hidden = hidden_places(appraisal, marks)
    counted = without_settings(masked(appraisal, hidden), hidden)
    printed = replace(without(cleared(counted, hidden), hidden), part_marks=())
    return PublicAppraisal(
        printed,
        counted,
        tuple(_counts(marks, hidden)),
        frozenset(map(str, hidden)),
        secrets_of(appraisal, hidden, printed),
    )


def _counts(marks: tuple[PartMark, ...], hidden: Hidden) -> Iterator[Withheld]:
    """Count what is left out, by its kind and by the mark's reason."""
    for exemption, reason in dict.fromkeys((each.exemption, each.reason) for each in marks):
        kinds: dict[str, int] = {}
        for place, mark in hidden.items():
            if (mark.exemption, mark.reason) == (exemption, reason):
                kind = _kind(place)
                kinds[kind] = kinds.get(kind, 0) + 1
        for kind, count in kinds.items():
            yield Withheld(kind, count, exemption, reason)


def _kind(place: Place) -> str:
    if place.ref == SHEETS:
        return "set of scores"
    if place.ref.collection in SINGLES:
        entity, _, noun = SINGLES[place.ref.collection]
        return f"{noun}: {specs(entity)[place.field].label}"
    return COLLECTIONS[place.ref.collection].noun
