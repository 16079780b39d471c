"""Ranks by total."""

from hypothesis import given
from hypothesis import strategies as st

from appraiser.analysis.scoring.ranking import TIE, leader_changes, ranking_of, ranks


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


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 100)), st.randoms())
def test_the_order_of_options_changes_no_rank(totals, random) -> None:
    names = list(totals)
    random.shuffle(names)

    assert ranks({name: totals[name] for name in names}) == ranks(totals)


def test_a_chain_of_near_ties_ranks_each_by_those_clearly_ahead_of_it() -> None:
    step = 0.6 * TIE

    assert ranks({"a": 50 + 2 * step, "b": 50 + step, "c": 50.0}) == {"a": 1, "b": 1, "c": 2}


def test_a_barred_option_keeps_its_rank_and_cannot_lead() -> None:
    found = ranking_of({"a": 50.0, "b": 90.0, "c": 50.0}, {"b"})

    assert found.ranks == {"a": 2, "b": 1, "c": 2}
    assert found.leaders == ("a", "c")


def test_nobody_leads_while_an_option_that_could_has_no_total() -> None:
    assert ranking_of({"a": 50.0, "b": None}).leaders == ()
    assert ranking_of({"a": 50.0, "b": None}, {"b"}).leaders == ("a",)
    assert ranking_of({}).leaders == ()


def test_leaders_change_when_others_lead_or_tie() -> None:
    alone = ranking_of({"a": 60.0, "b": 50.0})
    tied = ranking_of({"b": 60.0, "a": 60.0})

    assert leader_changes(alone, ranking_of({"b": 20.0, "a": 60.0})) is False
    assert leader_changes(tied, ranking_of({"a": 50.0, "b": 50.0})) is False
    assert leader_changes(alone, tied) is True
    assert leader_changes(alone, ranking_of({"a": None, "b": 1.0})) is None
    assert leader_changes(ranking_of({}), alone) is None
