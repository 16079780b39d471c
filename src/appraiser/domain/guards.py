"""What is refused, and why: the few rules that no edit may break."""

from __future__ import annotations

from appraiser.domain.appraisal import Appraisal, entity, named, position
from appraiser.domain.checking import date_from_text, moment_from_text
from appraiser.domain.criteria import Seal
from appraiser.domain.criteria_tree import stands_under
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
)
from appraiser.domain.ids import CriterionId, Ref
from appraiser.domain.linked import links_to
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.sealing import fits
from appraiser.domain.terms import Listing, OptionRole

_SEALED = {"criteria", "weight_sets", "comparisons", "weighting"}


def guard(appraisal: Appraisal, edit: Edit) -> None:
    """Raise `Problem` if the edit would break a rule of the appraisal."""
    match edit:
        case SetField():
            _guard_sealed(appraisal, edit.ref.collection)
            _guard_option_field(appraisal, edit)
            _guard_parent(appraisal, edit)
        case AddEntity():
            _guard_sealed(appraisal, edit.collection)
            _guard_added_option(appraisal, edit)
        case RemoveEntity():
            _guard_sealed(appraisal, edit.ref.collection)
            _guard_sealed_links(appraisal, edit.ref)
            if edit.ref.collection == "options":
                _guard_kept(appraisal, edit.ref, "removed")
        case MoveEntity():
            _guard_sealed(appraisal, edit.ref.collection)
        case SetScores():
            if appraisal.seal is None:
                raise Problem(
                    "Scoring is not open.",
                    safe="Nothing has changed.",
                    todo="Seal the criteria and weights first.",
                )
        case LeaveOut():
            _guard_left_out(appraisal, edit)
        case SealWeights():
            _guard_sealing(appraisal, edit.seal)
        case BreakSeal():
            _guard_breaking(appraisal, edit)
        case _:
            return


def _guard_sealed(appraisal: Appraisal, collection: str) -> None:
    if collection == "seals":
        raise Problem(
            "A seal is made and broken, never changed.",
            safe="Nothing has changed.",
            todo="Break it, and say why, or seal the weights anew.",
        )
    if collection in _SEALED and appraisal.seal is not None:
        raise Problem(
            "The criteria and weights are sealed.",
            safe="Nothing has changed.",
            todo="Break the seal first, and say why; the reason is printed in the paper.",
        )


def _guard_sealed_links(appraisal: Appraisal, ref: Ref) -> None:
    """Keep what is sealed from losing a link, such as the group that gave the weights."""
    if appraisal.seal is None:
        return
    if any(losing.ref.collection in _SEALED for losing in links_to(appraisal, ref)):
        raise Problem(
            f'The sealed criteria and weights rest on "{named(entity(appraisal, ref))}".',
            safe="Nothing has changed.",
            todo="Break the seal first, and say why; the reason is printed in the paper.",
        )


def _guard_parent(appraisal: Appraisal, edit: SetField) -> None:
    """Keep the criteria a tree: none may stand under itself."""
    if edit.ref.collection != "criteria" or edit.field != "parent":
        return
    above = CriterionId(edit.value) if isinstance(edit.value, str) else None
    if stands_under(appraisal.criteria, above, CriterionId(edit.ref.id)):
        raise Problem(
            "A criterion cannot stand under itself.",
            safe="Nothing has changed.",
            todo="Choose one that does not stand under it.",
        )


def _guard_option_field(appraisal: Appraisal, edit: SetField) -> None:
    if edit.ref.collection != "options":
        return
    if edit.field == "listing" and edit.value is Listing.LEFT_OUT:
        raise Problem(
            "An option is left out with a reason, a date and who decided.",
            safe="Nothing has changed.",
            todo="Use Leave out.",
        )
    if edit.field == "role" and edit.value is OptionRole.BUSINESS_AS_USUAL:
        _guard_one_baseline(appraisal, edit.ref.id)
    losing = (
        (edit.field == "listing" and edit.value is not Listing.SHORTLIST)
        or (edit.field == "role" and edit.value is not OptionRole.BUSINESS_AS_USUAL)
        or (edit.field == "stays_in_nhs" and edit.value is False)
    )
    if losing:
        _guard_kept(appraisal, edit.ref, "changed in this way", field=edit.field)


def _guard_added_option(appraisal: Appraisal, edit: AddEntity) -> None:
    if isinstance(edit.entity, Option) and edit.entity.role is OptionRole.BUSINESS_AS_USUAL:
        _guard_one_baseline(appraisal, edit.entity.id)


def _guard_one_baseline(appraisal: Appraisal, option: str) -> None:
    baseline = appraisal.business_as_usual
    if baseline is not None and baseline.id != option:
        raise Problem(
            f'"{named(baseline)}" is business as usual already; there is one baseline.',
            safe="Nothing has changed.",
            todo="Give this option another role.",
        )


def _guard_kept(appraisal: Appraisal, ref: Ref, done: str, field: str = "") -> None:
    """Keep business as usual, and one more option inside the NHS, on the shortlist."""
    option = appraisal.options[position(appraisal, ref)]
    if option.role is OptionRole.BUSINESS_AS_USUAL:
        if field == "stays_in_nhs":
            return
        raise Problem(
            f'"{named(option)}" is business as usual and cannot be {done}.',
            safe="It stays on the shortlist.",
            todo="Every option is compared with it.",
        )
    retained = [each for each in appraisal.shortlist if _is_retained(each)]
    if field != "role" and retained == [option]:
        raise Problem(
            f'"{named(option)}" is the only option on the shortlist that stays in the NHS, '
            f"so it cannot be {done}.",
            safe="It stays on the shortlist.",
            todo="Put another option that stays in the NHS on the shortlist first.",
        )


def _is_retained(option: Option) -> bool:
    return option.stays_in_nhs and option.role is not OptionRole.BUSINESS_AS_USUAL


def _guard_left_out(appraisal: Appraisal, edit: LeaveOut) -> None:
    _guard_kept(appraisal, Ref("options", edit.option), "left out")
    if not edit.reason.strip() or not edit.decided_by.strip():
        raise Problem(
            "An option is left out with a reason and who decided.",
            safe="Nothing has changed.",
            todo="Give both; they are printed in the paper.",
        )
    date_from_text(edit.decided_on)


def _guard_sealing(appraisal: Appraisal, seal: Seal) -> None:
    if appraisal.seal is not None:
        raise Problem(
            "The criteria and weights are sealed already.",
            safe="The seal holds.",
            todo="Go on to the scoring.",
        )
    if not appraisal.criteria or appraisal.weighting.model_set is None:
        raise Problem(
            "There is nothing to seal yet.",
            safe="Nothing has changed.",
            todo="Give the criteria and choose the weights to use.",
        )
    if not fits(seal, appraisal):
        raise Problem(
            "The criteria, weights or shortlist have changed since this seal was made.",
            safe="Nothing has changed.",
            todo="Look at them once more and seal them again.",
        )


def _guard_breaking(appraisal: Appraisal, edit: BreakSeal) -> None:
    if appraisal.seal is None:
        raise Problem(
            "There is no seal to break.",
            safe="Nothing has changed.",
            todo="Criteria and weights can be changed as they are.",
        )
    if not edit.reason.strip() or not edit.broken_by.strip():
        raise Problem(
            "A seal is broken with a reason and who broke it.",
            safe="The seal holds.",
            todo="Give both; they are printed in the paper.",
        )
    moment_from_text(edit.broken_at)
