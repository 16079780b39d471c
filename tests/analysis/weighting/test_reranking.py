"""Totals and ranks follow the weights as they are dragged."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraiser.analysis.scoring.live_scores import live_scores
from appraiser.analysis.weighting.reranking import rerank
from appraiser.domain.problem import Problem
from appraiser.domain.terms import MissingScores, ScoreFeed

TABLE = ((100, 20, 0), (40, 100, 60), (0, 60, 100))


def test_one_table_has_the_totals_and_ranks_worked_out_by_hand() -> None:
    """method.md 6A-10: totals 56, 62 and 38."""
    found = rerank(live_scores(TABLE), (50, 30, 20))

    assert found.totals == pytest.approx((56, 62, 38))
    assert found.ranks == (2, 1, 3)
    assert found.by_scorer == found.ranks_by_scorer == ()


PANEL = (
    ((10.0, 20.0), (30.0, 40.0)),
    ((50.0, 60.0), (30.0, 20.0)),
    ((90.0, 10.0), (60.0, 30.0)),
)


def test_every_scorer_has_totals_beside_those_of_the_panel() -> None:
    found = rerank(live_scores(PANEL), (1, 1))

    assert found.by_scorer == (
        pytest.approx((15, 35)),
        pytest.approx((55, 25)),
        pytest.approx((50, 45)),
    )
    assert found.ranks_by_scorer == ((2, 1), (1, 2), (1, 2))
    assert found.totals == pytest.approx((40, 35))
    assert found.ranks == (1, 2)


def test_the_median_of_each_cell_can_feed_instead() -> None:
    found = rerank(live_scores(PANEL, ScoreFeed.MEDIAN), (1, 3))

    assert found.totals == pytest.approx((50 / 4 + 60 / 4, 30 / 4 + 90 / 4))
    assert found.ranks == (2, 1)


def test_a_missing_score_withholds_a_total_and_its_rank_unless_the_panel_says_otherwise() -> None:
    scores = live_scores([[[10.0, None], [30.0, 40.0]], [[None, 20.0], [None, None]]])

    held = rerank(scores, (1, 1))
    raised = rerank(scores, (1, 1), MissingScores.SCORED_ONLY)

    assert held.by_scorer == ((None, 35), (None, None))
    assert held.ranks_by_scorer == ((None, 1), (None, None))
    assert held.totals == (15, 35)
    assert raised.by_scorer == ((10, 35), (20, None))
    assert raised.ranks_by_scorer == ((2, 1), (1, None))


@pytest.mark.parametrize("shares", [(1.0,), (1.0, 1.0, 1.0, 1.0)])
def test_there_is_one_weight_for_each_criterion(shares) -> None:
    with pytest.raises(Problem, match="not one weight for each criterion"):
        rerank(live_scores(TABLE), shares)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -1.0])
def test_a_weight_that_is_none_is_refused(wrong) -> None:
    with pytest.raises(Problem, match="a weight is a number from nought up"):
        rerank(live_scores(TABLE), (1.0, wrong, 1.0))


def test_weights_of_nought_are_refused() -> None:
    with pytest.raises(Problem, match="all nought"):
        rerank(live_scores(TABLE), (0, 0, 0))


row = st.lists(st.floats(0, 100), min_size=3, max_size=3)
weights = st.lists(st.floats(0.01, 100), min_size=3, max_size=3)


@given(st.lists(row, min_size=1, max_size=5), row, weights, st.sampled_from([0.001, 7.0, 1e6]))
@settings(max_examples=60)
def test_on_fixed_scales_another_option_moves_no_total_and_scale_of_weights_none(
    rows, another, given_, by
) -> None:
    before = rerank(live_scores(rows), given_)
    after = rerank(live_scores([*rows, another]), [each * by for each in given_])

    assert after.totals[:-1] == pytest.approx(before.totals)


@given(st.lists(row, min_size=2, max_size=5), weights, st.randoms())
@settings(max_examples=60)
def test_the_order_of_options_and_criteria_changes_no_total(rows, given_, random) -> None:
    options = random.sample(range(len(rows)), len(rows))
    criteria = random.sample(range(3), 3)
    mixed = [[rows[i][j] for j in criteria] for i in options]

    found = rerank(live_scores(mixed), [given_[j] for j in criteria])

    expected = rerank(live_scores(rows), given_)
    assert found.totals == pytest.approx(tuple(expected.totals[i] for i in options))
