"""A page of results says first who leads and how surely, then what that rests on."""

from dataclasses import replace

import pytest
from tests.made_up import SECRET, close, led, many, one_option, score_missing, tied, with_names
from tests.printing.conftest import row

from appraiser.domain.criteria import Criterion
from appraiser.domain.scores import Interest
from appraiser.domain.starting import new_appraisal
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import MissingScores, Scope
from appraiser.domain.trust import Programme
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

SAMPLES = ("leicester", "fenmarsh", "northcliff")
BEGUN = new_appraisal("Hill Trust", Scope.WHOLE_ORGANISATION)


@pytest.mark.parametrize(
    ("name", "verdict", "leader"),
    [
        ("leicester", "Narrow leader: FT plus, ahead by 7 points.", "FT plus"),
        (
            "fenmarsh",
            "Clear leader: Physiotherapy CIC by guarantee, ahead by 10 points.",
            "Physiotherapy CIC by guarantee",
        ),
        ("northcliff", "No clear leader: FT plus, ahead by 2 points.", "FT plus"),
    ],
)
def test_the_samples_say_who_leads_by_how_much_and_how_surely(printed, name, verdict, leader):
    appraisal = read_appraisal(sample(name))
    said = printed(appraisal)
    assert verdict in said.splitlines()
    assert row(said, leader)[2] == "1"
    headings = [
        "What drives the answer, and what would change it",
        "How sure the ranking is",
        "Who agrees",
        "Costs, and what they are worth today",
        "Expert support",
    ]
    assert [line for line in said.splitlines() if line in headings] == headings


def test_a_barred_option_keeps_its_total_and_has_no_rank_with_gates(printed):
    said = printed(read_appraisal(sample("leicester")))
    society = row(said, "Whole-trust community benefit society")
    assert society[1:5] == ["60", "barred", "3", "not counted"]
    assert society[5].startswith("barred on lawful, affordable and contractable; warned on safe")


def test_weights_stand_beside_where_another_option_leads(printed):
    said = printed(read_appraisal(sample("leicester")))
    assert "How the weights come about: each swing divided by the sum of those beside it." in said
    assert row(said, "Staff voice", "Weight") == ["Staff voice", "31%", "below 12%, above 72%"]
    assert row(said, "Community", "Weight") == ["Community", "8%", "at no weight"]


def test_a_new_appraisal_says_why_there_is_no_verdict_and_asks_for_nothing_else(printed):
    said = printed(BEGUN)
    assert said.startswith("Hill Trust\n")
    assert "There is no verdict yet. The shortlist has no option besides business as usual" in said
    assert "There are no criteria yet." in said
    assert row(said, "Business as usual")[1] == "none"
    assert "Support: £0; the programme sets no cap." in said
    for heading in ("What drives", "How sure", "Who agrees"):
        assert heading not in said


def test_options_that_tie_share_the_highest_total_and_no_weight_is_said_to_keep_a_lead(printed):
    said = printed(tied())
    assert "No clear leader: ONE and TWO share the highest total." in said
    assert "No option leads alone, so there is no lead to take apart." in said
    assert "at no weight" not in said
    assert row(said, "voice", "How the weights") == ["voice", "50%"]


def test_one_option_alone_is_not_said_to_lead(printed):
    said = printed(one_option())
    assert "Only one option has a total and passes its gates" in said
    assert "This is worked out once two options or more have a total" in said
    assert "leader:" not in said
    assert "How sure" not in said


@pytest.mark.parametrize(
    ("policy", "total", "says"),
    [
        (MissingScores.WITHHOLD, "40 to 90 (1 score missing)", "give no total"),
        (MissingScores.BOUNDS, "40 to 90 (1 score missing)", "give the lowest and highest total"),
        (MissingScores.SCORED_ONLY, "80 (1 score missing)", "use the criteria that are scored"),
    ],
)
def test_a_total_over_missing_scores_says_so_and_by_which_policy(printed, policy, total, says):
    said = printed(score_missing(policy))
    assert row(said, "ONE")[1] == total
    assert f"When a score is missing: {says}" in said
    withheld = policy is not MissingScores.SCORED_ONLY
    assert ("Without a total, and so not ranked: ONE." in said) == withheld
    assert ("Scores are missing for ONE." in said) == withheld


def test_without_any_score_there_is_no_range_either(printed):
    made = replace(led(), sheets={}, criteria=(*led().criteria, Criterion(id="more")))
    said = printed(made)
    assert "There is no verdict yet." in said
    assert row(said, "ONE")[1] == "none (3 scores missing)"


def test_a_lead_below_a_point_is_said_to_be_one(printed):
    said = printed(close())
    assert "No clear leader: ONE, ahead by less than 1 point." in said


def test_what_people_typed_is_never_taken_for_markup(printed):
    made = led()
    options = (replace(made.options[0], name="[bold]One[/]"), *made.options[1:])
    trust = replace(made.trust, name="[red]Hill[/red] Trust")
    said = printed(replace(made, options=options, trust=trust))
    assert said.startswith("[red]Hill[/red] Trust\n")
    assert "[bold]One[/], ahead by" in said


def test_support_over_its_cap_is_said_to_be(printed):
    line = SupportLine(id="line", expenses=1_200_00, vat_rate=0.0)
    said = printed(replace(led(), programme=Programme(cap=1_000_00), support_lines=(line,)))
    assert "Support: £1,200 of £1,000." in said
    assert "The plan is £200 over the cap." in said


def test_a_broken_seal_and_stale_weights_are_said(printed):
    appraisal = read_appraisal(sample("leicester"))
    assert "not sealed" not in printed(appraisal)
    assert "The criteria and weights are not sealed." in printed(replace(appraisal, seals=()))
    changed = (replace(appraisal.criteria[0], anchor_100="Something else"), *appraisal.criteria[1:])
    stale = printed(replace(appraisal, criteria=changed))
    assert "Something has changed since the weights were sealed." in stale


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["printed", "JSON"])
def test_no_scorer_is_ever_named(printed, name, options):
    appraisal = with_names(read_appraisal(sample(name)))
    interest = Interest(id="one-more", scorer=appraisal.scorers[0].id, description="Owns shares")
    said = printed(replace(appraisal, interests=(*appraisal.interests, interest)), *options)
    assert appraisal.scorers
    assert SECRET not in said


def test_many_options_are_printed_without_a_line_for_every_pair_of_them(printed):
    said = printed(many(30))
    assert len(said.splitlines()) < 250
    assert "The same holds for " in said
    assert len(row(said, "USUAL", "Of 100 draws")) == 1 + 8 + 1 + 1
