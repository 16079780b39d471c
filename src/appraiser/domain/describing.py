"""What an edit is called, for undo, redo and the journal: "score of FT plus on Staff voice"."""

from __future__ import annotations

from typing import assert_never

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, called, entity
from appraiser.domain.edits import (
    AddEntity,
    BreakSeal,
    Edit,
    LeaveOut,
    MoveEntity,
    RemoveEntity,
    SealWeights,
    SetField,
    SetScores,
    Several,
)
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.term import in_sentence

LONGEST_NAME = 60
"""A name longer than this is cut in a menu."""


def describe(appraisal: Appraisal, edit: Edit) -> str:
    """Give the words that follow "Undo": what was changed, by the names people gave it.

    `appraisal` is the snapshot before the edit.
    """
    match edit:
        case SetField():
            return f"{_field(edit)} of {_thing(appraisal, edit.ref)}"
        case AddEntity():
            name = _cut(called(edit.entity))
            return f"adding {COLLECTIONS[edit.collection].noun}" + (f" {name}" if name else "")
        case RemoveEntity():
            return f"removing {_thing(appraisal, edit.ref)}"
        case MoveEntity():
            return f"moving {_thing(appraisal, edit.ref)}"
        case SetScores():
            return _scores(appraisal, edit)
        case LeaveOut():
            return f"leaving out {_thing(appraisal, Ref('options', edit.option))}"
        case SealWeights():
            return "sealing the weights"
        case BreakSeal():
            return "breaking the seal"
        case Several():
            return edit.words or _several(appraisal, edit)
    assert_never(edit)


def _field(edit: SetField) -> str:
    """Give the label of a field; the one that names a thing is its name, not "barrier of VAT"."""
    if edit.ref.collection in SINGLES:
        cls, _, noun = SINGLES[edit.ref.collection]
    else:
        collection = COLLECTIONS[edit.ref.collection]
        cls, noun = collection.entity, collection.noun
    spec = specs(cls).get(edit.field)
    label = in_sentence(spec.label if spec else edit.field)
    return "name" if label == noun else label


def _thing(appraisal: Appraisal, ref: Ref) -> str:
    if ref.collection in SINGLES:
        return f"the {SINGLES[ref.collection][2]}"
    try:
        name = called(entity(appraisal, ref))
    except Problem:
        name = ""
    return _cut(name) or COLLECTIONS[ref.collection].one


def _scores(appraisal: Appraisal, edit: SetScores) -> str:
    if len(edit.cells) != 1:
        return f"{len(edit.cells)} scores"
    ((cell, _),) = edit.cells
    option = _thing(appraisal, Ref("options", cell.option))
    return f"score of {option} on {_thing(appraisal, Ref('criteria', cell.criterion))}"


def _several(appraisal: Appraisal, edit: Several) -> str:
    return describe(appraisal, edit.edits[0]) if edit.edits else "nothing"


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
