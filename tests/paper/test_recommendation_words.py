from dataclasses import replace

from tests.paper.conftest import Matter
from tests.paper.making import barred, left_out, recommending, scored

from appraiser.domain.board_paper import PathStep
from appraiser.domain.ids import OptionId, PathStepId
from appraiser.domain.terms import Recommendation
from appraiser.paper.recommendation_words import cautions, recommendation, why_not_the_highest

TWO = {"a": (80, 70), "b": (50, 40)}


def test_one_option_is_recommended_with_whether_it_stays_in_the_nhs(matter: Matter):
    found = matter(recommending(scored(TWO), "a"))
    assert recommendation(found, in_full=True) == "A is recommended. It stays in the NHS."
    assert list(cautions(found)) == []
    assert why_not_the_highest(found) is None


def test_a_recommended_option_that_is_barred_is_said_to_be(matter: Matter):
    found = matter(barred(recommending(scored(TWO), "a"), "a"))
    (words,) = cautions(found)
    assert words == (
        "As things stand, A is barred (safe for patients). "
        "It cannot be recommended until that gate opens."
    )


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
    words = list(cautions(matter(recommending(appraisal, "c"))))
    assert words == ["C is left out, so it was not appraised and cannot be recommended."]


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


def test_a_step_that_a_gate_bars_is_said_to_be_shut(matter: Matter):
    appraisal = barred(scored(TWO), "a")
    step = PathStep(id=PathStepId("one"), title="", option=OptionId("a"))
    paper = replace(appraisal.paper, recommendation=Recommendation.STAGED)
    found = matter(replace(appraisal, paper=paper, path_steps=(step,)))
    (words,) = cautions(found)
    assert words == (
        "As things stand, A is barred (safe for patients). "
        "Its step cannot be taken until that gate opens."
    )
    assert recommendation(found, in_full=True).endswith("with one step: a step without a name.")


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
