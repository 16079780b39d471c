"""The front sheet of an appraisal: its fields in order, and how a form becomes the trust's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from appraiser.catalogue.front_sheets import OWN, FrontSheetProfile, SheetField
from appraiser.domain.appraisal import COLLECTIONS, Appraisal
from appraiser.domain.board_paper import FrontSheetField
from appraiser.domain.edits import AddEntity, Edit, MoveEntity, RemoveEntity, SetField, Several
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.ids import FrontSheetFieldId, Ref, new_id
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

Fields = tuple[FrontSheetField, ...]

_FIELDS = "front_sheet_fields"
_PAPER = Ref("paper")


@dataclass(frozen=True, slots=True)
class OwnFrontSheet:
    """A trust's own front sheet apart from any appraisal, as it is kept for others.

    What a field says of one paper, and who confirmed it there, are no part of it.
    """

    name: str
    fields: tuple[SheetField, ...]
    purpose_words: str = ""
    logo: str = ""
    """A PNG in base64, or nothing."""


def is_own(appraisal: Appraisal) -> bool:
    """Tell whether the appraisal's own fields are its front sheet."""
    return appraisal.paper.profile == OWN and bool(appraisal.front_sheet_fields)


def profile_of(appraisal: Appraisal, catalogue: Catalogue) -> FrontSheetProfile:
    """Give the form that is chosen; the standard one where none is, or none that can be had."""
    chosen = appraisal.paper.profile
    return catalogue.front_sheet(chosen if chosen in catalogue.front_sheets else "")


def sheet_fields(appraisal: Appraisal, catalogue: Catalogue) -> Fields:
    """Give the fields of the front sheet in their order, the appraisal's own among them.

    Of the form's fields each takes what the appraisal's own field of the same fact, or of the
    same name, says; without one it has no id. Further own fields stand before the annexes.
    """
    if is_own(appraisal):
        return appraisal.front_sheet_fields
    return _laid_out(profile_of(appraisal, catalogue).fields, appraisal.front_sheet_fields)


def purpose_words(appraisal: Appraisal, catalogue: Catalogue) -> str:
    """Say what the paper is for: in the trust's words, or the form's, or by its label."""
    paper = appraisal.paper
    words = "" if is_own(appraisal) else _words_of_form(appraisal, catalogue)
    return paper.purpose_words.strip() or words or paper.purpose.label


def _words_of_form(appraisal: Appraisal, catalogue: Catalogue) -> str:
    return profile_of(appraisal, catalogue).purposes.get(appraisal.paper.purpose, "")


def make_own(appraisal: Appraisal, catalogue: Catalogue) -> Several:
    """Give the edit that makes the front sheet as it is printed now the trust's own."""
    edits = [*_rearranged(appraisal, sheet_fields(appraisal, catalogue)), _profile(OWN)]
    words = _words_of_form(appraisal, catalogue)
    if words and not appraisal.paper.purpose_words.strip():
        edits.append(SetField(_PAPER, "purpose_words", words))
    return Several(tuple(edits), "making the front sheet the trust's own")


def own_front_sheet(appraisal: Appraisal, catalogue: Catalogue, name: str) -> OwnFrontSheet:
    """Give the front sheet as it is printed now, to be kept for other appraisals."""
    fields = tuple(
        SheetField(label=each.label, fact=each.fact, short=each.short)
        for each in sheet_fields(appraisal, catalogue)
    )
    paper = appraisal.paper
    return OwnFrontSheet(name, fields, paper.purpose_words.strip(), paper.logo)


def take_over(appraisal: Appraisal, sheet: OwnFrontSheet) -> Several:
    """Give the edit that makes a front sheet that was kept the trust's own in this appraisal.

    Fields that say something here and have no place on it stay, after its own.
    """
    edits = [*_rearranged(appraisal, _laid_out(sheet.fields, _saying(appraisal))), _profile(OWN)]
    for name, value in (("purpose_words", sheet.purpose_words), ("logo", sheet.logo)):
        if value:
            edits.append(SetField(_PAPER, name, value))
    return Several(tuple(edits), f"taking the front sheet {sheet.name}")


def front_sheet_findings(appraisal: Appraisal, catalogue: Catalogue) -> Iterator[Finding]:
    """Find a front sheet that cannot be had, in whose place the standard one is printed."""
    chosen = appraisal.paper.profile
    if not chosen or is_own(appraisal):
        return
    why = "the trust's own has no field yet"
    if chosen != OWN:
        try:
            catalogue.front_sheet(chosen)
        except Problem as problem:
            why = problem.what
        else:
            return
    words = f"The standard front sheet is printed instead: {why}{'' if why[-1] == '?' else '.'}"
    yield Finding("front-sheet", Severity.WARNING, Stage.PAPER, words, _PAPER, "profile")


def _profile(profile: str) -> Edit:
    return SetField(_PAPER, "profile", profile)


def _saying(appraisal: Appraisal) -> Fields:
    """Give the own fields that say something, or that somebody has confirmed."""
    fields = appraisal.front_sheet_fields
    return tuple(each for each in fields if each.text.strip() or each.confirmed_by.strip())


def _laid_out(form: Sequence[SheetField], own: Fields) -> Fields:
    left = list(own)
    found: list[FrontSheetField] = []
    for field in form:
        said = next((each for each in left if _is_of(each, field)), None)
        if said is None:
            said = FrontSheetField(id=FrontSheetFieldId(""))
        else:
            left.remove(said)
        found.append(replace(said, label=field.label, fact=field.fact, short=field.short))
    end = len(found) - (form[-1].fact is FrontSheetFact.ANNEXES)
    return (*found[:end], *left, *found[end:])


def _is_of(own: FrontSheetField, field: SheetField) -> bool:
    """Tell whether an own field says more of a form's: by its fact, or without one by its name."""
    if own.fact is not None:
        return own.fact is field.fact
    names = [field.label, field.fact.label] if field.fact else [field.label]
    return own.label.strip().casefold() in [each.casefold() for each in names]


def _rearranged(appraisal: Appraisal, wanted: Fields) -> Iterator[Edit]:
    """Give the edits that make these the own fields; one that is there already keeps its id."""
    known = {each.id: each for each in appraisal.front_sheet_fields}
    staying = {each.id for each in wanted}
    order = [each for each in known if each in staying]
    yield from (RemoveEntity(Ref(_FIELDS, each)) for each in known if each not in staying)
    for at, field in enumerate(wanted):
        if not field.id:
            made = FrontSheetFieldId(new_id(COLLECTIONS[_FIELDS].prefix))
            yield AddEntity(_FIELDS, replace(field, id=made), at)
            order.insert(at, made)
            continue
        if order[at] != field.id:
            order.remove(field.id)
            order.insert(at, field.id)
            yield MoveEntity(Ref(_FIELDS, field.id), at)
        for name in ("label", "fact", "short"):
            value = getattr(field, name)
            if value != getattr(known[field.id], name):
                yield SetField(Ref(_FIELDS, field.id), name, value)
