"""Draws that were given: what they come to, and what is refused."""

import math

import pytest

from appraiser.analysis.robustness.given_draws import of_given_draws
from appraiser.domain.problem import Problem


def test_each_draw_counts_once_with_its_own_scores_and_weights() -> None:
    tables = [[[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]], [[0.0, 0.0], [0.0, 1.0]]]
    weights = [[0.8, 0.2], [0.4, 0.6], [0.5, 0.5]]

    found = of_given_draws(("A", "B"), ("x", "y"), tables, weights)

    assert found.of["A"].acceptabilities == pytest.approx((1 / 3, 2 / 3))
    assert found.of["A"].central_weights == pytest.approx({"x": 0.8, "y": 0.2})
    assert found.of["B"].central_weights == pytest.approx({"x": 0.45, "y": 0.55})
    assert found.of["A"].confidence == pytest.approx(2 / 3)
    assert found.of["B"].confidence == pytest.approx(1)
    assert found.standard_error == pytest.approx(math.sqrt(2 / 9 / 3))
    assert (found.draws, found.score_draws) == (3, 3)


def test_a_draw_in_which_two_tie_is_shared() -> None:
    found = of_given_draws(("A", "B"), ("x",), [[[1.0], [1.0]], [[2.0], [1.0]]], [[1.0], [1.0]])

    assert found.first == {"A": 0.75, "B": 0.25}
    assert found.of["A"].beats == {"B": 0.75}
    assert found.first_tied == 0.5


@pytest.mark.parametrize(
    ("scores", "weights"),
    [
        ([], []),
        ([[[1.0]]], [[1.0], [1.0]]),
        ([[[math.nan]]], [[1.0]]),
        ([[[1.0]]], [[math.inf]]),
    ],
)
def test_draws_that_cannot_be_counted_are_refused(scores, weights) -> None:
    with pytest.raises(Problem):
        of_given_draws(("A",), ("x",), scores, weights)
