import pytest
from tests.domain.examples import sealed, unsealed

from appraiser.domain.appraisal import (
    COLLECTIONS,
    SINGLES,
    Appraisal,
    called,
    entities,
    entity,
    named,
    part_of,
    position,
)
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.board_paper import Approval, FrontSheetField, WrittenParagraph
from appraiser.domain.ids import Ref, is_id
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import ScoreSheet
from appraiser.domain.terms import Part


def test_every_part_of_an_appraisal_is_in_a_list():
    fields = list(Appraisal.__dataclass_fields__)
    assert fields == ["id", *SINGLES, *COLLECTIONS, "sheets"]
    empty = Appraisal(id="a")
    for name, (cls, _, _) in SINGLES.items():
        assert getattr(empty, name) == cls()
    for name in COLLECTIONS:
        assert getattr(empty, name) == ()
    assert empty.sheets == {}


def test_each_collection_has_a_name_of_its_own_for_one_of_it():
    nouns = [each.noun for each in COLLECTIONS.values()]
    prefixes = [each.prefix for each in COLLECTIONS.values()]
    assert len(set(nouns)) == len(set(prefixes)) == len(COLLECTIONS)
    assert all(map(is_id, prefixes))
    assert COLLECTIONS["options"].one == "an option"
    assert COLLECTIONS["barriers"].one == "a barrier"


def test_the_shortlist_baseline_and_seal_are_found():
    assert [each.id for each in unsealed().shortlist] == ["bau", "ft-plus", "cic"]
    assert unsealed().business_as_usual.id == "bau"
    assert unsealed().seal is None
    assert sealed().seal.id == "s1"
    assert Appraisal(id="a").business_as_usual is None


def test_things_are_found_by_their_refs():
    assert position(unsealed(), Ref("options", "cic")) == 2
    appraisal = unsealed()
    assert entity(appraisal, Ref("options", "cic")) is appraisal.options[2]
    assert entity(unsealed(), Ref("trust")) == unsealed().trust
    assert unsealed().option("cic").name == "Company"
    assert len(entities(unsealed(), "options")) == 4


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        (Ref("options", "x"), 'There is no option with the id "x".'),
        (Ref("opinions"), 'There is nothing called "opinions" in an appraisal.'),
        (Ref("trust", "x"), 'There is nothing called "trust" in an appraisal.'),
        (Ref("sheets"), 'There is nothing called "sheets" in an appraisal.'),
    ],
)
def test_what_is_not_there_is_said(ref, words):
    with pytest.raises(Problem) as missing:
        entity(unsealed(), ref)
    assert missing.value.what == words


def test_every_ref_belongs_to_a_part():
    assert part_of(Ref("weighting")) == Part.CRITERIA
    assert part_of(Ref("support_lines", "x")) == Part.SUPPORT
    parts = {part_of(Ref(name)) for name in [*SINGLES, *COLLECTIONS]}
    assert parts == set(Part)


def test_things_are_called_by_their_name_title_or_label():
    assert called(Option(id="x", name=" FT plus ")) == "FT plus"
    assert called(Approval(id="x", title="Transfer", body="NHS England")) == "Transfer"
    assert called(Approval(id="x", title=" ", body="NHS England")) == "NHS England"
    assert called(FrontSheetField(id="x", label="Risk")) == "Risk"
    assert called(WrittenParagraph(id="x", paragraph="ask")) == ""
    assert named(Option(id="x", name="FT plus")) == "FT plus"
    assert named(Option(id="x")) == "Unnamed option"
    assert named(GateAnswer(id="x", option="y")) == "Unnamed gate answer"


def test_an_appraisal_and_its_sheets_cannot_be_changed():
    with pytest.raises(AttributeError):
        unsealed().id = "other"
    with pytest.raises(AttributeError):
        ScoreSheet().cells = {}
