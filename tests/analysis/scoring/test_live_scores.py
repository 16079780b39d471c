"""Scores laid out to be weighed again and again."""

import math
from dataclasses import replace

import pytest
from tests.analysis.making import by, panel, sheet

from appraiser.analysis.scoring.given_scores import given_scores
from appraiser.analysis.scoring.live_scores import by_scorer, live_scores
from appraiser.domain.ids import ScorerId
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Scorer, Scoring
from appraiser.domain.terms import Round, ScoreFeed, ScoringPhase

NAMES = ("c1", "c2")


def workshop(phase: ScoringPhase = ScoringPhase.CLOSED):
    return replace(
        panel([1.0, 1.0], {"x": (90, 90), "y": (10, 10)}),
        scorers=(Scorer(id=ScorerId("ann")), Scorer(id=ScorerId("bob"))),
        scoring=Scoring(phase=phase),
        sheets={
            by("ann"): sheet(NAMES, {"x": (10, 20), "y": (50, None)}),
            by("bob"): sheet(NAMES, {"x": (30, 400), "y": (60, 70)}),
            by("ann", Round.AGAIN): sheet(NAMES, {"x": (40, None), "y": (None, None)}),
        },
    )


def test_what_each_person_gave_stands_by_option_criterion_and_scorer() -> None:
    found = given_scores(workshop())

    assert (found.options, found.leaves, found.scorers) == (("x", "y"), NAMES, ("ann", "bob"))
    assert found.numbers == (((40, 30), (20, None)), ((50, 60), (None, 70)))


def test_scores_of_one_round_can_be_asked_for() -> None:
    alone = given_scores(workshop(), (Round.ALONE,))
    again = given_scores(workshop(), (Round.AGAIN,))

    assert alone.numbers[0] == ((10, 30), (20, None))
    assert again.numbers[0] == ((40, None), (None, None))


def test_nothing_is_given_until_it_is_revealed() -> None:
    hidden = given_scores(workshop(ScoringPhase.ALONE))

    assert hidden.numbers == (((None, None), (None, None)),) * 2


def test_they_can_be_laid_out_by_scorer() -> None:
    tables = by_scorer(given_scores(workshop()))

    assert tables.shape == (2, 2, 2)
    assert tables[0, 0].tolist() == [40, 20]
    assert tables[1, 0, 0] == 30
    assert math.isnan(tables[1, 0, 1])
    assert by_scorer(given_scores(panel([1.0], {"x": (1,)}))).shape == (0, 1, 1)


def test_one_table_feeds_by_itself_and_several_by_their_middle() -> None:
    one = live_scores([[1.0, 2.0]])
    several = [[[10.0, None]], [[20.0, 50.0]], [[90.0, 70.0]]]

    assert one.by_scorer.shape == (0, 1, 2)
    assert one.fed.tolist() == [[1.0, 2.0]]
    assert live_scores(several).fed.tolist() == [[40.0, 60.0]]
    assert live_scores(several, ScoreFeed.MEDIAN).fed.tolist() == [[20.0, 60.0]]


@pytest.mark.parametrize("shape", [[], [1.0], [[]], [[[[1.0]]]]])
def test_what_is_no_table_is_refused(shape) -> None:
    with pytest.raises(Problem, match="tables of options by criteria"):
        live_scores(shape)


def test_a_score_that_is_not_finite_is_named_by_its_place() -> None:
    with pytest.raises(Problem, match=r"^scores\[0\]\[1\]: a score is a number from 0 to 100$"):
        live_scores([[1.0, math.inf]])
