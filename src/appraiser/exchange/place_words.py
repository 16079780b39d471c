"""What a citation or a Part 2 mark names, in words for people."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, called, entity
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.mentioned import is_there


def place_words(appraisal: Appraisal, about: str) -> str:
    """Say in plain words what a citation names: `trust.income` is "Trust: Income in a year"."""
    if not is_there(appraisal, about):
        return about
    place, _, field = about.strip().partition(".")
    name, _, wanted = place.partition("/")
    words = SINGLES[name][2] if name in SINGLES else name.replace("_", " ")
    if wanted:
        each = entity(appraisal, Ref(name, wanted))
        words = f"{COLLECTIONS[name].noun}: {called(each) or wanted}"
    words = words[0].upper() + words[1:]
    if not field:
        return words
    holder = SINGLES[name][0] if name in SINGLES else COLLECTIONS[name].entity
    return f"{words}: {specs(holder)[field].label}"
