from dataclasses import replace

import pytest
from tests.paper.conftest import Compose, Matter
from tests.paper.making import barred, left_out, recommending, scored
from tests.paper.reading import all_of, texts_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import PathStep
from appraiser.domain.ids import OptionId, PathStepId
from appraiser.domain.terms import Recommendation
from appraiser.paper.ask import resolutions
from appraiser.paper.blocks import FrontSheet
from appraiser.paper.recommendation_words import cautions, recommendation, why_not_the_highest

TWO = {"a": (80, 70), "b": (50, 40)}


def test_one_option_is_recommended_with_whether_it_stays_in_the_nhs(matter: Matter):
    found = matter(recommending(scored(TWO), "a"))
    assert recommendation(found, in_full=True) == "A is recommended. It stays in the NHS."
    assert list(cautions(found)) == []
    assert why_not_the_highest(found) is None


@pytest.mark.parametrize("in_full", [True, False])
def test_an_option_that_a_gate_bars_is_never_said_to_be_recommended(matter: Matter, in_full: bool):
    found = matter(barred(recommending(scored(TWO), "a"), "a"))
    assert recommendation(found, in_full=in_full) == (
        "No recommendation can be made: A, which is put forward, is barred (safe for patients). "
        "It cannot be recommended until that gate opens."
    )
    assert list(cautions(found)) == []
    assert resolutions(found) == ()
    assert why_not_the_highest(found) is None


def test_front_sheet_and_summary_say_alike_that_a_barred_option_cannot_be_recommended(
    composed: Compose,
):
    paper = composed(barred(recommending(scored(TWO), "a", reason="It is liked"), "a"))
    (front,) = all_of(paper, FrontSheet)
    (shown,) = [each.text for each in front.fields if each.label == "Recommendation"]
    assert shown == words_of(paper, "summary.recommendation")
    assert shown.startswith("No recommendation can be made")
    assert words_of(paper, "summary.reason") == "Why it was put forward. It is liked."
    assert "A is recommended" not in " ".join(texts_of(paper))


def test_a_recommendation_other_than_the_highest_total_gives_its_reason(matter: Matter):
    found = matter(recommending(scored(TWO), "b", differs_reason="It can begin at once"))
    assert why_not_the_highest(found) == (
        "Why not the highest total (A, 76)?",
        "It can begin at once.",
    )


def test_a_missing_reason_for_that_is_said_to_be_missing(matter: Matter):
    found = why_not_the_highest(matter(recommending(scored(TWO), "b")))
    assert found is not None
    assert found[1] == "What is recommended is B. Why it differs has not been said yet."


def test_an_option_left_out_cannot_be_recommended(matter: Matter):
    appraisal = scored(TWO)
    appraisal = replace(appraisal, options=(*appraisal.options, left_out("c")))
    found = matter(recommending(appraisal, "c"))
    assert recommendation(found, in_full=True) == (
        "No recommendation can be made: C, which is put forward, is left out, "
        "so it was not appraised."
    )
    assert list(cautions(found)) == []


def test_a_staged_path_names_its_steps_in_full_and_counts_them_in_short(matter: Matter):
    appraisal = scored(TWO)
    steps = (
        PathStep(id=PathStepId("one"), title="Start small", option=OptionId("b")),
        PathStep(id=PathStepId("two"), title="Then all", option=OptionId("a")),
    )
    paper = replace(appraisal.paper, recommendation=Recommendation.STAGED)
    found = matter(replace(appraisal, paper=paper, path_steps=steps))
    assert recommendation(found, in_full=True) == (
        "A staged path is recommended: (1) Start small; (2) Then all."
    )
    assert recommendation(found, in_full=False) == "A staged path is recommended, in 2 steps."


def path(appraisal: Appraisal, *options: str | None) -> Appraisal:
    steps = tuple(
        PathStep(id=PathStepId(f"s{at}"), title="", option=OptionId(option) if option else None)
        for at, option in enumerate(options)
    )
    paper = replace(appraisal.paper, recommendation=Recommendation.STAGED)
    return replace(appraisal, paper=paper, path_steps=steps)


def test_a_later_step_that_a_gate_bars_is_said_to_be_shut(matter: Matter):
    found = matter(path(barred(scored(TWO), "a"), "b", "a"))
    (words,) = cautions(found)
    assert words == (
        "As things stand, A is barred (safe for patients). "
        "Its step cannot be taken until that gate opens."
    )
    assert recommendation(found, in_full=False) == "A staged path is recommended, in 2 steps."


def test_a_path_whose_first_step_a_gate_bars_is_not_recommended(matter: Matter):
    found = matter(path(barred(scored(TWO), "a"), "a", "b"))
    assert recommendation(found, in_full=True) == (
        "No recommendation can be made: A, the first step of the path that is put forward, is "
        "barred (safe for patients). It cannot be recommended until that gate opens."
    )
    assert list(cautions(found)) == []
    assert resolutions(found) == ()


def test_a_path_of_one_step_without_an_option_names_it_as_it_can(matter: Matter):
    words = recommendation(matter(path(scored(TWO), None)), in_full=True)
    assert words.endswith("with one step: a step without a name.")


def test_a_pause_and_no_decision_read_as_what_they_are(matter: Matter):
    appraisal = scored(TWO)
    assert recommendation(matter(appraisal), in_full=True) == (
        "No recommendation has been made yet."
    )
    paused = replace(appraisal, paper=replace(appraisal.paper, recommendation=Recommendation.PAUSE))
    assert recommendation(matter(paused), in_full=True).startswith("A pause is recommended")
    unsaid = replace(appraisal.paper, recommendation=Recommendation.ONE_OPTION)
    assert "which has not been said yet" in recommendation(
        matter(replace(appraisal, paper=unsaid)), in_full=True
    )
    path = replace(appraisal.paper, recommendation=Recommendation.STAGED)
    assert "have not been set out yet" in recommendation(
        matter(replace(appraisal, paper=path)), in_full=True
    )
