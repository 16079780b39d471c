"""How often an option comes first, against exact and published cases."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraiser.analysis.acceptability import DRAWS, SEED, first_ranks


def rows(**scores):
    return {
        option: {str(at): float(score) for at, score in enumerate(row)}
        for option, row in scores.items()
    }


def even(count: int) -> dict[str, float]:
    return {str(at): 1 / count for at in range(count)}


def test_two_criteria_of_unknown_weight_have_the_exact_shares() -> None:
    """method.md 6A-8, analytic: A 0.4, B 0.4, C 0.2, within three standard errors."""
    found = first_ranks(even(2), rows(A=(100, 0), B=(0, 100), C=(60, 60)))

    assert found.first["A"] == pytest.approx(0.4, abs=3 * found.standard_error)
    assert found.first["B"] == pytest.approx(0.4, abs=3 * found.standard_error)
    assert found.first["C"] == pytest.approx(0.2, abs=3 * found.standard_error)
    assert (found.draws, found.seed) == (DRAWS, SEED)


def test_three_criteria_of_unknown_weight_have_the_known_shares() -> None:
    """method.md 6A-10, a million draws: A 0.215, B 0.535, C 0.250."""
    table = rows(A=(100, 20, 0), B=(40, 100, 60), C=(0, 60, 100))

    found = first_ranks(even(3), table, draws=2**18)

    for option, share in {"A": 0.215, "B": 0.535, "C": 0.250}.items():
        assert found.first[option] == pytest.approx(share, abs=3 * found.standard_error + 0.0005)


def test_an_option_that_dominates_comes_first_in_every_draw() -> None:
    """van Valkenhoef, smaa R package, degenerate case of method.md 6A-7."""
    found = first_ranks(even(3), rows(A=(1, 1, 1), B=(0, 0, 0)))

    assert found.first == {"A": 1.0, "B": 0.0}
    assert found.standard_error == 0


def test_the_order_of_two_criteria_halves_what_their_weights_may_be() -> None:
    """With w1 >= w2, w1 is spread evenly over 0.5 to 1; A=(100, 0) passes C=(60, 60) past 0.6."""
    found = first_ranks({"0": 0.7, "1": 0.3}, rows(A=(100, 0), B=(0, 100), C=(60, 60)))

    assert found.first["A"] == pytest.approx(0.8, abs=3 * found.standard_error)
    assert found.first["B"] == 0
    assert found.first["C"] == pytest.approx(0.2, abs=3 * found.standard_error)


def test_the_largest_of_three_ranked_weights_passes_a_half_three_times_in_four() -> None:
    """Each corner of the triangle beyond a half has a quarter of its area, and there are three."""
    found = first_ranks(
        {"0": 0.5, "1": 0.3, "2": 0.2}, rows(first=(100, 0, 0), flat=(50, 50, 50)), draws=2**16
    )

    assert found.first["first"] == pytest.approx(0.75, abs=3 * found.standard_error)


def test_options_that_score_the_same_share_every_draw() -> None:
    found = first_ranks(even(3), rows(A=(10, 50, 90), B=(10, 50, 90), C=(0, 0, 0)))

    assert found.first == {"A": 0.5, "B": 0.5, "C": 0.0}


def test_a_criterion_that_weighs_nothing_decides_nothing() -> None:
    found = first_ranks({"0": 1.0, "1": 0.0}, rows(A=(60, 0), B=(50, 100)))

    assert found.first == {"A": 1.0, "B": 0.0}


def test_a_missing_score_is_left_out_and_not_taken_as_nought() -> None:
    table = {"A": {"0": 60.0}, "B": {"0": 50.0, "1": 55.0}}

    assert first_ranks(even(2), table).first == {"A": 1.0, "B": 0.0}


def test_the_same_seed_gives_the_same_shares_and_another_seed_others() -> None:
    table = rows(A=(100, 0, 30), B=(0, 100, 40), C=(60, 60, 0))

    one = first_ranks(even(3), table, seed=7)

    assert first_ranks(even(3), table, seed=7) == one
    assert first_ranks(even(3), table, seed=8) != one


def test_the_order_in_which_options_and_criteria_are_given_changes_nothing() -> None:
    table = rows(A=(100, 0, 30), B=(0, 100, 40), C=(60, 60, 0))
    backwards = {option: dict(reversed(row.items())) for option, row in reversed(table.items())}

    assert first_ranks(even(3), backwards) == first_ranks(even(3), table)


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 100).map(float), min_size=1, max_size=6).filter(any),
    st.lists(st.lists(st.integers(0, 100), min_size=6, max_size=6), min_size=1, max_size=5),
)
def test_shares_sum_to_one_and_a_dominated_option_is_never_first(raw, given_rows) -> None:
    weights = {str(at): each / sum(raw) for at, each in enumerate(raw)}
    table = rows(**{f"o{at}": row[: len(raw)] for at, row in enumerate(given_rows)})
    table["worse"] = {each: score - 1 for each, score in table["o0"].items()}

    with np.errstate(all="raise"):
        found = first_ranks(weights, table, draws=500)

    assert sum(found.first.values()) == pytest.approx(1)
    assert found.first["worse"] == 0
