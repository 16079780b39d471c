"""What weights are drawn, seen by the weights that a far better option is first at: all of them."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.robustness.tables import even, named, rows, weights_of

from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightBelief,
    WeightsAround,
    WeightsWithin,
    criteria_of,
)
from appraiser.analysis.weighting.rank_weights import surrogate_weights
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Surrogate, WeightSpread


def mean_weights(belief: WeightBelief, draws: int = 2**14) -> list[float]:
    """Give the mean of all weights drawn, in the order of the criteria."""
    best = dict.fromkeys(criteria_of(belief), 100.0)
    found = simulate(belief, {"best": best, "rest": dict.fromkeys(best, 0.0)}, Effort(draws))
    return weights_of(found, "best")


def beyond(belief: WeightBelief, criterion: str, share: float, draws: int = 2**16) -> Robustness:
    """Put an option first where one criterion weighs more than a share, and another elsewhere."""
    flat = dict.fromkeys(criteria_of(belief), 100 * share)
    pointed = {**dict.fromkeys(flat, 0.0), criterion: 100.0}
    return simulate(belief, {"more": pointed, "not": flat}, Effort(draws))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 12])
def test_weights_in_rank_order_have_the_rank_order_centroid_as_their_mean(count) -> None:
    """Barron and Barrett 1996: the centroid of all weights that fall; method.md 6A-3."""
    falling = RankedWeights(named(*range(count, 0, -1)))

    centroid = surrogate_weights(count, Surrogate.ROC)

    assert mean_weights(falling) == pytest.approx(centroid, abs=0.002)


@pytest.mark.parametrize(
    "raw", [(3, 3, 1), (5, 2, 2), (5, 2, 2, 2, 1, 1), (4, 4, 3, 3, 3, 3, 1), (1, 1, 1)]
)
def test_criteria_that_weigh_the_same_share_the_weights_of_their_ranks(raw) -> None:
    centroid = surrogate_weights(len(raw), Surrogate.ROC)
    tied = [
        np.mean([weight for weight, other in zip(centroid, raw, strict=True) if other == each])
        for each in raw
    ]

    assert mean_weights(RankedWeights(named(*raw)), 2**16) == pytest.approx(tied, abs=0.002)


def test_criteria_that_weigh_the_same_fall_in_every_order_alike() -> None:
    """Of three under a heavier one, each of the six orders has a sixth of all weights."""
    belief = RankedWeights(named(9, 1, 1, 1))
    shares = []
    for order in permutations("123"):
        table = rows({"never": (-100, -100, -100, -100)})
        for place, criterion in enumerate(order[:2]):
            lighter = order[place + 1]
            name = f"{criterion} over {lighter}"
            table[name] = dict.fromkeys("0123", 0.0) | {criterion: 50.0, lighter: -50.0}
        one, other = (name for name in table if "over" in name)
        table["middle"] = dict.fromkeys("0123", 0.0)
        found = simulate(belief, table, Effort(2**16))
        above_both = found.of["middle"].beats
        shares.append((above_both[one], above_both[other]))

    assert np.array(shares) == pytest.approx(0.5, abs=0.01)


def test_the_heaviest_of_two_is_spread_evenly_over_what_its_rank_leaves() -> None:
    """With w1 >= w2, w1 is spread evenly from 0.5 to 1."""
    found = beyond(RankedWeights(named(7, 3)), "0", 0.6)

    assert found.first["more"] == pytest.approx(0.8, abs=3 * found.standard_error)


def test_the_largest_of_three_ranked_weights_passes_a_half_three_times_in_four() -> None:
    """Each corner of the triangle beyond a half has a quarter of its area, and there are three."""
    found = beyond(RankedWeights(named(5, 3, 2)), "0", 0.5)

    assert found.first["more"] == pytest.approx(0.75, abs=3 * found.standard_error)


@pytest.mark.parametrize("count", [2, 3, 6])
def test_any_weight_of_so_many_passes_a_share_as_often_as_that_power_of_what_is_left(count) -> None:
    """A corner of a simplex, cut off at t, is the simplex (1 - t) times as long."""
    found = beyond(AnyWeights(even(count)), "1", 0.2)

    exact = 0.8 ** (count - 1)
    assert found.first["more"] == pytest.approx(exact, abs=3 * found.standard_error)


@pytest.mark.parametrize("concentration", [1, 4, 30, 2_000])
def test_weights_around_those_given_have_them_as_their_mean(concentration) -> None:
    around = WeightsAround(named(0.5, 0.3, 0.15, 0.05), concentration)

    assert mean_weights(around) == pytest.approx([0.5, 0.3, 0.15, 0.05], abs=0.003)


@pytest.mark.parametrize("concentration", [1, 3, 10, 50])
def test_a_weight_around_given_ones_varies_as_the_dirichlet_distribution_does(
    concentration,
) -> None:
    """Var = w (1 - w) / (k + 1), gathered from how often w passes twenty shares (Wilks 1962)."""
    belief = WeightsAround(named(1, 1), concentration)
    cuts = np.linspace(0.025, 0.975, 20)
    table = {"never": dict.fromkeys("01", -1e6)}
    table |= {f"{cut}": {"0": 100 * (1 - cut), "1": -100 * cut} for cut in cuts}
    table["flat"] = dict.fromkeys("01", 0.0)

    found = simulate(belief, table, Effort(2**16))

    passed = np.array([found.of[f"{cut}"].beats["flat"] for cut in cuts])
    mean, second = passed.mean(), (2 * cuts * passed).mean()
    assert mean == pytest.approx(0.5, abs=0.003)
    variance = second - mean**2 - 0.05**2 / 12  # Sheppard's correction for steps of 0.05
    assert variance == pytest.approx(0.25 / (concentration + 1), rel=0.03)


def test_weights_around_known_ones_pass_a_share_as_the_closed_form_says() -> None:
    """With 3 of 4 parts, w1 is Beta(3, 1): it passes t with the chance 1 - t cubed."""
    found = beyond(WeightsAround(named(3, 1), 4), "0", 0.6)

    assert found.first["more"] == pytest.approx(1 - 0.6**3, abs=3 * found.standard_error)


def test_of_two_weights_within_ranges_each_is_spread_evenly_over_what_the_other_leaves() -> None:
    """w1 from 0.3 to 0.9 and w2 from 0.2 to 0.5 leave w1 from 0.5 to 0.8."""
    belief = WeightsWithin({"0": (0.3, 0.9), "1": (0.2, 0.5)})

    found = beyond(belief, "0", 0.6)

    assert found.first["more"] == pytest.approx(2 / 3, abs=3 * found.standard_error + 2**-12)
    assert mean_weights(belief) == pytest.approx([0.65, 0.35], abs=0.002)


def test_three_weights_of_which_one_has_a_ceiling_fill_the_rest_of_the_triangle() -> None:
    """Of the triangle, w1 <= 1/2 cuts off a quarter; w1 <= 1/4 leaves 7/16 of it."""
    belief = WeightsWithin({"0": (0, 0.5), "1": (0, 1), "2": (0, 1)})

    found = beyond(belief, "0", 0.25, 2**20)

    exact = 1 - (7 / 16) / (3 / 4)
    assert found.first["more"] == pytest.approx(exact, abs=3 * found.standard_error)


@pytest.mark.parametrize(
    "ranges",
    [
        {"0": (0, 1), "1": (0, 1), "2": (0, 1), "3": (0, 1)},
        {"0": (0.5, 0.9), "1": (0, 0.5), "2": (0, 0.02), "3": (0.01, 0.3)},
        {"0": (0, 0.4), "1": (0, 0.35), "2": (0.2, 0.3), "3": (0, 0.2)},
        {"0": (0.24, 0.28), "1": (0.2, 0.4), "2": (0.22, 0.26), "3": (0.1, 0.3)},
    ],
)
def test_weights_within_ranges_are_spread_as_points_kept_of_the_whole_simplex(ranges) -> None:
    lows, highs = (np.array([ends[at] for ends in ranges.values()]) for at in (0, 1))
    parts = np.random.Generator(np.random.PCG64(1)).standard_exponential((400_000, len(ranges)))
    above = parts / parts.sum(axis=1, keepdims=True) * (1 - lows.sum())
    kept = lows + above[(above <= highs - lows + 1e-12).all(axis=1)]

    found = mean_weights(WeightsWithin(ranges))

    within = 4 * kept.std(axis=0).max() / math.sqrt(min(len(kept), 2**14))
    assert found == pytest.approx(kept.mean(axis=0), abs=within + 1e-9)


def test_weights_within_ranges_no_wider_than_a_hair_are_in_them() -> None:
    found = mean_weights(WeightsWithin({"0": (0.4, 0.4 + 1e-9), "1": (0.6 - 1e-9, 0.6)}))

    assert found == pytest.approx([0.4, 0.6], abs=1e-7)


def test_many_weights_within_narrow_ranges_are_drawn_without_waiting() -> None:
    """Two hundred ranges: one draw in ten or so fits, not one in 10^100."""
    ranges = {f"c{at:03}": (0.004, 0.006) for at in range(200)}

    assert mean_weights(WeightsWithin(ranges), 2**10) == pytest.approx([0.005] * 200, abs=1e-4)


def test_ranges_that_leave_one_point_are_that_point() -> None:
    for ranges in (
        {"0": (0.5, 0.5), "1": (0.3, 0.3), "2": (0.2, 0.2)},
        {"0": (0.5, 1), "1": (0.3, 1), "2": (0.2, 1)},
        {"0": (0, 0.5), "1": (0, 0.3), "2": (0, 0.2)},
    ):
        belief = WeightsWithin(ranges)
        assert mean_weights(belief) == pytest.approx([0.5, 0.3, 0.2])
        tied = simulate(belief, rows({"A": (60, 0, 0), "B": (0, 100, 0), "C": (20, 30, 30)}))
        assert tied.first == {"A": 0.5, "B": 0.5, "C": 0.0}
        assert tied.first_tied == 1


def test_each_belief_knows_what_it_is_called() -> None:
    assert [
        each.spread for each in (RankedWeights, AnyWeights, WeightsAround, WeightsWithin)
    ] == list(WeightSpread)


BAD = {
    "below nought": (AnyWeights(named(1, -1)), "weights[1]"),
    "not a number": (RankedWeights(named(1, math.nan)), "weights[1]"),
    "infinite": (WeightsAround(named(math.inf, 1), 5), "weights[0]"),
    "none at all": (AnyWeights({}), "weights"),
    "all nought": (RankedWeights(named(0, 0)), "weights"),
    "no concentration": (WeightsAround(named(1, 1), 0), "concentration"),
    "concentration not a number": (WeightsAround(named(1, 1), math.nan), "concentration"),
    "too heavy": (WeightsWithin({"0": (0.6, 0.7), "1": (0.5, 0.6)}), "weights"),
    "too light": (WeightsWithin({"0": (0, 0.3), "1": (0.1, 0.6)}), "weights"),
    "the wrong way round": (WeightsWithin({"0": (0.6, 0.5), "1": (0.1, 0.6)}), "weights[0]"),
    "past one": (WeightsWithin({"0": (0.6, 1.5), "1": (0.1, 0.6)}), "weights[0]"),
    "a range of no number": (WeightsWithin({"0": (math.nan, 1), "1": (0, 1)}), "weights[0]"),
    "no ranges": (WeightsWithin({}), "weights"),
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_weights_that_cannot_be_used_are_named_by_their_place(case) -> None:
    belief, place = case

    with pytest.raises(Problem) as refused:
        simulate(belief, rows({"A": (1, 2), "B": (2, 1)}))

    assert refused.value.place == place


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 60)).map(
            lambda two: (two[0] / 100, min(1.0, (two[0] + two[1]) / 100))
        ),
        min_size=2,
        max_size=6,
    )
)
def test_weights_within_ranges_lie_in_them_or_there_are_none(given_ranges) -> None:
    ranges = {str(at): ends for at, ends in enumerate(given_ranges)}
    feasible = sum(low for low, _ in given_ranges) <= 1 <= sum(high for _, high in given_ranges)

    try:
        found = mean_weights(WeightsWithin(ranges), 2**10)
    except Problem:
        assert not feasible or not any(high for _, high in given_ranges)
        return

    assert sum(found) == pytest.approx(1)
    for weight, (low, high) in zip(found, given_ranges, strict=True):
        assert low - 1e-6 <= weight <= high + 1e-6
