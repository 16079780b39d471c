"""How far each score that feeds the totals could lie to either side."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.making import by, panel

from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.score_ranges import ScoreRange, score_ranges
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref, ScorerId
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, Scoring
from appraiser.domain.terms import OutOfRange, Round, ScoreFeed, ScoringPhase, Stage, ValueShape

X = Cell(OptionId("x"), CriterionId("c1"))


def agreed(score: Score) -> Appraisal:
    """Make an appraisal of one score that the room agreed."""
    return replace(panel([1.0], {"x": (None,)}), sheets={CONSENSUS: ScoreSheet({X: score})})


def given_by_each(*scores: Score, feed: ScoreFeed = ScoreFeed.MEAN) -> Appraisal:
    """Make an appraisal of one cell that several people scored alone."""
    return replace(
        panel([1.0], {"x": (None,)}),
        scorers=tuple(Scorer(id=ScorerId(f"p{at}")) for at in range(len(scores))),
        scoring=Scoring(feed=feed, phase=ScoringPhase.CLOSED),
        sheets={by(f"p{at}"): ScoreSheet({X: score}) for at, score in enumerate(scores)},
    )


def test_the_range_of_what_the_room_agreed_is_taken_as_it_is() -> None:
    found = score_ranges(agreed(Score(value=60, low=50, high=80)))

    assert found.of == {X: ScoreRange(50, 60, 80)}
    assert found.findings == ()


def test_an_end_that_is_not_given_is_the_score_itself() -> None:
    assert score_ranges(agreed(Score(value=60, low=50))).of == {X: ScoreRange(50, 60, 60)}
    assert score_ranges(agreed(Score(value=60, high=80))).of == {X: ScoreRange(60, 60, 80)}


@pytest.mark.parametrize(
    "score", [Score(value=60), Score(value=60, low=60, high=60), Score(low=10, high=20), Score()]
)
def test_a_score_without_a_range_is_exact(score) -> None:
    assert score_ranges(agreed(score)).of == {}


def test_the_mean_is_taken_of_the_lows_the_scores_and_the_highs_alike() -> None:
    """One without a range counts as its own low and high."""
    made = given_by_each(Score(value=20, low=10, high=50), Score(value=40), Score(value=90, low=70))

    assert score_ranges(made).of == {X: ScoreRange(40, 50, 60)}


def test_the_median_is_taken_of_the_lows_the_scores_and_the_highs_alike() -> None:
    made = given_by_each(
        Score(value=20, low=10, high=90),
        Score(value=40, low=0),
        Score(value=90, low=30),
        feed=ScoreFeed.MEDIAN,
    )

    assert score_ranges(made).of == {X: ScoreRange(10, 40, 90)}


def test_what_was_scored_again_brings_its_own_range() -> None:
    made = given_by_each(Score(value=20, low=10, high=50), Score(value=40))
    again = {by("p0", Round.AGAIN): ScoreSheet({X: Score(value=60, low=58, high=60)})}

    found = score_ranges(replace(made, sheets={**made.sheets, **again}))

    assert found.of == {X: ScoreRange(49, 50, 50)}


def test_nothing_is_gathered_before_scores_are_revealed() -> None:
    made = given_by_each(Score(value=20, low=10, high=50))
    hidden = replace(made, scoring=replace(made.scoring, phase=ScoringPhase.ALONE))

    assert score_ranges(hidden).of == {}


@pytest.mark.parametrize(("low", "high"), [(70.0, 80.0), (50.0, 55.0), (80.0, 50.0)])
def test_a_range_that_does_not_hold_its_score_is_left_aside_and_named(low, high) -> None:
    found = score_ranges(agreed(Score(value=60, low=low, high=high)))

    (finding,) = found.findings
    assert found.of == {}
    assert (finding.code, finding.severity, finding.stage) == (
        "range",
        Severity.WARNING,
        Stage.SCORING,
    )
    assert (finding.ref, finding.field) == (Ref("sheets"), "x/c1")
    assert finding.words == (
        'The range of the score of "X" on "c1" does not hold the score itself, so it is left aside.'
    )


@pytest.mark.parametrize("end", [math.nan, math.inf, -math.inf, -1.0, 100.5])
@pytest.mark.parametrize("which", ["low", "high"])
def test_a_range_that_leaves_the_scale_is_left_aside_and_named(end, which) -> None:
    found = score_ranges(agreed(replace(Score(value=60), **{which: end})))

    (finding,) = found.findings
    assert found.of == {}
    assert finding.words == (
        'The range of the score of "X" on "c1" does not lie from 0 to 100, so it is left aside.'
    )


def test_one_such_range_of_several_counts_as_the_score_and_is_named_once() -> None:
    made = given_by_each(
        Score(value=20, low=10, high=50), Score(value=40, low=90), Score(value=60, high=10)
    )

    found = score_ranges(made)

    assert found.of == {X: ScoreRange(pytest.approx(110 / 3), 40, 50)}
    assert len(found.findings) == 1


def test_a_score_that_cannot_be_used_has_no_range_and_is_named_with_the_scores() -> None:
    made = given_by_each(Score(value=math.nan, low=10, high=50))

    assert score_ranges(made).of == {}
    assert score_ranges(made).findings == ()
    assert len(score_matrix(made).findings) == 1


def test_a_score_carried_on_past_the_scale_may_have_a_range_up_to_it() -> None:
    made = agreed(Score(performance=12, low=90))
    line = replace(
        made.criteria[0],
        shape=ValueShape.LINEAR,
        points=((0.0, 0.0), (10.0, 100.0)),
        out_of_range=OutOfRange.EXTRAPOLATE,
    )

    found = score_ranges(replace(made, criteria=(line,)))

    assert found.of == {X: ScoreRange(90, 120, 120)}


ends = st.integers(0, 100).map(float)
ranged = st.lists(st.tuples(ends, ends, ends).map(sorted), min_size=1, max_size=6)


@given(ranged, st.sampled_from([ScoreFeed.MEAN, ScoreFeed.MEDIAN]))
def test_a_range_never_falls_and_its_score_is_the_one_that_feeds_the_totals(given_, feed) -> None:
    made = given_by_each(*(Score(low=a, value=b, high=c) for a, b, c in given_), feed=feed)

    for low, score, high in score_ranges(made).of.values():
        assert low <= score <= high
        assert low < high
        assert score == score_matrix(made).rows[0][0]
