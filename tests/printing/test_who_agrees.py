"""Who agrees is said by group, by set of weights and by what is left out; scorers by role."""

from dataclasses import replace

from tests.analysis.making import by, panel, sheet
from tests.made_up import SECRET, led, with_names
from tests.printing.conftest import row

from appraiser.domain.criteria import WeightSet
from appraiser.domain.scores import CONSENSUS, Group, Scorer
from appraiser.domain.terms import ScoreFeed, ScoringPhase
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

CRITERIA = ("voice", "care")
FOR_ONE = {"one": (90, 90), "two": (20, 20), "usual": (10, 10)}
FOR_TWO = {"one": (20, 20), "two": (60, 60), "usual": (10, 10)}


def split(phase=ScoringPhase.REVEALED):
    """Two are strongly for one option and one is for the other; only one is in a group."""
    made = panel({"voice": 1, "care": 1}, FOR_ONE)
    scorers = (
        Scorer(id="nurse", role="Chief nurse", group="clinicians"),
        Scorer(id="chair", role="Chair"),
        Scorer(id="unnamed"),
    )
    sheets = {
        CONSENSUS: made.sheets[CONSENSUS],
        by("nurse"): sheet(CRITERIA, FOR_TWO),
        by("chair"): sheet(CRITERIA, FOR_ONE),
        by("unnamed"): sheet(CRITERIA, FOR_ONE),
    }
    return with_names(
        replace(
            made,
            groups=(Group(id="clinicians", name="Clinicians"),),
            scorers=scorers,
            sheets=sheets,
            scoring=replace(made.scoring, phase=phase),
        )
    )


def test_each_way_to_bring_scores_together_each_group_and_each_set_has_its_leader(printed):
    said = printed(split())
    assert row(said, "Consensus scores (used for the totals)")[1] == "ONE"
    assert row(said, "Scores of Clinicians")[1] == "TWO"
    assert row(said, "Scores of those in no group")[1] == "ONE"
    assert row(said, "Weights of Unnamed weight set (used for the totals)")[1] == "ONE"


def test_views_from_which_another_option_leads_stand_in_a_table(printed):
    said = printed(split())
    assert row(said, "Their own scores: Clinicians", "Another option leads by")[1] == "TWO"
    assert "No other option leads" not in said


def test_scorers_go_by_role_where_leaving_one_out_changes_the_leader(printed):
    """The mean of one for TWO and one for ONE puts ONE first, but not without the chair."""
    made = split()
    kept = {key: each for key, each in made.sheets.items() if key.scorer != "unnamed"}
    said = printed(
        replace(
            made,
            sheets=kept,
            scorers=made.scorers[:2],
            scoring=replace(made.scoring, feed=ScoreFeed.MEAN),
        )
    )
    assert row(said, "A scorer left out: Chair")[1] == "TWO"
    assert SECRET not in said


def test_a_set_of_weights_that_lacks_some_cannot_be_used_yet(printed):
    made = led()
    said = printed(replace(made, weight_sets=(*made.weight_sets, WeightSet(id="s", name="Staff"))))
    assert row(said, "Weights of Staff")[1] == "cannot be used yet"


def test_the_cells_people_are_split_on_are_said_without_who_gave_what(printed):
    said = printed(split())
    assert row(said, "ONE, voice", "Cells to talk about")[1:4] == ["20", "90", "90"]
    assert SECRET not in said


def test_nothing_of_a_round_that_is_not_revealed_is_printed(printed):
    said = printed(split(ScoringPhase.ALONE))
    assert "Cells to talk about" not in said
    assert row(said, "Scores of Clinicians")[1] == "not known"
    assert row(said, "Mean of the last round")[1] == "not known"
    assert "Kendall" not in said
    assert "No other option leads by any set of weights, or with any one criterion left" in said
    assert "anyone's scores" not in said


def test_agreement_of_the_rankings_is_a_coefficient_with_its_ends(printed):
    said = printed(read_appraisal(sample("northcliff")))
    assert "Kendall's W of 6 rankings of the options: 0.87 (0 is no agreement, 1 is full" in said


def test_where_nobody_and_nothing_changes_the_leader_that_is_said(printed):
    assert "No other option leads by anyone's scores or weights" in printed(
        read_appraisal(sample("fenmarsh"))
    )


def test_of_many_views_the_first_are_printed_and_the_rest_counted(printed):
    other = {"voice": 0, "care": 1}
    rows = {"o0": (90, 20), "o1": (20, 90), "usual": (5, 5)}
    made = panel({"voice": 1, "care": 0}, rows)
    sets = tuple(WeightSet(id=f"s{at}", name=f"Set {at}", raw=other) for at in range(20))
    said = printed(replace(made, weight_sets=(*made.weight_sets, *sets)))
    assert "And by " in said
    assert " more views." in said
