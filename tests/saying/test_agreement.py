"""Who agrees, as a person reads it; scorers go by their roles."""

from dataclasses import replace

import pytest
from tests.analysis.making import by, panel, sheet
from tests.desktop.conftest import sample_appraisal
from tests.made_up import SECRET, led, with_names

from appraiser.analysis.assessing import assess
from appraiser.domain.criteria import WeightSet
from appraiser.domain.scores import CONSENSUS, Group, Scorer
from appraiser.domain.terms import ScoreFeed, ScoringPhase
from appraiser.saying.agreement import (
    agreement_words,
    dissent_rows,
    split_rows,
    view_rows,
)

CRITERIA = ("voice", "care")
FOR_ONE = {"one": (90, 90), "two": (20, 20), "usual": (10, 10)}
FOR_TWO = {"one": (20, 20), "two": (60, 60), "usual": (10, 10)}


def divided(phase=ScoringPhase.REVEALED, **scoring):
    """One in a group is for one option, one in no group for another."""
    made = panel({"voice": 1, "care": 1}, FOR_ONE)
    return with_names(
        replace(
            made,
            groups=(Group(id="clinicians", name="Clinicians"),),
            scorers=(
                Scorer(id="nurse", role="Chief nurse", group="clinicians"),
                Scorer(id="chair", role="Chair"),
            ),
            sheets={
                CONSENSUS: made.sheets[CONSENSUS],
                by("nurse"): sheet(CRITERIA, FOR_TWO),
                by("chair"): sheet(CRITERIA, FOR_ONE),
            },
            scoring=replace(made.scoring, phase=phase, **scoring),
        )
    )


@pytest.fixture
def of(catalogue):
    def make(rows, appraisal):
        results = assess(appraisal, catalogue)
        return rows(results) if rows is agreement_words else rows(appraisal, results)

    return make


def test_every_view_has_its_leader_and_what_the_totals_use_is_marked(of):
    rows = {row[0]: row[1:] for row in of(view_rows, divided())}
    assert rows["Consensus scores"] == ("Used", "ONE")
    assert rows["Scores of Clinicians"] == ("", "TWO")
    assert rows["Scores of those in no group"] == ("", "ONE")
    assert rows["Weights of Unnamed weight set"] == ("Used", "ONE")


def test_a_set_that_lacks_weights_cannot_be_used_yet(of):
    made = led()
    more = replace(made, weight_sets=(*made.weight_sets, WeightSet(id="s", name="Staff")))
    assert ("Weights of Staff", "", "Cannot be used yet") in of(view_rows, more)


def test_views_from_which_another_leads_are_named_and_scorers_go_by_role(of):
    rows = of(dissent_rows, divided(feed=ScoreFeed.MEAN))
    assert ("Their own scores: Clinicians", "TWO") in rows
    assert ("A scorer left out: Chair", "TWO") in rows
    assert SECRET not in str(rows)


def test_cells_people_are_split_on_say_why_and_not_who(of):
    rows = of(split_rows, divided())
    cell, scorers, lowest, median, highest, because = rows[0]
    assert (cell, scorers, lowest, median, highest) == ("ONE: voice", "2", "20", "55", "90")
    assert because == "Scores lie far apart; strong dissent"
    assert SECRET not in str(rows)


def test_nothing_of_a_round_that_is_not_revealed_is_shown(of):
    hidden = divided(ScoringPhase.ALONE)
    assert of(split_rows, hidden) == []
    assert ("Scores of Clinicians", "", "Not known") in of(view_rows, hidden)
    assert of(agreement_words, hidden) == (
        "There are not two scorers yet whose own rankings can be compared. No other option leads "
        "by any set of weights, or with any one criterion left out."
    )


def test_how_far_rankings_agree_is_said_with_its_ends(of):
    assert of(agreement_words, sample_appraisal("fenmarsh")) == (
        "Kendall's W of the 5 scorers' own rankings is 0.97, where 0 is no agreement and 1 is full "
        "agreement. No other option leads by anyone's scores or weights, or with any one scorer, "
        "group or criterion left out."
    )
    assert "No other option" not in of(agreement_words, sample_appraisal("northcliff"))


def test_without_weights_there_is_nothing_to_compare(of, fresh):
    assert of(agreement_words, fresh) == (
        "Nothing can be compared here until the weights can be worked out."
    )
    assert of(view_rows, fresh) == of(dissent_rows, fresh) == of(split_rows, fresh) == []
