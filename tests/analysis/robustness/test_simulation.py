"""Trying draws: what holds whatever is tried, ties, gaps, size, progress and what is refused."""

import math
from collections.abc import Callable
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.robustness.tables import SIDED, SMALL, even, named, rows, shares, weights_of

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.robustness.beliefs import ScoreBelief, Triangular, Uniform
from appraiser.analysis.robustness.simulation import DRAWS, FEWEST, SEED, Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightsAround,
    WeightsWithin,
)
from appraiser.domain.problem import Problem
from appraiser.domain.terms import WeightSpread

THREE = rows({"A": (100, 0, 30), "B": (0, 100, 40), "C": (60, 60, 0)})


def test_the_draws_really_made_are_the_power_of_two_at_or_above_those_asked_for() -> None:
    asked = {1: FEWEST, 1_000: 1_024, 1_025: 2_048, 10_000: 16_384, 100_000: 131_072}

    assert {each: Effort(each).made for each in asked} == asked
    assert simulate(AnyWeights(even(3)), THREE, Effort(3_000)).draws == 4_096


def test_without_further_asking_it_says_what_was_made_and_how() -> None:
    found = simulate(RankedWeights(even(3)), THREE)

    assert (found.draws, found.seed, found.score_draws) == (DRAWS, SEED, 1)
    assert found.spread is WeightSpread.RANKED
    assert found.standard_error == max(each.standard_error for each in found.standings)


def test_the_same_seed_gives_the_same_answer_and_another_seed_another() -> None:
    one = simulate(AnyWeights(even(3)), THREE, Effort(seed=7))

    assert simulate(AnyWeights(even(3)), THREE, Effort(seed=7)) == one
    assert simulate(AnyWeights(even(3)), THREE, Effort(seed=8)) != one


def test_more_than_a_million_draws_are_more_shifts() -> None:
    found = simulate(AnyWeights(even(2)), rows(SIDED), Effort(2**21))

    assert found.draws == 2**21
    assert found.first["C"] == pytest.approx(0.2, abs=3 * found.standard_error + 1e-5)


def test_two_options_that_score_the_same_have_half_of_all_each() -> None:
    table = rows({"A": (10, 50, 90), "B": (10, 50, 90), "C": (0, 0, 0)})

    found = simulate(AnyWeights(even(3)), table)

    assert shares(found) == {"A": (0.5, 0.5, 0), "B": (0.5, 0.5, 0), "C": (0, 0, 1)}
    assert found.of["A"].beats == {"B": 0.5, "C": 1.0}
    assert found.of["A"].central_weights == found.of["B"].central_weights
    assert [each.confidence for each in found.standings] == [0.5, 0.5, None]
    assert (found.first_tied, found.entropy) == (1.0, 1.0)


def test_options_that_score_the_same_share_the_ranks_they_take_up_between_others() -> None:
    table = rows({"top": (90, 90), "A": (50, 20), "B": (50, 20), "C": (50, 20), "low": (0, 0)})

    found = simulate(RankedWeights(named(2, 1)), table)

    third = pytest.approx((0, 1 / 3, 1 / 3, 1 / 3, 0))
    assert [shares(found)[each] for each in "ABC"] == [third] * 3
    assert shares(found)["low"] == (0, 0, 0, 0, 1)
    assert found.first_tied == 0


def test_differences_within_the_rounding_of_totals_are_ties() -> None:
    table = rows({"A": (50, 50), "B": (50 + 5e-7, 50), "C": (50, 50 - 4e-7)})

    found = simulate(AnyWeights(even(2)), table)

    third = pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert shares(found) == {"A": third, "B": third, "C": third}
    assert found.first_tied == 1
    assert weights_of(found, "A") == pytest.approx([0.5, 0.5], abs=0.01)


def test_a_chain_of_near_misses_is_parted_by_the_best_of_each_tie_as_ranks_are() -> None:
    """The middle one is as good as both ends, which are not as good as each other."""
    table = rows({"A": (50, 50), "B": (50 + 8e-7, 50 + 8e-7), "C": (50 + 16e-7, 50 + 16e-7)})

    found = simulate(AnyWeights(even(2)), table)

    assert shares(found) == {"A": (0, 0, 1), "B": (0.5, 0.5, 0), "C": (0.5, 0.5, 0)}


def test_a_criterion_of_no_weight_decides_nothing_and_stays_at_nothing() -> None:
    table = rows({"A": (60, 0), "B": (50, 100)})

    for belief in (
        RankedWeights(named(1, 0)),
        AnyWeights(named(1, 0)),
        WeightsAround(named(1, 0), 10),
        WeightsWithin({"0": (0, 1), "1": (0, 0)}),
        WeightsWithin({"0": (1, 1), "1": (0, 0.5)}),
    ):
        found = simulate(belief, table)
        assert found.first == {"A": 1.0, "B": 0.0}
        assert found.of["A"].central_weights == {"0": 1.0, "1": 0.0}


def test_a_missing_score_is_left_out_and_its_weight_shared_among_the_others() -> None:
    table = {"A": {"0": 60.0}, "B": {"0": 50.0, "1": 55.0}, "C": {"0": 70.0, "1": None}}

    found = simulate(AnyWeights(even(2)), table)

    assert shares(found) == {"A": (0, 1, 0), "B": (0, 0, 1), "C": (1, 0, 0)}


@pytest.mark.parametrize("spread", [False, True])
def test_a_missing_score_counts_as_the_mean_of_the_others_by_their_weights(spread) -> None:
    """A lacks the third criterion; at even odds of (w1, w2) its total is 100 w1 / (w1 + w2)."""

    def cell(score: float) -> float | Uniform:
        return Uniform(score - 1e-4, score + 1e-4) if spread else score

    table = rows({"A": (cell(100), cell(0), None), "B": (cell(50), cell(50), cell(50))})

    found = simulate(AnyWeights(even(3)), table, Effort(2**16))

    assert found.first["A"] == pytest.approx(0.5, abs=3 * found.standard_error)
    assert weights_of(found, "A") == pytest.approx([0.5, 1 / 6, 1 / 3], abs=0.005)


def test_one_option_is_always_first_and_one_criterion_decides_all() -> None:
    alone = simulate(AnyWeights(even(2)), rows({"A": (1, 2)}))
    by_one = simulate(RankedWeights(named(3)), rows({"A": (1,), "B": (2,), "C": (2,)}))

    assert (shares(alone), alone.of["A"].beats) == ({"A": (1.0,)}, {})
    assert alone.of["A"].confidence == 1
    assert shares(by_one) == {"A": (0, 0, 1), "B": (0.5, 0.5, 0), "C": (0.5, 0.5, 0)}


def test_the_answer_stands_in_the_order_the_options_were_given() -> None:
    backwards = dict(reversed(THREE.items()))

    found = simulate(AnyWeights(even(3)), backwards)

    assert [each.option for each in found.standings] == ["C", "B", "A"]
    assert list(found.first) == ["C", "B", "A"]


SPREADS = {
    "ranked": RankedWeights(named(0.5, 0.2, 0.2, 0.1)),
    "any": AnyWeights(named(0.5, 0.2, 0.2, 0.1)),
    "around": WeightsAround(named(0.5, 0.2, 0.2, 0.1), 20),
    "within": WeightsWithin({"0": (0.2, 0.6), "1": (0.1, 0.4), "2": (0, 0.3), "3": (0.1, 0.2)}),
}
FOUR = {
    "A": (Uniform(60, 90), 20, 10, 55),
    "B": (40, Triangular(70, 90, 100), 60, 30),
    "C": (30, 60, Uniform(50, 100), 60),
    "D": (30, 40, 70, 70),
}


@pytest.mark.parametrize("spread", SPREADS)
def test_the_order_in_which_options_and_criteria_are_given_changes_nothing(spread) -> None:
    table = rows(FOUR)
    turned = {option: dict(reversed(row.items())) for option, row in reversed(table.items())}
    belief = SPREADS[spread]
    fields = belief.ranges if isinstance(belief, WeightsWithin) else belief.weights
    backwards = dict(reversed(fields.items()))
    other = (
        WeightsAround(backwards, belief.concentration)
        if isinstance(belief, WeightsAround)
        else type(belief)(backwards)
    )

    found, again = simulate(belief, table), simulate(other, turned)

    assert again.of == found.of
    assert (again.entropy, again.first_tied) == (pytest.approx(found.entropy), found.first_tied)


@pytest.mark.parametrize("factor", [0.1, 3, 7e5])
@pytest.mark.parametrize("spread", ["ranked", "any", "around"])
def test_making_all_weights_so_many_times_as_heavy_changes_nothing(spread, factor) -> None:
    belief = SPREADS[spread]
    heavier = {each: weight * factor for each, weight in belief.weights.items()}
    other = WeightsAround(heavier, 20) if spread == "around" else type(belief)(heavier)

    assert shares(simulate(other, rows(FOUR))) == shares(simulate(belief, rows(FOUR)))


@pytest.mark.parametrize("spread", SPREADS)
def test_either_precision_gives_the_same_shares_to_the_last_draw(spread) -> None:
    single, double = (
        simulate(SPREADS[spread], rows(FOUR), Effort(2**15, precision=precision))
        for precision in ("float32", "float64")
    )

    assert shares(single) == shares(double)
    assert [each.beats for each in single.standings] == [each.beats for each in double.standings]
    for one, other in zip(single.standings, double.standings, strict=True):
        assert one.central_weights == pytest.approx(other.central_weights, abs=1e-5)


@pytest.mark.parametrize("spread", SPREADS)
def test_the_standard_error_is_as_large_as_answers_of_other_seeds_lie_apart(spread) -> None:
    found = [simulate(SPREADS[spread], rows(FOUR), Effort(2**11, seed)) for seed in range(40)]

    firsts = np.array([list(each.first.values()) for each in found])
    stated = np.array([[one.standard_error for one in each.standings] for each in found])
    apart = firsts.std(axis=0, ddof=1)
    assert np.sqrt((stated**2).mean(axis=0)) == pytest.approx(apart, rel=0.4, abs=2e-4)
    independent = np.sqrt(firsts.mean(axis=0) * (1 - firsts.mean(axis=0)) / 2**11)
    assert apart.max() < 2 * independent.max()  # though scores are drawn for four at once


def test_what_is_done_is_told_and_rises_to_all() -> None:
    told: list[float] = []

    simulate(AnyWeights(even(3)), THREE, Effort(2**17), told.append)

    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) >= 8


@pytest.mark.parametrize("chunks", [0, 3])
@pytest.mark.parametrize("spread", [False, True])
def test_it_breaks_off_between_chunks_when_the_answer_is_no_longer_wanted(chunks, spread) -> None:
    asked = count()
    told: list[float] = []
    table = rows(FOUR) if spread else rows(SMALL)
    belief = AnyWeights(even(4 if spread else 3))

    with pytest.raises(Cancelled):
        simulate(belief, table, Effort(2**17), told.append, lambda: next(asked) >= chunks)

    assert len(told) == chunks


def test_confidence_factors_can_be_broken_off_too() -> None:
    told: list[float] = []

    with pytest.raises(Cancelled):
        simulate(AnyWeights(even(4)), rows(FOUR), Effort(), told.append, lambda: told[-1:] == [1])


def large(cell: Callable[[float], ScoreBelief]) -> dict[str, dict[str, ScoreBelief]]:
    """Make scores of 198 options on 200 criteria, from 20 to 70."""
    return {
        f"o{row:03}": {
            f"c{at:03}": cell((row * 41 + at * 23 + row * at * 19) % 50 + 20.0) for at in range(200)
        }
        for row in range(198)
    }


def test_two_hundred_options_and_criteria_are_tried_like_any_others() -> None:
    """The best on all is first, the worst is last, and few draws suffice to see it."""
    table = large(lambda score: score)
    table["best"] = dict.fromkeys(table["o000"], Uniform(98.0, 99.0))
    table["worst"] = dict.fromkeys(table["o000"], 1.0)

    found = simulate(AnyWeights(dict.fromkeys(table["best"], 1.0)), table, Effort(2**10))

    assert (found.first["best"], shares(found)["worst"][-1]) == (1.0, 1.0)
    assert found.of["worst"].beats["o007"] == 0
    assert found.of["best"].confidence == 1.0
    totals = np.sum([each.acceptabilities for each in found.standings], axis=0)
    assert totals == pytest.approx(np.ones(200))


def test_scores_of_forty_thousand_cells_may_all_be_spread_and_begin_to_be_tried_at_once() -> None:
    asked, told = count(), list[float]()
    table = large(lambda score: Uniform(score, score + 10))
    within = WeightsWithin(dict.fromkeys(table["o000"], (0.001, 0.02)))

    with pytest.raises(Cancelled):
        simulate(within, table, Effort(2**17), told.append, lambda: next(asked) >= 3)

    assert len(told) == 3


def test_three_hundred_options_have_ranks_of_their_own() -> None:
    table = {f"o{row:03}": {"0": float(row), "1": float(row)} for row in range(300)}

    found = simulate(AnyWeights(even(2)), table, Effort(2**10))

    assert [shares(found)[f"o{row:03}"].index(1.0) for row in (0, 150, 299)] == [299, 149, 0]


BAD_SCORES = {
    "not a number": math.nan,
    "infinite": math.inf,
    "far out": 1e12,
    "a range without end": Uniform(0, math.inf),
    "a range the wrong way round": Triangular(50, 40, 60),
}


@pytest.mark.parametrize("score", BAD_SCORES.values(), ids=BAD_SCORES)
def test_a_score_that_cannot_be_used_is_named_by_its_place(score) -> None:
    with pytest.raises(Problem) as refused:
        simulate(AnyWeights(even(2)), {"A": {"0": 1.0, "1": score}, "B": {"0": 2.0, "1": 3.0}})

    assert refused.value.place == "scores[A][1]"


def test_what_leaves_nothing_to_compare_is_refused_and_named() -> None:
    with pytest.raises(Problem, match="no options"):
        simulate(AnyWeights(even(2)), {})
    with pytest.raises(Problem, match="no score that carries weight") as refused:
        simulate(AnyWeights(named(1, 0)), rows({"A": (None, 5), "B": (1, 2)}))
    assert refused.value.place == "scores[A]"


@pytest.mark.parametrize("effort", [Effort(0), Effort(2**24 + 1), Effort(seed=-1)])
def test_an_effort_that_cannot_be_made_is_refused(effort) -> None:
    with pytest.raises(Problem):
        simulate(AnyWeights(even(3)), THREE, effort)


scores = st.integers(0, 100).map(float)
weights = st.lists(st.integers(0, 5), min_size=1, max_size=5).filter(any)
kinds = st.sampled_from([RankedWeights, AnyWeights, lambda given: WeightsAround(given, 5)])


@settings(max_examples=40, deadline=None)
@given(
    weights,
    st.lists(
        st.lists(
            st.one_of(
                scores, st.none(), st.tuples(scores, scores).map(lambda two: Uniform(*sorted(two)))
            ),
            min_size=5,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    ),
    kinds,
    st.integers(0, 2**32),
)
def test_shares_of_each_option_and_of_each_rank_sum_to_one(raw, given_rows, kind, seed) -> None:
    criteria = len(raw)
    table = rows({f"o{at}": row[:criteria] for at, row in enumerate(given_rows)})
    table = {option: {**row, str(raw.index(max(raw))): 50.0} for option, row in table.items()}

    with np.errstate(all="raise"):
        found = simulate(kind(named(*raw)), table, Effort(FEWEST, seed))

    ranks = np.array(list(shares(found).values()))
    assert ranks.sum(axis=0) == pytest.approx(np.ones(len(table)))
    assert ranks.sum(axis=1) == pytest.approx(np.ones(len(table)))
    assert 0 <= found.entropy <= math.log2(len(table)) + 1e-9
    for each in found.standings:
        assert (each.central_weights is None) == (each.first == 0) == (each.confidence is None)
        if each.central_weights is not None:
            assert sum(each.central_weights.values()) == pytest.approx(1)
            assert min(each.central_weights.values()) >= 0
        for rival, share in each.beats.items():
            assert share + found.of[rival].beats[each.option] == pytest.approx(1)


@settings(max_examples=30, deadline=None)
@given(
    weights,
    st.lists(st.lists(scores, min_size=5, max_size=5), min_size=1, max_size=5),
    st.lists(st.integers(0, 20), min_size=5, max_size=5),
    kinds,
)
def test_a_dominated_option_never_beats_what_dominates_it_more_often_than_that_beats_it(
    raw, given_rows, lower, kind
) -> None:
    table = rows({f"o{at}": row[: len(raw)] for at, row in enumerate(given_rows)})
    table["worse"] = {each: score - lower[int(each)] for each, score in table["o0"].items()}

    found = simulate(kind(named(*raw)), table, Effort(FEWEST))

    assert found.of["worse"].beats["o0"] <= found.of["o0"].beats["worse"]
    for rival in set(table) - {"o0", "worse"}:
        assert found.of["worse"].beats[rival] <= found.of["o0"].beats[rival]
    assert found.first["worse"] <= found.first["o0"]
