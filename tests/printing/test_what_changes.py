"""What the lead is made of and what would end it, in sentences that can be checked by hand."""

from dataclasses import replace

from tests.analysis.making import panel
from tests.made_up import close, led, many, one_criterion, score_missing
from tests.printing.conftest import row

from appraiser.analysis.assessing import assess
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.naming import Names
from appraiser.domain.terms import MissingScores, Stage
from appraiser.exchange.reading import read_appraisal
from appraiser.printing.page import Page
from appraiser.printing.what_changes import print_what_changes
from appraiser.resources import sample


def test_the_parts_of_a_lead_are_named_and_sum_to_it(printed):
    """Half of 90 - 40 is 25, half of 40 - 60 is -10, and 15 is what is left."""
    said = printed(led())
    assert "The lead over TWO, 15.0 points, is made of: voice +25.0, care -10.0." in said
    assert "The lead over USUAL, 45.0 points, is made of: voice +35.0, care +10.0." in said


def test_the_nearest_weight_and_score_are_named_with_what_they_would_do(printed):
    """TWO draws level where 50 w = 20 (1 - w), so at 2/7; a score of weight 1/2 makes up 30."""
    said = printed(led())
    assert (
        "The nearest weight that changes it: voice counting for less than 28.6% (now 50.0%) would "
        "put TWO first." in said
    )
    assert (
        "The nearest score that changes it: 30 points more for TWO on care would bring it level."
    ) in said


def test_where_no_rival_can_rise_so_far_the_leader_would_have_to_fall(printed):
    made = panel({"voice": 1, "care": 1}, {"one": (100, 100), "two": (95, 95), "usual": (0, 0)})
    said = printed(made)
    assert "10 points less for ONE on " in said
    assert "would bring TWO level." in said


def test_a_change_below_a_point_is_said_to_be_one_and_the_scores_that_decide_are_counted(printed):
    said = printed(close())
    assert "less than 1 point more for TWO on care would bring it level." in said
    assert "Single scores that change who leads when moved by 1 point: 4." in said
    assert "Single scores that change who leads when moved by 1 point: none." in printed(led())


def test_what_holds_whatever_the_weights_is_said(printed):
    said = printed(led())
    assert "ONE is at least as good as USUAL on every criterion." in said
    assert "any weights that keep the order of the criteria" in said


def test_all_the_weight_on_one_criterion_leaves_no_weight_to_change(printed):
    said = printed(one_criterion())
    assert "nearest weight" not in said
    assert "60 points more for USUAL on voice would bring it level." in said


def test_each_bar_of_the_tornado_says_from_where_to_where_and_what_the_lead_is(printed):
    said = printed(read_appraisal(sample("leicester")))
    weight, low, high, first, second = row(said, "Staff voice, its weight")
    assert (weight, low, high) == ("Staff voice, its weight", "23.6%", "39.3%")
    assert (first, second) == ("+4.2", "+9.9")
    assert row(said, "Staff voice, FT plus")[1:3] == ["70", "88"]


def test_what_is_better_and_cheaper_is_named_and_what_has_no_cost_too(printed):
    said = printed(led())
    assert "Not costed with VAT and tax, and so not compared for cost: ONE, TWO and USUAL." in said
    assert "Nothing is both better and cheaper than" not in said
    leicester = printed(read_appraisal(sample("leicester")))
    assert (
        "Nothing is both better and cheaper than: Business as usual, Internal autonomous unit and "
        "FT plus."
    ) in leicester


def test_of_many_pairs_only_the_first_few_are_printed(printed):
    said = printed(many(12))
    assert said.count(" on every criterion.") == 5
    assert "The same holds for 61 more pairs." in said


def test_while_a_score_is_missing_it_says_when_this_will_be_worked_out(printed):
    said = printed(score_missing(MissingScores.SCORED_ONLY))
    assert "This is worked out once two options or more have a total" in said
    assert "The lead over" not in said


def test_what_stands_in_the_way_is_said_instead_where_something_does(catalogue, capsys):
    results = assess(led(), catalogue)
    wrong = Finding("sensitivity", Severity.ERROR, Stage.RESULTS, "It cannot be worked out.")
    found = replace(results, sensitivity=None, findings=(*results.findings, wrong))
    print_what_changes(Page(), Names(led()), found)
    assert capsys.readouterr().out.splitlines()[-1] == "It cannot be worked out."
