"""What each edit does: the next snapshot, the edit that undoes it, and the parts it touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, assert_never

from appraiser.domain.appraisal import (
    COLLECTIONS,
    SINGLES,
    Appraisal,
    entities,
    entity,
    part_of,
    position,
)
from appraiser.domain.checking import checked, date_from_text, moment_from_text
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
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.guards import guard
from appraiser.domain.ids import Ref
from appraiser.domain.linked import links_to, scores_of
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Listing, Part, Round


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of an edit."""

    appraisal: Appraisal
    inverse: Edit
    touched: Part


def apply(appraisal: Appraisal, edit: Edit, *, undoing: bool = False) -> Applied:
    """Work out what an edit does to a snapshot.

    Undoing skips the guards, since the state gone back to was allowed when it was made.
    Raises `Problem` when the edit is refused; the snapshot given stays as it is.
    """
    if not undoing:
        guard(appraisal, edit)
    match edit:
        case SetField():
            return _set_field(appraisal, edit)
        case AddEntity():
            return _add(appraisal, edit)
        case RemoveEntity():
            return _remove(appraisal, edit)
        case MoveEntity():
            return _move(appraisal, edit)
        case SetScores():
            return _set_scores(appraisal, edit)
        case LeaveOut():
            return _several(appraisal, _leave_out(edit), undoing=True)
        case SealWeights():
            return _add(appraisal, AddEntity("seals", edit.seal))
        case BreakSeal():
            return _several(appraisal, _break_seal(appraisal, edit), undoing=True)
        case Several():
            return _several(appraisal, edit.edits, undoing=undoing)
    assert_never(edit)


def _several(appraisal: Appraisal, edits: tuple[Edit, ...], *, undoing: bool) -> Applied:
    inverses: list[Edit] = []
    touched = Part(0)
    for edit in edits:
        done = apply(appraisal, edit, undoing=undoing)
        appraisal = done.appraisal
        inverses.append(done.inverse)
        touched |= done.touched
    return Applied(appraisal, Several(tuple(reversed(inverses))), touched)


def _set_field(appraisal: Appraisal, edit: SetField) -> Applied:
    item: Any = entity(appraisal, edit.ref)
    spec = specs(type(item)).get(edit.field)
    if spec is None or spec.kind is Kind.ID:
        raise Problem("there is no such field to change", place=f"{edit.ref}.{edit.field}")
    try:
        value = checked(spec, edit.value)
        _check_links(appraisal, spec, value)
    except Problem as problem:
        raise problem.at(f"{edit.ref}.{edit.field}") from None
    before = getattr(item, edit.field)
    changed = replace(item, **{edit.field: value})
    undo = SetField(edit.ref, edit.field, before)
    return Applied(_with(appraisal, edit.ref, changed), undo, part_of(edit.ref))


def _with(appraisal: Appraisal, ref: Ref, item: Any) -> Appraisal:
    if ref.collection in SINGLES:
        return _replaced(appraisal, ref.collection, item)
    at = position(appraisal, ref)
    old = entities(appraisal, ref.collection)
    return _replaced(appraisal, ref.collection, (*old[:at], item, *old[at + 1 :]))


def _replaced(appraisal: Appraisal, name: str, value: Any) -> Appraisal:
    return replace(appraisal, **{name: value})


def _add(appraisal: Appraisal, edit: AddEntity) -> Applied:
    old = entities(appraisal, edit.collection)
    collection = COLLECTIONS[edit.collection]
    ref = Ref(edit.collection, edit.entity.id)
    if type(edit.entity) is not collection.entity:
        raise Problem(f"expected {collection.one}", place=edit.collection)
    if any(each.id == edit.entity.id for each in old):
        raise Problem(f'the id "{edit.entity.id}" is in use', place=edit.collection)
    for spec in specs(collection.entity).values():
        try:
            _check_links(appraisal, spec, checked(spec, getattr(edit.entity, spec.name)))
        except Problem as problem:
            raise problem.at(f"{ref}.{spec.name}") from None
    at = len(old) if edit.at is None else _within(edit.at, len(old))
    after = (*old[:at], edit.entity, *old[at:])
    return Applied(_replaced(appraisal, ref.collection, after), RemoveEntity(ref), collection.part)


def _within(at: int, length: int) -> int:
    if not 0 <= at <= length:
        raise Problem(f"there is no place {at} among {length}")
    return at


def _check_links(appraisal: Appraisal, spec: FieldSpec, value: object) -> None:
    """Raise `Problem` if a link points at nothing."""
    wanted: Iterable[str]
    match spec.kind, value:
        case Kind.LINK, str():
            wanted = (value,)
        case ((Kind.LINKS | Kind.AMOUNTS), (tuple() | Mapping())):
            wanted = value
        case _:
            return
    _check_there(appraisal, spec.to, wanted)


def _check_there(appraisal: Appraisal, collection: str, wanted: Iterable[str]) -> None:
    known = {each.id for each in entities(appraisal, collection)}
    for each in wanted:
        if each not in known:
            raise Problem(f'there is no {COLLECTIONS[collection].noun} with the id "{each}"')


def _remove(appraisal: Appraisal, edit: RemoveEntity) -> Applied:
    """Take out what hangs on the entity first, so that each step has an exact inverse."""
    ref = edit.ref
    at = position(appraisal, ref)
    hanging: list[Edit] = [
        *(SetScores(key, cells) for key, cells in scores_of(appraisal, ref)),
        *links_to(appraisal, ref),
    ]
    done = _several(appraisal, tuple(hanging), undoing=True)
    old = entities(done.appraisal, ref.collection)
    after = _replaced(done.appraisal, ref.collection, (*old[:at], *old[at + 1 :]))
    back = AddEntity(ref.collection, old[at], at)
    undo = Several((back, done.inverse)) if hanging else back
    return Applied(after, undo, done.touched | part_of(ref))


def _move(appraisal: Appraisal, edit: MoveEntity) -> Applied:
    at = position(appraisal, edit.ref)
    old = entities(appraisal, edit.ref.collection)
    rest = [*old[:at], *old[at + 1 :]]
    rest.insert(_within(edit.to, len(rest)), old[at])
    after = _replaced(appraisal, edit.ref.collection, tuple(rest))
    return Applied(after, MoveEntity(edit.ref, at), part_of(edit.ref))


def _set_scores(appraisal: Appraisal, edit: SetScores) -> Applied:
    _check_sheet(appraisal, edit.sheet)
    _check_there(appraisal, "options", (cell.option for cell, _ in edit.cells))
    _check_there(appraisal, "criteria", (cell.criterion for cell, _ in edit.cells))
    sheet = appraisal.sheets.get(edit.sheet, ScoreSheet())
    cells = dict(sheet.cells)
    before: list[tuple[Cell, Score | None]] = []
    for cell, score in edit.cells:
        before.append((cell, cells.get(cell)))
        if score is None:
            cells.pop(cell, None)
        else:
            cells[cell] = _checked_score(cell, score)
    sheets = dict(appraisal.sheets)
    if cells:
        sheets[edit.sheet] = ScoreSheet(cells)
    else:
        sheets.pop(edit.sheet, None)
    undo = SetScores(edit.sheet, tuple(reversed(before)))
    return Applied(replace(appraisal, sheets=sheets), undo, Part.SCORES)


def _check_sheet(appraisal: Appraisal, sheet: SheetKey) -> None:
    if (sheet.scorer is None) != (sheet.round is Round.CONSENSUS):
        raise Problem("the consensus has no scorer, and every other sheet of scores has one")
    if sheet.scorer is not None:
        _check_there(appraisal, "scorers", (sheet.scorer,))


def _checked_score(cell: Cell, score: Score) -> Score:
    for spec in specs(Score).values():
        try:
            checked(spec, getattr(score, spec.name))
        except Problem as problem:
            raise problem.at(f"score of {cell.option} on {cell.criterion}.{spec.name}") from None
    if score.low is not None and score.high is not None and score.low > score.high:
        place = f"score of {cell.option} on {cell.criterion}"
        raise Problem("the lowest it could be is above the highest", place=place)
    return score


def _leave_out(edit: LeaveOut) -> tuple[Edit, ...]:
    ref = Ref("options", edit.option)
    return (
        SetField(ref, "listing", Listing.LEFT_OUT),
        SetField(ref, "listing_reason", edit.reason),
        SetField(ref, "left_out_on", date_from_text(edit.decided_on)),
        SetField(ref, "left_out_by", edit.decided_by),
    )


def _break_seal(appraisal: Appraisal, edit: BreakSeal) -> tuple[Edit, ...]:
    assert appraisal.seal is not None, "guarded"
    ref = Ref("seals", appraisal.seal.id)
    return (
        SetField(ref, "broken_at", moment_from_text(edit.broken_at)),
        SetField(ref, "broken_by", edit.broken_by),
        SetField(ref, "broken_reason", edit.reason),
    )
