"""What drives the lead and what would end it, as a person reads it."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.desktop.conftest import sample_appraisal
from tests.made_up import close, led, many, one_criterion, one_option, score_missing, tied

from appraiser.analysis.assessing import assess
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.terms import MissingScores, Stage
from appraiser.saying.changes import (
    MOST_BARS,
    certain,
    lead_rows,
    switch_rows,
    tornado_rows,
    value_rows,
    weight_rows,
)

ROWS = (lead_rows, weight_rows, switch_rows, tornado_rows, value_rows)


@pytest.fixture
def rows_of(catalogue):
    def make(rows, appraisal):
        return rows(appraisal, assess(appraisal, catalogue))

    return make


@pytest.fixture
def said(catalogue):
    def make(appraisal):
        return " ".join(certain(appraisal, assess(appraisal, catalogue)))

    return make


def test_each_criterion_has_what_it_adds_to_both_leads_and_all_have_their_sum(rows_of):
    """Half of 90 - 40 is 25, half of 40 - 60 is -10; over USUAL they are 35 and 10."""
    assert rows_of(lead_rows, led()) == [
        ("voice", "+25.0", "+35.0"),
        ("care", "-10.0", "+10.0"),
        ("In all", "+15.0 over TWO", "+45.0 over USUAL"),
    ]


def test_a_runner_up_that_is_business_as_usual_is_shown_once(rows_of):
    rows = rows_of(lead_rows, one_criterion())
    assert rows == [("voice", "+60.0", ""), ("In all", "+60.0 over USUAL", "")]


def test_business_as_usual_that_leads_is_not_set_against_itself(rows_of):
    made = panel({"voice": 1}, {"one": (20,), "usual": (80,)})
    assert rows_of(lead_rows, made)[-1] == ("In all", "+60.0 over ONE", "")


def test_weights_say_what_they_are_and_what_they_would_have_to_pass(rows_of):
    """TWO is level where 50 w = 20 (1 - w), at 2/7."""
    assert rows_of(weight_rows, led()) == [
        ("voice", "50%", "less than 29%", "TWO"),
        ("care", "50%", "more than 71%", "TWO"),
    ]


def test_a_weight_that_need_hardly_move_is_not_said_to_pass_what_it_is(rows_of):
    assert [row[2] for row in rows_of(weight_rows, close())] == ["slightly less", "slightly more"]


def test_branches_of_the_tree_are_among_the_weights(rows_of):
    names = {row[0] for row in rows_of(weight_rows, sample_appraisal("fenmarsh"))}
    assert "For the service" in names


def test_each_rival_has_its_own_smallest_change_of_a_score_the_nearest_first(rows_of):
    rows = rows_of(switch_rows, led())
    assert rows[0] == ("TWO", "15.0", "rise by 30 on care", "fall by 30 on care")
    assert rows[1][2:] == ("Not possible", "fall by 90 on voice")


def test_a_change_below_a_point_is_said_to_be_one(rows_of):
    assert rows_of(switch_rows, close())[0][2] == "rise by less than 1 on care"


def test_the_tornado_says_what_moves_where_from_and_whether_the_leader_changes(rows_of):
    rows = {row[0]: row[1:] for row in rows_of(tornado_rows, sample_appraisal("northcliff"))}
    assert rows["Staff voice: its weight"] == ("-2.2 at 20%", "+6.6 at 34%", "Yes")
    assert rows["Safe care: FT plus"][0].endswith(" at 36")
    assert len(rows_of(tornado_rows, sample_appraisal("leicester"))) == MOST_BARS


def test_value_stands_against_cost_with_what_beats_each(rows_of):
    rows = {row[0]: row[1:] for row in rows_of(value_rows, sample_appraisal("leicester"))}
    assert rows["FT plus"] == ("71", "£1,240,864", "Nothing")
    assert rows["Joint venture"][2] == "FT plus and Internal autonomous unit"


def test_an_option_without_a_cost_keeps_its_total_and_is_not_compared(rows_of):
    assert ("ONE", "65", "Not known", "Not compared") in rows_of(value_rows, led())


@pytest.mark.parametrize("rows", ROWS)
def test_without_scores_there_are_no_rows(rows_of, fresh, rows):
    assert rows_of(rows, fresh) == []
    assert rows_of(rows, one_option()) == []


def test_what_holds_whatever_the_weights_is_said(said):
    assert said(led()) == (
        "ONE is at least as good as USUAL on every criterion. TWO is at least as good as USUAL on "
        "every criterion. ONE is ahead of USUAL by any weights that keep the order of the "
        "criteria. No single score changes who leads by moving 1 point. Leaving any option out "
        "changes nothing in the order of the others."
    )


def test_single_scores_that_decide_are_counted(said):
    assert "4 single scores would change who leads by moving 1 point." in said(close())


def test_with_two_options_nothing_is_said_of_leaving_one_out(said):
    assert "Leaving any option out" not in said(one_criterion())


def test_options_that_tie_have_no_lead_to_take_apart(said, rows_of):
    assert said(tied()).startswith("No option leads alone, so there is no lead to take apart.")
    assert [rows_of(rows, tied()) for rows in (lead_rows, weight_rows, tornado_rows)] == [[]] * 3


def test_an_option_without_a_total_is_named_as_left_out(said):
    assert "Without a total, and so left out here: ONE." in said(score_missing())


@pytest.mark.parametrize("appraisal", [one_option(), score_missing(MissingScores.SCORED_ONLY)])
def test_until_it_can_be_worked_out_it_says_when_that_is(said, appraisal):
    assert said(appraisal).startswith("This is worked out once two options or more have a total")


def test_what_stands_in_the_way_is_said_instead_where_something_does(catalogue):
    results = assess(led(), catalogue)
    wrong = Finding("sensitivity", Severity.ERROR, Stage.RESULTS, "It cannot be worked out.")
    found = replace(results, sensitivity=None, findings=(*results.findings, wrong))
    assert list(certain(led(), found)) == ["It cannot be worked out."]


def test_an_order_that_changes_when_an_option_is_left_out_is_said_to(catalogue):
    results = assess(led(), catalogue)
    sensitivity = results.sensitivity
    changed = tuple(replace(each, order_changed=True) for each in sensitivity.without_each)
    found = replace(results, sensitivity=replace(sensitivity, without_each=changed))
    assert "The order of the others changes when an option is left out." in certain(led(), found)


def test_of_many_options_a_few_are_named(said, rows_of):
    words = said(many(30))
    assert words.count(" on every criterion.") == 3
    assert "The same can be said of 26 more options, over others." in words
    assert len(words) < 900
