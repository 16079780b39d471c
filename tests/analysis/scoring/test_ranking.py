"""Ranks by total."""

from hypothesis import given
from hypothesis import strategies as st

from appraiser.analysis.scoring.ranking import ranks


def test_the_highest_total_ranks_first_and_ties_share_the_better_rank() -> None:
    assert ranks({"a": 50.0, "b": 70.0, "c": 50.0, "d": 10.0}) == {"a": 2, "b": 1, "c": 2, "d": 4}


def test_totals_that_differ_only_by_how_sums_are_rounded_tie() -> None:
    assert ranks({"a": 0.1 + 0.2, "b": 0.3, "c": 0.30001}) == {"a": 2, "b": 2, "c": 1}


def test_an_option_without_a_total_has_no_rank_and_takes_none() -> None:
    assert ranks({"a": None, "b": 5.0}) == {"a": None, "b": 1}
    assert ranks({}) == {}


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 20).map(float)))
def test_a_rank_is_one_more_than_the_number_of_options_ahead(totals) -> None:
    for option, rank in ranks(totals).items():
        assert rank == 1 + sum(total > totals[option] for total in totals.values())
