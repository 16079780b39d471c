from dataclasses import replace
from datetime import datetime

import pytest
from tests.domain.examples import ALONE, SEALED_AT, after, scored, sealed, unsealed

from appraiser.domain.applying import apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, Seal, Weighting, WeightSet
from appraiser.domain.edits import (
    AddEntity,
    BreakSeal,
    LeaveOut,
    MoveEntity,
    RemoveEntity,
    SealWeights,
    SetField,
    SetScores,
    Several,
)
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Group, Score
from appraiser.domain.sealing import new_seal
from appraiser.domain.terms import Listing, OptionRole

BAU, FT_PLUS, CIC = (Ref("options", each) for each in ("bau", "ft-plus", "cic"))
BREAK = BreakSeal("2014-12-13T09:30", "Chair", "A criterion was missing")
ONE_SCORE = SetScores(ALONE, ((Cell("cic", "quality"), Score(value=50.0)),))


def refusal(appraisal, edit) -> Problem:
    with pytest.raises(Problem) as refused:
        apply(appraisal, edit)
    return refused.value


KEPT = {
    "removing the baseline": RemoveEntity(BAU),
    "the baseline to the longlist": SetField(BAU, "listing", Listing.LONGLIST),
    "another role for the baseline": SetField(BAU, "role", OptionRole.CANDIDATE),
    "leaving the baseline out": LeaveOut("bau", "Not wanted", "Chair", "2014-12-01"),
    "removing the last that stays": RemoveEntity(FT_PLUS),
    "the last that stays to the longlist": SetField(FT_PLUS, "listing", Listing.LONGLIST),
    "the last that stays leaves the NHS": SetField(FT_PLUS, "stays_in_nhs", False),
    "leaving the last that stays out": LeaveOut("ft-plus", "Not wanted", "Chair", "2014-12-01"),
}


@pytest.mark.parametrize("edit", KEPT.values(), ids=KEPT.keys())
def test_the_baseline_and_the_last_option_that_stays_in_the_nhs_are_kept(edit):
    problem = refusal(unsealed(), edit)
    assert "cannot be" in problem.what
    assert problem.safe == "It stays on the shortlist."


ALLOWED = {
    "removing one that leaves": RemoveEntity(CIC),
    "one that leaves to the longlist": SetField(CIC, "listing", Listing.LONGLIST),
    "one back to the shortlist": SetField(Ref("options", "jv"), "listing", Listing.SHORTLIST),
    "the baseline may be said to leave": SetField(BAU, "stays_in_nhs", False),
    "the baseline stays the baseline": SetField(BAU, "role", OptionRole.BUSINESS_AS_USUAL),
    "the last that stays is the least that could be done": SetField(
        FT_PLUS, "role", OptionRole.DO_MINIMUM
    ),
    "another name for the baseline": SetField(BAU, "name", "As now"),
}


@pytest.mark.parametrize("edit", ALLOWED.values(), ids=ALLOWED.keys())
def test_every_other_option_may_be_changed(edit):
    assert after(unsealed(), edit) != unsealed() or edit.value is OptionRole.BUSINESS_AS_USUAL


def test_the_last_that_stays_may_go_once_there_is_another():
    another = Option(id="unit", name="Unit", stays_in_nhs=True, listing=Listing.SHORTLIST)
    appraisal = after(unsealed(), AddEntity("options", another), RemoveEntity(FT_PLUS))
    assert [each.id for each in appraisal.shortlist] == ["bau", "cic", "unit"]


def test_there_is_one_baseline():
    second = Option(id="second", role=OptionRole.BUSINESS_AS_USUAL)
    words = '"Business as usual" is business as usual already; there is one baseline.'
    assert refusal(unsealed(), AddEntity("options", second)).what == words
    edit = SetField(CIC, "role", OptionRole.BUSINESS_AS_USUAL)
    assert refusal(unsealed(), edit).what == words
    none_yet = Appraisal(id="a", options=(Option(id="cic"),))
    assert after(none_yet, edit).business_as_usual.id == "cic"
    assert after(Appraisal(id="a"), AddEntity("options", second)).business_as_usual == second


def test_an_option_without_a_name_is_called_so():
    nameless = after(unsealed(), SetField(BAU, "name", ""))
    assert '"Unnamed option"' in refusal(nameless, RemoveEntity(BAU)).what


@pytest.mark.parametrize(("reason", "who"), [("", "Chair"), (" ", "Chair"), ("Why", " ")])
def test_an_option_is_left_out_with_a_reason_and_who_decided(reason, who):
    problem = refusal(unsealed(), LeaveOut("cic", reason, who, "2014-12-01"))
    assert problem.what == "An option is left out with a reason and who decided."


@pytest.mark.parametrize(
    "day", ["", "1 December 2014", "20141201", "2014-13-01", "2014-12-01T10:00"]
)
def test_an_option_is_left_out_on_a_date(day):
    problem = refusal(unsealed(), LeaveOut("cic", "Why", "Chair", day))
    assert problem.what == f'expected a date such as 2014-12-01, found "{day}"'


def test_an_option_is_not_left_out_by_its_field_alone():
    problem = refusal(unsealed(), SetField(CIC, "listing", Listing.LEFT_OUT))
    assert problem.what == "An option is left out with a reason, a date and who decided."


def test_scores_open_when_criteria_and_weights_are_sealed():
    assert refusal(unsealed(), ONE_SCORE).what == "Scoring is not open."
    assert after(sealed(), ONE_SCORE).sheets
    assert refusal(after(sealed(), BREAK), ONE_SCORE).what == "Scoring is not open."


SEALED = {
    "an anchor": SetField(Ref("criteria", "quality"), "anchor_50", "Fair"),
    "a new criterion": AddEntity("criteria", Criterion(id="cost")),
    "one criterion fewer": RemoveEntity(Ref("criteria", "quality")),
    "the order": MoveEntity(Ref("criteria", "quality"), 0),
    "a swing": SetField(Ref("weight_sets", "panel"), "raw", {"staff": 1.0}),
    "a new weight set": AddEntity("weight_sets", WeightSet(id="other")),
    "a comparison": SetField(Ref("comparisons", "k1"), "ratio", 3.0),
    "the weights used": SetField(Ref("weighting"), "model_set", None),
}


@pytest.mark.parametrize("edit", SEALED.values(), ids=SEALED.keys())
def test_criteria_and_weights_stay_while_they_are_sealed(edit):
    assert refusal(sealed(), edit).what == "The criteria and weights are sealed."
    assert after(after(sealed(), BREAK), edit) != after(sealed(), BREAK)


def test_what_the_sealed_weights_rest_on_stays_too():
    group = RemoveEntity(Ref("groups", "clinicians"))
    words = 'The sealed criteria and weights rest on "Clinicians".'
    assert refusal(sealed(), group).what == words
    assert after(unsealed(), group).weight_sets[0].group is None
    assert [g.id for g in after(sealed(), RemoveEntity(Ref("groups", "union"))).groups] == [
        "clinicians"
    ]


def test_everything_else_may_be_changed_while_they_are_sealed():
    done = after(sealed(), AddEntity("groups", Group(id="patients")), RemoveEntity(CIC))
    assert done.seal == sealed().seal


SEAL_EDITS = {
    "changing it": SetField(Ref("seals", "s1"), "sealed_by", "Another"),
    "adding one": AddEntity("seals", Seal(id="s2")),
    "removing it": RemoveEntity(Ref("seals", "s1")),
    "moving it": MoveEntity(Ref("seals", "s1"), 0),
}


@pytest.mark.parametrize("edit", SEAL_EDITS.values(), ids=SEAL_EDITS.keys())
def test_a_seal_is_made_and_broken_and_nothing_else(edit):
    assert refusal(sealed(), edit).what == "A seal is made and broken, never changed."


def test_what_is_sealed_is_not_sealed_again():
    again = SealWeights(new_seal(sealed(), SEALED_AT, "The panel"))
    assert refusal(sealed(), again).what == "The criteria and weights are sealed already."


@pytest.mark.parametrize("missing", [{"criteria": ()}, {"weighting": Weighting()}])
def test_there_must_be_criteria_and_weights_to_seal(missing):
    bare = replace(unsealed(), **missing)
    edit = SealWeights(new_seal(bare, SEALED_AT, "The panel"))
    assert refusal(bare, edit).what == "There is nothing to seal yet."


def test_a_seal_made_for_other_weights_is_refused():
    early = SealWeights(new_seal(unsealed(), SEALED_AT, "The panel"))
    changed = after(unsealed(), SetField(Ref("criteria", "quality"), "anchor_0", "Poor"))
    assert "have changed since this seal was made" in refusal(changed, early).what


def test_a_seal_is_broken_with_a_reason_who_and_when():
    for edit in (replace(BREAK, reason=" "), replace(BREAK, broken_by="")):
        problem = refusal(sealed(), edit)
        assert problem.what == "A seal is broken with a reason and who broke it."
        assert problem.safe == "The seal holds."
    for moment in ("yesterday", "2014-12-13", "2014-12-13T09:30+01:00", "2014-12-13T25:00"):
        problem = refusal(sealed(), replace(BREAK, broken_at=moment))
        words = f'expected a date and time such as 2014-12-01T14:02, found "{moment}"'
        assert problem.what == words
    assert refusal(unsealed(), BREAK).what == "There is no seal to break."
    broken = after(sealed(), BREAK).seals[-1]
    assert broken.broken_at == datetime(2014, 12, 13, 9, 30)  # noqa: DTZ001


def test_a_criterion_cannot_stand_under_itself():
    for parent in ("staff", "engagement"):
        edit = SetField(Ref("criteria", "staff"), "parent", parent)
        assert refusal(unsealed(), edit).what == "A criterion cannot stand under itself."
    for parent in ("quality", None):
        edit = SetField(Ref("criteria", "engagement"), "parent", parent)
        assert after(unsealed(), edit).criteria[1].parent == parent


def test_several_edits_are_guarded_each_on_what_those_before_it_left():
    opened = Several((BREAK, SetField(Ref("criteria", "quality"), "name", "Care")))
    assert after(scored(), opened).criteria[-1].name == "Care"
    assert refusal(sealed(), Several((BREAK, ONE_SCORE))).what == "Scoring is not open."


def test_undoing_goes_back_past_the_guards():
    done = apply(unsealed(), SetField(Ref("criteria", "quality"), "name", "Care"))
    closed = replace(done.appraisal, seals=sealed().seals)
    with pytest.raises(Problem):
        apply(closed, done.inverse)
    assert apply(closed, done.inverse, undoing=True).appraisal.criteria == unsealed().criteria


EVERY_GUARD = [
    *((unsealed(), edit) for edit in KEPT.values()),
    *((sealed(), edit) for edit in (*SEALED.values(), *SEAL_EDITS.values())),
    (unsealed(), ONE_SCORE),
    (unsealed(), SetField(CIC, "listing", Listing.LEFT_OUT)),
    (unsealed(), SetField(CIC, "role", OptionRole.BUSINESS_AS_USUAL)),
    (unsealed(), LeaveOut("cic", "", "", "2014-12-01")),
    (unsealed(), BREAK),
    (unsealed(), SealWeights(Seal(id="s2"))),
    (sealed(), SealWeights(Seal(id="s2"))),
    (Appraisal(id="a"), SealWeights(Seal(id="s2"))),
    (sealed(), replace(BREAK, reason="")),
    (sealed(), RemoveEntity(Ref("groups", "clinicians"))),
    (unsealed(), SetField(Ref("criteria", "staff"), "parent", "staff")),
]


@pytest.mark.parametrize(("appraisal", "edit"), EVERY_GUARD)
def test_every_guard_says_what_happened_what_is_safe_and_what_to_do(appraisal, edit):
    problem = refusal(appraisal, edit)
    for sentence in (problem.what, problem.safe, problem.todo):
        assert sentence.endswith(".")
        assert "!" not in sentence
    assert str(problem) == f"{problem.what} {problem.safe} {problem.todo}"
