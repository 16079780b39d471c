"""The journal: one line for every change, each sealed to the line before it.

A line carries the SHA-256 of the line before and of its own content, so that a line changed,
taken out or put in later shows at the first line after it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from posixpath import commonprefix
from typing import assert_never

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
from appraiser.domain.fingerprints import fingerprint_of
from appraiser.domain.plain import Plain, entity_to_plain, to_plain
from appraiser.domain.term import Term
from appraiser.domain.terms import Part

_WORTH_A_SPLICE = 80
"""So many characters have stayed the same that writing them again would be a waste."""


class How(Term):
    """How a change came about."""

    BEGAN = "began", "Began"
    DID = "did", "Did"
    UNDID = "undid", "Undid"
    REDID = "redid", "Redid"
    SALVAGED = "salvaged", "Salvaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One change: when, by whom, how, in words, what it touched, and what would take it back.

    `edit` and `inverse` are JSON text; see `texts_of`. `hash` is in hex; see `line_hash`.
    """

    number: int
    at: datetime
    who: str
    how: How
    words: str
    touched: Part
    edit: str
    inverse: str
    hash: str = ""


def line_hash(previous: str, line: JournalLine) -> str:
    """Give the SHA-256, in hex, of the hash before and everything in the line but its own."""
    content = [
        previous,
        line.number,
        line.at.isoformat(),
        line.who,
        str(line.how),
        line.words,
        parts_to_text(line.touched),
        line.edit,
        line.inverse,
    ]
    return fingerprint_of(content)


def chained(line: JournalLine, last: JournalLine | None, appraisal_id: str) -> JournalLine:
    """Give a line its number and its hash, as the one that follows the last there is."""
    number, previous = (0, first_hash(appraisal_id)) if last is None else (last.number, last.hash)
    line = replace(line, number=number + 1)
    return replace(line, hash=line_hash(previous, line))


def first_hash(appraisal_id: str) -> str:
    """Give the hash that the first line of an appraisal's journal is sealed to."""
    return hashlib.sha256(appraisal_id.encode()).hexdigest()


def first_broken(lines: Iterable[JournalLine], appraisal_id: str) -> int | None:
    """Give the number of the first line that does not follow from those before, if any."""
    previous = first_hash(appraisal_id)
    for number, line in enumerate(lines, start=1):
        if line.number != number or line.hash != line_hash(previous, line):
            return number
        previous = line.hash
    return None


def parts_to_text(parts: Part) -> str:
    """Give parts as `criteria scores`, in the order of the journey."""
    return " ".join(str(part.name).lower() for part in Part if part in parts)


def parts_from_text(text: str) -> Part:
    """Read what `parts_to_text` wrote; a part not known is passed over."""
    known = {str(part.name).lower(): part for part in Part}
    parts = Part(0)
    for name in text.split():
        parts |= known.get(name, Part(0))
    return parts


def edit_to_text(edit: Edit | None) -> str:
    """Give an edit as JSON text, the same text for equal edits; none is `null`."""
    return _to_text(None if edit is None else edit_to_plain(edit))


def texts_of(edit: Edit | None, inverse: Edit | None) -> tuple[str, str]:
    """Give an edit and what takes it back as JSON text.

    Where a long text was changed in one place, as it is in every pause of typing, only the place
    is written: `splice` holds where it begins, how many characters go, and what comes instead.
    """
    if isinstance(edit, SetField) and isinstance(inverse, SetField):
        there, back = _splices(inverse.value, edit.value)
        if there and back:
            return _to_text(_setting(edit, splice=there)), _to_text(_setting(inverse, splice=back))
    return edit_to_text(edit), edit_to_text(inverse)


def _to_text(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _splices(before: object, after: object) -> tuple[list[Plain], list[Plain]]:
    """Give what turns one text into the other and back, or nothing where that is no shorter."""
    if not (isinstance(before, str) and isinstance(after, str)):
        return [], []
    same = len(commonprefix((before, after)))
    gone, come = before[same:], after[same:]
    tail = len(commonprefix((gone[::-1], come[::-1])))
    if same + tail < _WORTH_A_SPLICE:
        return [], []
    gone, come = gone[: len(gone) - tail], come[: len(come) - tail]
    return [same, len(gone), come], [same, len(come), gone]


def edit_to_plain(edit: Edit) -> dict[str, Plain]:
    """Turn an edit into what JSON can hold."""
    match edit:
        case SetField():
            return _setting(edit, value=to_plain(edit.value))
        case AddEntity():
            entity = entity_to_plain(edit.entity)
            return {"edit": "add", "to": edit.collection, "entity": entity, "at": edit.at}
        case RemoveEntity():
            return {"edit": "remove", "ref": str(edit.ref)}
        case MoveEntity():
            return {"edit": "move", "ref": str(edit.ref), "to": edit.to}
        case SetScores():
            return _scores_to_plain(edit)
        case LeaveOut():
            return {
                "edit": "leave-out",
                "option": str(edit.option),
                "reason": edit.reason,
                "decided_by": edit.decided_by,
                "decided_on": edit.decided_on,
            }
        case SealWeights():
            return {"edit": "seal", "seal": entity_to_plain(edit.seal)}
        case BreakSeal():
            return {
                "edit": "break-seal",
                "broken_at": edit.broken_at,
                "broken_by": edit.broken_by,
                "reason": edit.reason,
            }
        case Several():
            edits: list[Plain] = [edit_to_plain(each) for each in edit.edits]
            return {"edit": "several", "edits": edits, "words": edit.words}
    assert_never(edit)


def _setting(edit: SetField, **to: Plain) -> dict[str, Plain]:
    return {"edit": "set-field", "ref": str(edit.ref), "field": edit.field, **to}


def _scores_to_plain(edit: SetScores) -> dict[str, Plain]:
    cells: list[Plain] = [
        {
            "option": str(cell.option),
            "criterion": str(cell.criterion),
            "score": None if score is None else entity_to_plain(score),
        }
        for cell, score in edit.cells
    ]
    return {
        "edit": "set-scores",
        "round": str(edit.sheet.round),
        "scorer": edit.sheet.scorer,
        "cells": cells,
    }
