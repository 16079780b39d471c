"""What other weights would come to, as a person reads it."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.made_up import led, one_option, tied
from tests.saying.test_agreement import divided

from appraiser.analysis.assessing import assess
from appraiser.analysis.reweighing import Reweighing
from appraiser.analysis.verdict import VerdictKind
from appraiser.desktop.what_if_words import flip_words, tried_words
from appraiser.domain.terms import ScoringPhase, WeightSpread


@pytest.fixture
def tried(catalogue):
    def make(appraisal, **wanted):
        return Reweighing(appraisal, assess(appraisal, catalogue)).under(wanted)

    return make


def test_where_another_option_would_lead_is_said(leicester, catalogue):
    results = assess(leicester, catalogue)
    assert flip_words(leicester, results, "staff-voice") == (
        "Below 12% Internal autonomous unit would lead; above 72% Orthopaedics CIC by guarantee "
        "would lead."
    )
    assert flip_words(leicester, results, "community") == "FT plus leads whatever this weighs."


@pytest.mark.parametrize("appraisal", [tied(), one_option()])
def test_where_none_leads_alone_no_weight_is_said_to_change_that(appraisal, catalogue):
    assert flip_words(appraisal, assess(appraisal, catalogue), "voice") == ""


def test_who_would_lead_by_how_much_and_how_often_is_said(tried):
    """With voice at 20%, TWO has 56 and ONE 50; no weighting in that order puts ONE first."""
    said = tried_words(led(), tried(led(), voice=0.2))
    assert said.startswith("TWO would lead by 6 points, ")
    assert said.endswith("of the weightings that keep this order of the criteria.")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (VerdictKind.CLEAR, "TWO would lead by 6 points, a clear lead."),
        (VerdictKind.NARROW, "TWO would lead by 6 points, a narrow lead."),
        (VerdictKind.NONE, "TWO would lead by 6 points, too little to call a lead."),
        (VerdictKind.NOT_YET, "TWO would lead by 6 points."),
    ],
)
def test_a_lead_is_called_no_more_than_the_verdict_calls_it(tried, kind, words):
    found = tried(led(), voice=0.2)
    verdict = replace(found.verdict, kind=kind, acceptability=None)
    assert tried_words(led(), replace(found, verdict=verdict, scorers=0)) == words


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (WeightSpread.ANY, "of all weightings that there could be."),
        (WeightSpread.AROUND, "of the weightings around these."),
        (WeightSpread.WITHIN, "of the weightings within a band around these."),
    ],
)
def test_it_is_said_which_weightings_are_counted(tried, spread, words):
    made = replace(led(), robustness=replace(led().robustness, weights=spread))
    assert tried_words(made, tried(made, voice=0.2)).endswith(words)


def test_a_share_just_under_a_bar_is_not_rounded_up_to_it(tried):
    found = tried(led(), voice=0.2)
    verdict = replace(found.verdict, acceptability=0.797)
    said = tried_words(led(), replace(found, verdict=verdict))
    assert "in just under 8 in 10 of " in said


def test_options_that_would_tie_are_said_to(tried):
    made = panel({"voice": 1, "care": 3}, {"one": (80, 40), "two": (40, 80), "usual": (20, 20)})
    assert tried_words(made, tried(made, voice=0.5)) == "ONE and TWO would share the highest total."


def test_one_option_alone_is_not_said_to_lead(tried):
    said = tried_words(one_option(), tried(one_option(), voice=0.9))
    assert said == "ONLY would still be the only option to compare."


def test_without_scores_nobody_would_lead(tried):
    bare = replace(led(), sheets={})
    assert tried_words(bare, tried(bare, voice=0.9)) == "No option leads under these weights."


@pytest.mark.parametrize(
    ("agreeing", "scorers", "words"),
    [
        (0, 7, "None of the 7 scorers puts it first by their own scores."),
        (1, 7, "1 of 7 scorers puts it first by their own scores."),
        (6, 7, "6 of 7 scorers put it first by their own scores."),
        (7, 7, "All 7 scorers put it first by their own scores."),
        (1, 1, "The only scorer puts it first."),
        (0, 1, "The only scorer does not put it first."),
    ],
)
def test_how_many_would_agree_is_counted_and_nobody_named(tried, agreeing, scorers, words):
    found = replace(tried(led(), voice=0.2), agreeing=agreeing, scorers=scorers)
    assert tried_words(led(), found).endswith(words)


def test_nobody_is_counted_before_the_round_is_revealed(tried):
    hidden, shown = divided(ScoringPhase.ALONE), divided(ScoringPhase.REVEALED)
    assert "scorers" not in tried_words(hidden, tried(hidden, voice=0.4))
    assert "1 of 2 scorers puts it first" in tried_words(shown, tried(shown, voice=0.4))
