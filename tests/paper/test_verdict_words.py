import pytest
from tests.paper.conftest import Matter
from tests.paper.making import barred, scored

from appraiser.analysis.verdict import rule_words
from appraiser.paper.verdict_words import (
    barred_above,
    flips,
    verdict_heading,
    verdict_words,
)


def test_a_clear_leader_is_named_with_its_total_its_lead_and_how_often_it_comes_first(
    matter: Matter,
):
    found = matter(scored({"a": (80, 70), "b": (50, 40)}))
    assert verdict_heading(found) == "A clearly leads"
    assert verdict_words(found) == (
        "A has the highest total of the options that no gate bars, 76 out of 100. "
        "It is 30 points ahead of B (46). "
        "It comes first in all of the weightings that keep the panel's order of the criteria."
    )


def test_a_narrow_leader_is_called_narrow(matter: Matter):
    found = matter(scored({"a": (60, 60), "b": (53, 53)}))
    assert verdict_heading(found) == "A leads, and the lead is narrow"
    assert "7 points ahead of B (53)" in verdict_words(found)


def test_without_a_clear_leader_the_board_is_told_to_judge(matter: Matter):
    found = matter(scored({"a": (60, 60), "b": (57, 57)}))
    assert verdict_heading(found) == "No option clearly leads"
    assert verdict_words(found).endswith(
        "The scores do not settle the choice; the board must judge."
    )


def test_a_lead_just_short_of_the_bar_does_not_read_as_if_it_met_it(matter: Matter):
    found = matter(scored({"a": (69.7, 69.7), "b": (60, 60)}))
    assert "just under 10 points ahead" in verdict_words(found)


def test_options_that_tie_share_the_lead(matter: Matter):
    words = verdict_words(matter(scored({"a": (60, 60), "b": (60, 60), "c": (10, 10)})))
    assert words.startswith("A and B share the highest total of the options that no gate bars, 60")


def test_missing_scores_hold_the_verdict_back_and_say_why(matter: Matter):
    found = matter(scored({"a": (60, None), "b": (60, 60)}))
    assert verdict_heading(found) == "No verdict yet: which option comes out ahead?"
    assert "highest total" not in verdict_words(found)
    assert verdict_words(found)


def test_a_barred_option_with_a_higher_total_is_named_and_not_recommended(matter: Matter):
    found = matter(barred(scored({"a": (80, 80), "b": (60, 60), "c": (20, 20)}), "a"))
    assert "B has the highest total of the options that no gate bars" in verdict_words(found)
    assert barred_above(found) == (
        "A (80) has a higher total but is barred (safe for patients). "
        "It keeps its total and cannot be recommended."
    )


def test_several_barred_options_with_higher_totals_are_named_together(matter: Matter):
    options = {"a": (80, 80), "b": (70, 70), "c": (20, 20), "d": (10, 10)}
    words = barred_above(matter(barred(scored(options), "a", "b")))
    assert words.startswith("A (80) and B (70) have higher totals but are barred.")


def test_with_every_option_barred_there_is_no_verdict(matter: Matter):
    found = matter(barred(scored({"a": (80, 80), "b": (60, 60)}), "a", "b"))
    assert verdict_words(found) == "No option has a total and passes its gates."
    assert barred_above(found) == ""
    assert flips(found) == ""


def test_the_nearest_weights_that_change_the_leader_are_named(matter: Matter):
    words = flips(matter(scored({"a": (90, 20), "b": (20, 70)}, weights=(60, 40))))
    assert words.startswith("A leads unless ")
    assert words.endswith(", when B would lead.")
    assert "counts for less than 42% (now 60%)" in words
    assert "counts for more than 58% (now 40%)" in words


def test_a_leader_that_no_one_weight_can_unseat_is_said_to_be_so(matter: Matter):
    assert flips(matter(scored({"a": (80, 70), "b": (50, 40)}))) == (
        "A leads whatever any one criterion counts for, as long as the others keep their ratios."
    )


def test_the_rule_prints_its_bars_from_the_reference_data(matter: Matter):
    verdict = matter(scored({"a": (80, 70), "b": (50, 40)})).results.verdict
    limits = verdict.thresholds
    assert f"at least {limits.clear_lead:g} points" in rule_words(verdict)
    assert f"{limits.narrow_acceptability * 10:g} in 10" in rule_words(verdict)


@pytest.mark.parametrize("scores", [{"a": (80, 70), "b": (50, 40)}, {"a": (60, 60), "b": (57, 57)}])
def test_no_sentence_speaks_of_how_likely_an_option_is_to_be_best(matter: Matter, scores):
    found = matter(scored(scores))
    assert "likely" not in verdict_words(found) + flips(found)
