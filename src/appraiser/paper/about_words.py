"""What a citation is about, in words: `trust.income` is "Trust: income in a year"."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import specs
from appraiser.domain.term import in_sentence
from appraiser.paper.material import name


def about_words(appraisal: Appraisal, about: str) -> str:
    """Say what a place such as `trust.income` or `support_lines/legal.day_rate` is."""
    head, _, field = about.partition(".")
    collection, _, item = head.partition("/")
    if collection in SINGLES:
        entity, _, noun = SINGLES[collection]
        return _with_field(noun[0].upper() + noun[1:], entity, field)
    if collection not in COLLECTIONS:
        return "Scores" if collection == "sheets" else about
    known = COLLECTIONS[collection]
    if not item:
        words = collection[0].upper() + collection[1:].replace("_", " ")
        return _with_field(words, known.entity, field)
    found = next((each for each in entities(appraisal, collection) if each.id == item), None)
    noun = known.noun[0].upper() + known.noun[1:]
    called = name(found, "") if found is not None else item
    words = f"{noun} “{called}”" if called else f"{noun} without a name"
    return _with_field(words, known.entity, field)


def _with_field(words: str, entity: type, field: str) -> str:
    spec = specs(entity).get(field)
    return f"{words}: {in_sentence(spec.label)}" if spec else words
