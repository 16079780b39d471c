"""Weights from a rank order, against the published tables of `research/method.md` 6A-3."""

import math

import pytest

from appraiser.analysis.weighting.rank_weights import surrogate_weights, weights_of_ranks
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Surrogate

ROC = {  # Barron and Barrett 1996: (1/n) times the sum of 1/i from the rank to n
    2: "0.7500 0.2500",
    3: "0.6111 0.2778 0.1111",
    4: "0.5208 0.2708 0.1458 0.0625",
    5: "0.4567 0.2567 0.1567 0.0900 0.0400",
    6: "0.4083 0.2417 0.1583 0.1028 0.0611 0.0278",
    7: "0.3704 0.2276 0.1561 0.1085 0.0728 0.0442 0.0204",
    8: "0.3397 0.2147 0.1522 0.1106 0.0793 0.0543 0.0335 0.0156",
    9: "0.3143 0.2032 0.1477 0.1106 0.0828 0.0606 0.0421 0.0262 0.0123",
    10: "0.2929 0.1929 0.1429 0.1096 0.0846 0.0646 0.0479 0.0336 0.0211 0.0100",
}
ROD = {  # Roberts and Goodwin 2002, to the three places that are published
    2: "0.693 0.307",
    3: "0.523 0.324 0.153",
    4: "0.418 0.299 0.191 0.092",
    5: "0.347 0.268 0.196 0.127 0.062",
    6: "0.297 0.241 0.189 0.139 0.091 0.045",
    7: "0.259 0.218 0.178 0.140 0.104 0.068 0.034",
}


def numbers(printed: str) -> list[float]:
    return [float(each) for each in printed.split()]


@pytest.mark.parametrize("count", ROC)
def test_centroid_weights_are_those_published(count: int) -> None:
    found = surrogate_weights(count, Surrogate.ROC)

    assert found == pytest.approx(numbers(ROC[count]), abs=0.00005)


@pytest.mark.parametrize("count", ROD)
def test_rank_order_distribution_weights_are_those_published(count: int) -> None:
    assert surrogate_weights(count) == pytest.approx(numbers(ROD[count]), abs=0.0006)


def test_rank_order_distribution_of_two_is_exactly_the_logarithm_of_two() -> None:
    assert surrogate_weights(2)[0] == pytest.approx(math.log(2), abs=1e-9)


def test_rank_sum_and_rank_reciprocal_weights_of_four_are_those_published() -> None:
    assert surrogate_weights(4, Surrogate.RS) == pytest.approx([0.4, 0.3, 0.2, 0.1])
    assert surrogate_weights(4, Surrogate.RR) == pytest.approx([0.48, 0.24, 0.16, 0.12])


def test_centroid_weights_of_four_are_not_the_ones_of_a_public_program() -> None:
    """method.md 4.4: one prints 48.33, 27.08, 14.58, 10.00 per cent; right is 52.08 … 6.25."""
    found = [f"{100 * each:.2f}" for each in surrogate_weights(4, Surrogate.ROC)]

    assert found == ["52.08", "27.08", "14.58", "6.25"]
    assert found != ["48.33", "27.08", "14.58", "10.00"]


@pytest.mark.parametrize(
    ("count", "fractions"),
    [(3, (11 / 18, 5 / 18, 1 / 9)), (4, (25 / 48, 13 / 48, 7 / 48, 1 / 16))],
)
def test_centroid_weights_are_exactly_the_published_fractions(count, fractions) -> None:
    assert surrogate_weights(count, Surrogate.ROC) == pytest.approx(fractions, abs=1e-15)


@pytest.mark.parametrize("surrogate", list(Surrogate))
@pytest.mark.parametrize("count", [1, 2, 30, 200])
def test_weights_fall_from_rank_to_rank_and_sum_to_one(surrogate: Surrogate, count: int) -> None:
    found = surrogate_weights(count, surrogate)

    assert math.fsum(found) == pytest.approx(1)
    assert list(found) == sorted(set(found), reverse=True)


def test_criteria_that_share_a_rank_share_its_weights() -> None:
    first, second, third = surrogate_weights(3)

    assert weights_of_ranks([2, 1, 2]) == pytest.approx(
        [(second + third) / 2, first, (second + third) / 2]
    )


@pytest.mark.parametrize("rank", [0, -1, math.nan, math.inf])
def test_a_rank_that_is_no_rank_is_refused(rank: float) -> None:
    with pytest.raises(Problem, match="ranks are numbers from 1"):
        weights_of_ranks([1, rank])
