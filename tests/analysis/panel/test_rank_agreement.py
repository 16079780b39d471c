"""How far rankings agree, against published coefficients."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraiser.analysis.panel.rank_agreement import (
    kendalls_w,
    mid_ranks,
    spearman,
    weighted_spearman,
)

FIRST, SECOND = (1, 2, 3, 4, 5), (1, 3, 2, 4, 5)


def test_three_rankings_have_the_concordance_worked_out() -> None:
    """method.md 6A-11: rank sums 4, 6, 8, 12 give W = 0.7778."""
    found = kendalls_w(((1, 2, 3, 4), (1, 3, 2, 4), (2, 1, 3, 4)))

    assert f"{found:.4f}" == "0.7778"


def test_rankings_with_ties_are_corrected_for_them() -> None:
    """By hand: sums 3.5, 2.5, 7, 7 give S = 16.5; T = 6; W = 12 x 16.5 / (4 x 60 - 2 x 6)."""
    found = kendalls_w(((1.5, 1.5, 3, 4), (2, 1, 4, 3)))

    assert found == pytest.approx(12 * 16.5 / (4 * 60 - 2 * 6))


def test_rankings_that_are_all_the_same_agree_wholly_and_opposite_ones_not_at_all() -> None:
    assert kendalls_w((FIRST, FIRST, FIRST)) == pytest.approx(1)
    assert kendalls_w((FIRST, FIRST[::-1])) == pytest.approx(0)
    assert kendalls_w(((1.5, 1.5, 3), (1.5, 1.5, 3))) == pytest.approx(1)


@pytest.mark.parametrize("rankings", [(), ((1, 2),), ((1,), (1,)), ((1.5, 1.5), (1.5, 1.5))])
def test_too_little_to_compare_has_no_concordance(rankings) -> None:
    assert kendalls_w(rankings) is None


def test_two_rankings_have_their_published_correlations() -> None:
    """Salabun and Urbaniak 2020, in pyrepo-mcda's tests/test_correlations.py (MIT).

    Spearman 0.9, weighted Spearman 0.8833. (Its 0.8542 is another coefficient, WS, which is not
    the same both ways round and is not used here.)
    """
    assert spearman(FIRST, SECOND) == pytest.approx(0.9)
    assert f"{weighted_spearman(FIRST, SECOND):.4f}" == "0.8833"


def test_rankings_that_tie_are_correlated_by_the_mean_of_their_ranks() -> None:
    """By hand: (1.5, 1.5, 3) and (1, 2, 3) give 1.5 / sqrt(1.5 x 2)."""
    assert spearman((1.5, 1.5, 3), (1, 2, 3)) == pytest.approx(1.5 / 3**0.5)


def test_opposite_rankings_disagree_wholly_and_one_option_ranks_nothing() -> None:
    assert spearman(FIRST, FIRST[::-1]) == pytest.approx(-1)
    assert weighted_spearman(FIRST, FIRST[::-1]) == pytest.approx(-1)
    assert spearman((), ()) is spearman((1,), (1,)) is spearman((1.5, 1.5), (1, 2)) is None
    assert weighted_spearman((1,), (1,)) is None


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert mid_ranks((50, 70, 50 + 1e-9, 10, 50)) == (3, 1, 3, 5, 3)
    assert mid_ranks(()) == ()


totals = st.lists(st.integers(0, 5).map(float), min_size=4, max_size=4)


@given(st.lists(totals, min_size=2, max_size=5), st.randoms())
@settings(max_examples=60)
def test_neither_the_order_of_people_nor_of_options_matters(rows, random) -> None:
    rankings = [mid_ranks(row) for row in rows]
    found = kendalls_w(rankings)
    order = random.sample(range(4), 4)
    mixed = [[ranking[at] for at in order] for ranking in random.sample(rankings, len(rankings))]

    assert found is None or 0 <= found <= 1
    assert kendalls_w(mixed) == (None if found is None else pytest.approx(found))
    assert all(sum(ranking) == 10 for ranking in rankings)
    one, other = rankings[:2]
    assert spearman(one, other) == spearman(other, one)
    assert weighted_spearman(one, one) == pytest.approx(1)
