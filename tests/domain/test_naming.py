"""What things are called in a sentence, and that scorers go by their roles."""

from dataclasses import replace

import pytest
from tests.made_up import SECRET, led, many

from appraiser.domain.appraisal import called, named
from appraiser.domain.criteria import WeightSet
from appraiser.domain.ids import Ref
from appraiser.domain.naming import Names, roles_of
from appraiser.domain.scores import Group, Scorer

NURSE = Scorer(id="nurse", name=f"{SECRET} 1", role="Chief nurse")
NOBODY = Scorer(id="nobody", name=f"{SECRET} 2", role="  ")
APPRAISAL = replace(
    led(),
    scorers=(NURSE, NOBODY),
    groups=(Group(id="staff", name="Staff side"),),
    weight_sets=(*led().weight_sets, WeightSet(id="blank")),
)
NAMES = Names(APPRAISAL)


def test_options_and_criteria_are_called_what_people_call_them():
    assert NAMES.option("one") == "ONE"
    assert NAMES.criterion("voice") == "voice"
    assert NAMES.options(["one", "two", "usual"]) == "ONE, TWO and USUAL"
    assert NAMES.options([]) == ""


def test_anything_else_is_called_by_its_name_or_said_to_have_none():
    assert NAMES.of(Ref("groups", "staff")) == "Staff side"
    assert NAMES.of(Ref("weight_sets", "blank")) == "Unnamed weight set"


def test_a_scorer_goes_by_the_role_and_never_by_the_name():
    refs = [Ref("scorers", each.id) for each in APPRAISAL.scorers]
    assert NAMES.several(refs) == "Chief nurse and Scorer"


def test_where_the_name_of_a_scorer_is_not_kept_the_role_stands_in_for_it():
    assert called(replace(NURSE, name="")) == "Chief nurse"
    assert called(NURSE) == NURSE.name
    assert named(replace(NOBODY, name="")) == "Unnamed scorer"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, "O0"),
        (5, "O0, O1, O2, O3 and O4"),
        (6, "O0, O1, O2, O3 and 2 more"),
        (200, "O0, O1, O2, O3 and 196 more"),
    ],
)
def test_of_many_the_first_few_are_named_and_the_others_counted(count, words):
    names = Names(many(202))
    assert names.few(f"o{at}" for at in range(count)) == words


def test_scorers_of_one_role_are_numbered_and_those_without_one_are_scorers() -> None:
    roles = ("Governor", " ", "Governor")
    scorers = [Scorer(id=f"s{at}", role=role) for at, role in enumerate(roles)]

    assert list(roles_of(scorers).values()) == ["Governor 1", "Scorer", "Governor 2"]
