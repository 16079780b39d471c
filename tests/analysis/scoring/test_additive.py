"""A total is the sum of weight times score; what is missing is never nought."""

import pytest

from appraiser.analysis.scoring.additive import total_of
from appraiser.domain.terms import MissingScores

WEIGHTS = (0.5, 0.3, 0.2)
REACH = ((0.0, 100.0),) * 3


def test_the_small_case_worked_out_by_hand_has_its_totals() -> None:
    """method.md 6A-10: totals 56, 62 and 38."""
    for scores, total in (((100, 20, 0), 56), ((40, 100, 60), 62), ((0, 60, 100), 38)):
        found = total_of(WEIGHTS, scores, REACH, MissingScores.WITHHOLD)

        assert found.total == pytest.approx(total)
        assert sum(found.points) == pytest.approx(total)
        assert found.lowest == found.highest == pytest.approx(total)
        assert found.scored_weight == pytest.approx(1)


@pytest.mark.parametrize("policy", [MissingScores.WITHHOLD, MissingScores.BOUNDS])
def test_a_missing_score_withholds_the_total_and_bounds_what_it_could_be(policy) -> None:
    found = total_of(WEIGHTS, (100, None, 50), REACH, policy)

    assert found.total is None
    assert found.points == (None, None, None)
    assert (found.lowest, found.highest) == (pytest.approx(60), pytest.approx(90))
    assert found.scored_weight == pytest.approx(0.7)


def test_scores_that_are_there_can_stand_for_the_whole_if_the_panel_says_so() -> None:
    found = total_of(WEIGHTS, (100, None, 50), REACH, MissingScores.SCORED_ONLY)

    assert found.total == pytest.approx(60 / 0.7)
    assert found.points == (pytest.approx(50 / 0.7), None, pytest.approx(10 / 0.7))


def test_a_scale_that_does_not_reach_so_far_narrows_the_bounds() -> None:
    found = total_of(WEIGHTS, (100, None, 50), ((0, 100), (20, 80), (0, 100)), MissingScores.BOUNDS)

    assert (found.lowest, found.highest) == (pytest.approx(66), pytest.approx(84))


@pytest.mark.parametrize("policy", list(MissingScores))
def test_an_option_that_nobody_scored_has_no_total_under_any_policy(policy) -> None:
    found = total_of(WEIGHTS, (None, None, None), REACH, policy)

    assert found.total is None
    assert (found.lowest, found.highest) == (0, pytest.approx(100))


@pytest.mark.parametrize("policy", list(MissingScores))
def test_a_missing_score_that_carries_no_weight_withholds_nothing(policy) -> None:
    assert total_of((1.0, 0.0), (40, None), REACH[:2], policy).total == 40


def test_no_criteria_make_no_total() -> None:
    assert total_of((), (), (), MissingScores.SCORED_ONLY).total is None
