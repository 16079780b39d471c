"""Say where in a file a problem is, from the inside out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, called, entity
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.mentioned import is_there
from appraiser.domain.problem import Problem


@contextmanager
def at(place: str) -> Iterator[None]:
    """Place every `Problem` raised in the block one step further out, such as at `options[2]`."""
    try:
        yield
    except Problem as problem:
        raise problem.at(place) from None


def place_words(appraisal: Appraisal, about: str) -> str:
    """Say in plain words what a citation names: `trust.income` is "The trust: Income"."""
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
