import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.examples import ALONE, sealed, unsealed
from tests.generated import appraisals, edits

from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.describing import LONGEST_NAME, describe
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
from appraiser.domain.scores import Cell

RENAME = SetField(Ref("options", "cic"), "name", "CIC")

DESCRIBED = [
    (RENAME, "name of Company"),
    (SetField(Ref("trust"), "income", 5), "income in a year of the trust"),
    (SetField(Ref("gate_answers", "g1"), "reason", "x"), "reason of a gate answer"),
    (SetField(Ref("trust"), "nickname", "x"), "nickname of the trust"),
    (SetField(Ref("options", "x"), "name", "x"), "name of an option"),
    (SetField(Ref("programme"), "name", "x"), "name of the programme"),
    (SetField(Ref("options", "cic"), "form", "cic"), "form of Company"),
    (AddEntity("barriers", Barrier(id="b", title="Pensions")), "adding barrier Pensions"),
    (AddEntity("gate_answers", GateAnswer(id="b", option="cic")), "adding gate answer"),
    (RemoveEntity(Ref("barriers", "vat")), "removing VAT"),
    (MoveEntity(Ref("options", "ft-plus"), 0), "moving FT plus"),
    (
        SetScores(ALONE, ((Cell("ft-plus", "engagement"), None),)),
        "score of FT plus on Engagement",
    ),
    (
        SetScores(ALONE, ((Cell("ft-plus", "x"), None), (Cell("cic", "x"), None))),
        "2 scores",
    ),
    (SetScores(ALONE, ()), "0 scores"),
    (LeaveOut("cic", "Why", "Chair", "2014-12-01"), "leaving out Company"),
    (SealWeights(sealed().seals[0]), "sealing the weights"),
    (BreakSeal("2014-12-13T09:30", "Chair", "Why"), "breaking the seal"),
    (Several((RENAME,), "naming the options"), "naming the options"),
    (Several((RENAME, RENAME)), "name of Company"),
    (Several(()), "nothing"),
]


@pytest.mark.parametrize(("edit", "words"), DESCRIBED)
def test_an_edit_is_called_by_the_names_people_gave(edit, words):
    assert describe(unsealed(), edit) == words


def test_a_long_name_is_cut():
    edit = AddEntity("barriers", Barrier(id="b", title="very " * 40))
    words = describe(unsealed(), edit)
    assert words.endswith("very…")
    assert len(words) <= len("adding barrier ") + LONGEST_NAME


@given(st.data())
def test_every_edit_has_words_that_fit_a_menu(data):
    appraisal = data.draw(appraisals())
    edit = data.draw(edits(appraisal, deep=False))
    words = describe(appraisal, edit)
    assert words
    assert len(words) < 200
    assert "\n" not in words
