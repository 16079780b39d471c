"""Pairwise winning indices without a draw, against closed forms and against draws."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.robustness.tables import SMALL, even, named, rows
from tests.analysis.waiting import Patience

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.robustness.beliefs import Uniform
from appraiser.analysis.robustness.exact_pairs import exact_pairs
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightsAround,
    WeightsWithin,
)
from appraiser.domain.problem import Problem


def index(weights, table, one="A", other="B") -> float:
    found = exact_pairs(weights, rows(table))
    assert found is not None
    return found[one][other]


def test_two_criteria_are_parted_where_the_lines_cross() -> None:
    """w1 must pass 5/8 for 30 w1 to pass 50 (1 - w1)."""
    assert index(AnyWeights(even(2)), {"A": (30, 0), "B": (0, 50)}) == pytest.approx(3 / 8)


def test_the_small_case_has_the_closed_form_of_its_three_differences() -> None:
    """Of d > 0 at one corner: d^2 / ((d - e) (d - f)); method.md 6A-10 has 0.785, 0.750, 0.357."""

    def alone(d: int, e: int, f: int) -> Fraction:
        return Fraction(d * d, (d - e) * (d - f))

    found = exact_pairs(AnyWeights(even(3)), rows(SMALL))

    assert found is not None
    assert found["A"]["B"] == pytest.approx(float(alone(60, -80, -60)))
    assert found["B"]["A"] == pytest.approx(float(1 - alone(60, -80, -60)))
    assert found["C"]["B"] == pytest.approx(float(alone(40, -40, -40)))
    assert found["A"]["C"] == pytest.approx(float(alone(100, -40, -100)))
    assert list(found) == ["A", "B", "C"]
    assert list(found["B"]) == ["A", "C"]


def test_an_option_that_dominates_always_wins_and_the_same_scores_have_half_each() -> None:
    table = {"A": (5, 5, 5), "B": (5, 4, 5), "C": (5, 4, 5)}

    assert index(AnyWeights(even(3)), table) == 1
    assert index(AnyWeights(even(3)), table, "C", "A") == 0
    assert index(AnyWeights(even(3)), table, "B", "C") == 0.5


def test_a_rank_order_of_two_leaves_the_heavier_from_a_half_to_one() -> None:
    """With w1 evenly from 1/2 to 1, w1 passes 5/8 in three quarters of all."""
    assert index(RankedWeights(named(2, 1)), {"A": (30, 0), "B": (0, 50)}) == pytest.approx(3 / 4)


def test_criteria_of_the_same_weight_fall_either_way() -> None:
    """Over both orders of the lighter two, and none where all weigh the same."""
    table = {"A": (10, 90, 0), "B": (30, 10, 40)}
    either = [index(RankedWeights(named(3, *order)), table) for order in ((2, 1), (1, 2))]

    assert index(RankedWeights(named(3, 1, 1)), table) == pytest.approx(sum(either) / 2)
    same = index(RankedWeights(named(1, 1, 1)), table)
    assert same == index(AnyWeights(even(3)), table)


def test_a_heaviest_tier_of_several_is_the_mean_of_its_orders() -> None:
    table = {"A": (10, 90, 0, 30), "B": (30, 10, 40, 35)}
    orders = [index(RankedWeights(named(*top, 1)), rows_) for top, rows_ in _orders(table)]

    assert index(RankedWeights(named(5, 5, 5, 1)), table) == pytest.approx(sum(orders) / 6)


def _orders(table):
    return [(order, table) for order in permutations((4, 3, 2))]


def test_it_can_be_broken_off() -> None:
    with pytest.raises(Cancelled):
        exact_pairs(AnyWeights(even(3)), rows(SMALL), Patience(1))


def test_where_there_is_no_closed_form_none_is_made_up() -> None:
    table = rows({"A": (1, 2), "B": (2, 1)})

    assert exact_pairs(WeightsAround(even(2), 5), table) is None
    assert exact_pairs(WeightsWithin({"0": (0, 1), "1": (0, 1)}), table) is None
    assert exact_pairs(AnyWeights(even(2)), rows({"A": (1, None), "B": (2, 1)})) is None
    assert exact_pairs(AnyWeights(even(2)), rows({"A": (1, Uniform(0, 1)), "B": (2, 1)})) is None
    assert exact_pairs(AnyWeights(even(2)), rows({"A": (1, Uniform(3, 3)), "B": (2, 1)}))
    many = rows({"A": range(7), "B": range(7, 0, -1)})
    assert exact_pairs(RankedWeights(named(9, 1, 1, 1, 1, 1, 1)), many) is None
    assert exact_pairs(RankedWeights(named(9, 1, 1, 1, 1, 1, 0)), many)
    with pytest.raises(Problem):
        exact_pairs(AnyWeights(even(2)), {})


scores = st.integers(0, 100).map(float)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=6).filter(any),
    st.lists(st.lists(scores, min_size=6, max_size=6), min_size=2, max_size=5),
    st.sampled_from([AnyWeights, RankedWeights]),
)
def test_draws_come_to_the_exact_indices(raw, given_rows, kind) -> None:
    table = rows({f"o{at}": row[: len(raw)] for at, row in enumerate(given_rows)})
    belief = kind(named(*raw))
    exact = exact_pairs(belief, table)
    if exact is None:
        return

    found = simulate(belief, table, Effort(2**14))

    for one, rivals in exact.items():
        for other, share in rivals.items():
            assert share + exact[other][one] == pytest.approx(1)
            within = 4 * (share * (1 - share) / 2**14) ** 0.5 + 0.002
            assert found.of[one].beats[other] == pytest.approx(share, abs=within)
