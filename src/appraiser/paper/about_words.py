"""What a citation is about, in words: `trust.income` is "Trust: income in a year"."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, Entity, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.scores import Scorer
from appraiser.domain.term import Term, in_sentence
from appraiser.paper.material import name
from appraiser.paper.plain_text import shortened
from appraiser.paper.wording import capitalised

_START = 60
"""Characters of a text that stand for the name that its owner has not."""

_WHOLE = {
    "part_marks": "Items marked for Part 2",
    "staff_views": "What staff said",
    "eoi_answers": "Answers in the expression of interest",
    "framework_choices": "Choices of the options framework",
    "factor_marks": "Marks against the success factors",
    "definition_answers": "Answers on what counts as a mutual",
    "form_notes": "Judgements on forms",
    "precedent_uses": "Precedents",
    "gate_answers": "Answers to the gates",
    "weight_sets": "Sets of weights",
    "comparisons": "Comparisons of criteria",
    "interests": "Declared interests",
    "attendances": "Who attended",
    "cost_lines": "Costs",
    "path_steps": "Steps of the path",
    "front_sheet_fields": "Fields of the front sheet",
    "written_paragraphs": "The author's own paragraphs",
}
"""What whole collections are called, where their names in the file are not plain words."""

_ONE = {
    "eoi_answers": "answer in the expression of interest",
    "definition_answers": "answer on what counts as a mutual",
}


def about_words(appraisal: Appraisal, about: str) -> str:
    """Say what a place such as `trust.income` or `support_lines/legal.day_rate` is."""
    head, _, field = about.partition(".")
    collection, _, item = head.partition("/")
    if collection in SINGLES:
        entity, _, noun = SINGLES[collection]
        return _with_field(capitalised(noun), entity, field)
    if collection not in COLLECTIONS:
        return "Scores" if collection == "sheets" else about
    known = COLLECTIONS[collection]
    if not item:
        words = _WHOLE.get(collection) or capitalised(collection.replace("_", " "))
        return _with_field(words, known.entity, field)
    found = next((each for each in entities(appraisal, collection) if each.id == item), None)
    noun = capitalised(_ONE.get(collection, known.noun))
    words = f"{noun} “{item}”" if found is None else _which(appraisal, noun, found)
    return _with_field(words, known.entity, field)


def _which(appraisal: Appraisal, noun: str, found: Entity) -> str:
    """Say which one it is: by its name, else its option and choice, else how its text begins.

    Scorers go by their roles: their names are not printed.
    """
    called = found.role if isinstance(found, Scorer) else name(found, "")
    option = next((each for each in appraisal.options if each.id == _option(found)), None)
    if called or option is None:
        which = shortened(called, _START) if isinstance(found, Scorer) else called
        which = which or _choice(found) or _text(found)
        return f"{noun} “{which}”" if which else noun
    which = f"{noun} of “{name(option, 'an option without a name')}”"
    chosen = _choice(found)
    return f"{which} ({in_sentence(chosen)})" if chosen else which


def _option(found: Entity) -> object:
    return getattr(found, "option", None)


def _choice(found: Entity) -> str:
    """Give which test or gate it answers, where it answers one."""
    chosen = getattr(found, "gate", None) or getattr(found, "test", None)
    return chosen.label if isinstance(chosen, Term) else ""


def _text(found: Entity) -> str:
    """Give the start of its first text of words."""
    for field, spec in specs(type(found)).items():
        if spec.kind in {Kind.LINE, Kind.TEXT} and not spec.entry:
            words = shortened(getattr(found, field), _START)
            if words:
                return words
    return ""


def _with_field(words: str, entity: type, field: str) -> str:
    spec = specs(entity).get(field)
    return f"{words}: {in_sentence(spec.label)}" if spec else words
