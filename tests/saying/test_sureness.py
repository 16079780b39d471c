"""How sure the ranking is, as a person reads it."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.made_up import led, one_option, score_missing, tied

from appraiser.analysis.assessing import assess
from appraiser.analysis.examining import examine
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.terms import Stage, WeightSpread
from appraiser.saying.sureness import best_rows, central_rows, drawn, other_rows


@pytest.fixture
def examined(catalogue):
    def make(appraisal):
        return appraisal, examine(appraisal, assess(appraisal, catalogue))

    return make


def with_settings(appraisal, **changes):
    return replace(appraisal, robustness=replace(appraisal.robustness, **changes))


def test_it_says_what_was_counted_over_and_how_it_can_be_done_again(examined):
    said = drawn(*examined(with_settings(led(), draws=2048, seed=77)))
    assert said.startswith(
        "Counted over the weightings that keep the panel's order of the criteria: 2,048 draws, "
        "seed 77. The standard error is at most 0."
    )
    assert said.endswith(" in 100.")


def test_until_the_rest_is_there_it_says_that_more_is_to_come(catalogue):
    said = drawn(led(), assess(led(), catalogue))
    assert said.endswith("What other weights would say is still being worked out.")


def test_first_places_that_are_shared_are_said(examined):
    appraisal, results = examined(tied())
    shared = replace(results, robustness=replace(results.robustness, first_tied=0.25))
    assert drawn(appraisal, shared).endswith("First place was shared in 25.0 of 100.")


def test_an_option_without_a_total_is_named_as_left_out(examined):
    assert "Without a total, and so left out: ONE." in drawn(*examined(score_missing()))


def test_with_nothing_to_count_it_says_what_is_wanted_or_what_is_wrong(examined):
    appraisal, results = examined(one_option())
    assert drawn(appraisal, results).startswith("Nothing is counted until two options have a total")
    wrong = Finding("robustness", Severity.ERROR, Stage.RESULTS, "The band cannot be used.")
    found = replace(results, findings=(*results.findings, wrong))
    assert drawn(appraisal, found) == "The band cannot be used."


def test_the_weights_that_put_an_option_first_are_named_the_heaviest_first(examined):
    """Of any two weights A is first while the first is above 1/4: on the whole at 5/8."""
    made = panel((1, 1), {"b": (40, 60), "a": (70, 50), "usual": (0, 0)})
    rows = central_rows(*examined(with_settings(made, weights=WeightSpread.ANY)))
    assert [row[0] for row in rows] == ["A", "B", "USUAL"]
    assert rows[0][1] in ("c1 62% and c2 38%", "c1 63% and c2 37%", "c1 63% and c2 38%")
    assert rows[0][2] == "all"
    assert rows[2][1:] == ("", "Never first")


def test_every_other_spread_says_who_comes_first_most_often_and_how_often(examined):
    appraisal, results = examined(tied())
    rows = other_rows(appraisal, results)
    assert [row[0] for row in rows] == [
        each.label for each in WeightSpread if each is not WeightSpread.RANKED
    ]
    assert {row[1:] for row in rows} == {("ONE and TWO", "about 5 in 10")}


def test_the_margin_at_the_best_weights_says_ahead_behind_or_level(examined):
    rows = best_rows(*examined(tied()))
    assert {row[0]: row[1] for row in rows} == {
        "ONE": "40.0 ahead",
        "TWO": "40.0 ahead",
        "USUAL": "40.0 behind",
    }
    made = panel((1,), {"a": (50,), "b": (50,), "usual": (20,)})
    assert best_rows(*examined(made))[0][1:] == ("Level with the best", "Level with the best")


def test_before_it_is_examined_there_are_no_rows_of_that(catalogue):
    found = assess(led(), catalogue)
    assert other_rows(led(), found) == best_rows(led(), found) == []


def test_without_options_to_count_there_are_no_rows(examined):
    appraisal, results = examined(one_option())
    assert central_rows(appraisal, results) == []
