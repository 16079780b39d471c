from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.domain.examples import ALONE, after, scored, sealed, unsealed

from appraiser.domain.applying import apply
from appraiser.domain.barriers import Barrier
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
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.sealing import new_seal
from appraiser.domain.terms import Listing, Part, Round


def test_setting_a_field_changes_that_field_alone():
    done = apply(unsealed(), SetField(Ref("trust"), "income", 5))
    assert done.appraisal == replace(unsealed(), trust=replace(unsealed().trust, income=5))
    assert done.inverse == SetField(Ref("trust"), "income", 100_000_000)
    assert done.touched == Part.TRUST


def test_a_new_thing_goes_to_the_place_asked_for_or_to_the_end():
    first = Barrier(id="pensions")
    assert [each.id for each in after(unsealed(), AddEntity("barriers", first)).barriers] == [
        "vat",
        "pensions",
    ]
    done = apply(unsealed(), AddEntity("barriers", first, 0))
    assert [each.id for each in done.appraisal.barriers] == ["pensions", "vat"]
    assert done.inverse == RemoveEntity(Ref("barriers", "pensions"))


def test_a_thing_is_moved_to_another_place():
    done = apply(unsealed(), MoveEntity(Ref("options", "jv"), 1))
    assert [each.id for each in done.appraisal.options] == ["bau", "jv", "ft-plus", "cic"]
    assert done.inverse == MoveEntity(Ref("options", "jv"), 3)


def test_scores_are_set_and_cleared_cell_by_cell():
    cell = Cell("cic", "engagement")
    other = Cell("bau", "quality")
    edit = SetScores(ALONE, ((cell, None), (other, Score(value=50.0, low=40.0, high=60.0))))
    done = apply(scored(), edit)
    assert done.appraisal.sheets[ALONE].cells == {other: Score(value=50.0, low=40.0, high=60.0)}
    assert done.appraisal.sheets[CONSENSUS] == scored().sheets[CONSENSUS]
    assert done.touched == Part.SCORES
    assert apply(done.appraisal, done.inverse).appraisal == scored()


def test_a_cell_given_twice_in_one_edit_has_the_last_score_and_the_first_is_brought_back():
    cell = Cell("cic", "engagement")
    edit = SetScores(ALONE, ((cell, Score(value=1.0)), (cell, Score(value=2.0))))
    done = apply(scored(), edit)
    assert done.appraisal.sheets[ALONE] == ScoreSheet({cell: Score(value=2.0)})
    assert apply(done.appraisal, done.inverse).appraisal == scored()


def test_a_sheet_whose_last_score_is_cleared_is_gone():
    edit = SetScores(ALONE, ((Cell("cic", "engagement"), None),))
    assert ALONE not in after(scored(), edit).sheets


def test_leaving_an_option_out_keeps_it_with_reason_date_and_who_decided():
    done = apply(unsealed(), LeaveOut("cic", "No union support", "The panel", "2014-12-01"))
    option = done.appraisal.option("cic")
    assert option.listing is Listing.LEFT_OUT
    assert option.listing_reason == "No union support"
    assert option.left_out_by == "The panel"
    assert option.left_out_on == date(2014, 12, 1)
    assert apply(done.appraisal, done.inverse, undoing=True).appraisal == unsealed()


def test_a_seal_is_made_and_broken_with_its_reason():
    seal = new_seal(unsealed(), datetime(2014, 12, 12, 14, 2), "The panel")  # noqa: DTZ001
    closed = after(unsealed(), SealWeights(seal))
    assert closed.seal == seal
    opened = after(closed, BreakSeal("2014-12-13T09:30", "Chair", "A criterion was missing"))
    assert opened.seal is None
    assert opened.seals == (
        replace(
            seal,
            broken_at=datetime(2014, 12, 13, 9, 30),  # noqa: DTZ001
            broken_by="Chair",
            broken_reason="A criterion was missing",
        ),
    )


def test_several_edits_are_made_in_order_and_undone_in_one():
    first = AddEntity("barriers", Barrier(id="pensions"))
    second = SetField(Ref("barriers", "pensions"), "title", "Pensions")
    done = apply(unsealed(), Several((first, second)))
    assert done.appraisal.barriers[-1].title == "Pensions"
    assert apply(done.appraisal, done.inverse, undoing=True).appraisal == unsealed()
    assert apply(unsealed(), Several(())).appraisal == unsealed()


def test_several_edits_are_all_made_or_none():
    fine = SetField(Ref("trust"), "name", "Another")
    refused = SetField(Ref("trust"), "name", "two\nlines")
    with pytest.raises(Problem):
        apply(unsealed(), Several((fine, refused)))


REFUSED = {
    "no such collection": (
        SetField(Ref("opinions", "x"), "name", "x"),
        'There is nothing called "opinions" in an appraisal.',
    ),
    "no such thing": (
        SetField(Ref("barriers", "x"), "title", "x"),
        'There is no barrier with the id "x".',
    ),
    "no such field": (
        SetField(Ref("trust"), "nickname", "x"),
        "trust.nickname: there is no such field to change",
    ),
    "an id for good": (
        SetField(Ref("barriers", "vat"), "id", "x"),
        "barriers/vat.id: there is no such field to change",
    ),
    "a value of another kind": (
        SetField(Ref("trust"), "income", "lots"),
        'trust.income: expected an amount in whole pence, found "lots"',
    ),
    "a link to nothing": (
        SetField(Ref("paper"), "recommended", "x"),
        'paper.recommended: there is no option with the id "x"',
    ),
    "links to nothing": (
        SetField(Ref("barriers", "vat"), "options", ("cic", "x")),
        'barriers/vat.options: there is no option with the id "x"',
    ),
    "amounts for nothing": (
        SetField(Ref("weight_sets", "panel"), "raw", {"x": 1.0}),
        'weight_sets/panel.raw: there is no criterion with the id "x"',
    ),
    "a part that must be there": (
        SetField(Ref("actions", "a1"), "barrier", None),
        "actions/a1.barrier: a value is needed here",
    ),
    "an id in use": (
        AddEntity("barriers", Barrier(id="vat")),
        'barriers: the id "vat" is in use',
    ),
    "a thing of another kind": (
        AddEntity("barriers", Option(id="x")),
        "barriers: expected a barrier",
    ),
    "one of another kind still": (
        AddEntity("options", Barrier(id="x")),
        "options: expected an option",
    ),
    "a new thing with a bad value": (
        AddEntity("barriers", Barrier(id="x", likelihood=6)),
        "barriers/x.likelihood: 6 is above the highest allowed, 5",
    ),
    "a new thing with a link to nothing": (
        AddEntity("barriers", Barrier(id="x", options=("y",))),
        'barriers/x.options: there is no option with the id "y"',
    ),
    "a new thing with no proper id": (
        AddEntity("barriers", Barrier(id="No id")),
        'barriers/No id.id: expected an id of small letters, digits and hyphens, found "No id"',
    ),
    "a place past the end": (
        AddEntity("barriers", Barrier(id="x"), 2),
        "there is no place 2 among 1",
    ),
    "a place before the start": (MoveEntity(Ref("options", "jv"), -1), "no place -1 among 3"),
    "moving nothing": (MoveEntity(Ref("options", "x"), 0), 'There is no option with the id "x".'),
    "removing nothing": (
        RemoveEntity(Ref("barriers", "x")),
        'There is no barrier with the id "x".',
    ),
    "removing a single part": (
        RemoveEntity(Ref("trust")),
        'There is nothing called "trust" in an appraisal.',
    ),
}


@pytest.mark.parametrize(("edit", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_refused_with_its_place(edit, words):
    with pytest.raises(Problem) as refused:
        apply(unsealed(), edit)
    assert words in str(refused.value)


CELL = Cell("cic", "quality")

REFUSED_SCORES = {
    "nobody's": (SheetKey(Round.ALONE, "x"), CELL, Score(), 'no scorer with the id "x"'),
    "no option's": (ALONE, Cell("x", "quality"), Score(), 'no option with the id "x"'),
    "no criterion's": (ALONE, Cell("cic", "x"), None, 'no criterion with the id "x"'),
    "somebody's consensus": (
        SheetKey(Round.CONSENSUS, "nurse"),
        CELL,
        Score(),
        "the consensus has no scorer",
    ),
    "nobody's alone": (SheetKey(Round.ALONE), CELL, Score(), "every other sheet of scores has one"),
    "above 100": (
        ALONE,
        CELL,
        Score(value=100.5),
        "score of cic on quality.value: 100.5 is above the highest allowed, 100",
    ),
    "lowest above highest": (
        ALONE,
        CELL,
        Score(value=50.0, low=60.0, high=40.0),
        "score of cic on quality: the lowest it could be is above the highest",
    ),
}


@pytest.mark.parametrize(
    ("sheet", "cell", "score", "words"), REFUSED_SCORES.values(), ids=REFUSED_SCORES.keys()
)
def test_a_score_that_cannot_be_is_refused(sheet, cell, score, words):
    with pytest.raises(Problem) as refused:
        apply(sealed(), SetScores(sheet, ((cell, score),)))
    assert words in str(refused.value)
