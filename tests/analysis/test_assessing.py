"""Whatever is asked of an appraisal, the answer is right or a finding says why there is none."""

import time
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.assessed import FEW, ROWS, WEIGHTS, made, results, totals
from tests.analysis.making import by, panel, sheet
from tests.analysis.panel.rooms import room
from tests.analysis.waiting import Patience

from appraiser.analysis.cancelling import Cancelled
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import CONSENSUS, ScoreSheet, Scoring
from appraiser.domain.terms import (
    MissingScores,
    Round,
    ScoreSpread,
    WeightSpread,
)

# Broken off


def large() -> Appraisal:
    """200 options on 200 criteria, each score with a range, and as many draws as there can be."""
    draw, size = Random(1), 200
    made_ = panel(
        [float(1 + at) for at in range(size)],
        {f"o{at}": [draw.randrange(10, 90) for _ in range(size)] for at in range(size)},
        robustness=Robustness(draws=2**20),
    )
    cells = {
        cell: replace(score, low=score.value - 9, high=score.value + 9)
        for cell, score in made_.sheets[CONSENSUS].cells.items()
    }
    return replace(made_, sheets={CONSENSUS: ScoreSheet(cells)})


def test_a_long_one_can_be_broken_off_soon_after_it_has_begun() -> None:
    told: list[float] = []

    began = time.process_time()
    with pytest.raises(Cancelled):
        results(large(), told=told.append, cancelled=lambda: len(told) > 1)

    assert 0 < told[-1] < 0.1
    assert time.process_time() - began < 20


def test_what_was_broken_off_leaves_nothing_behind() -> None:
    appraisal = made(WEIGHTS, ROWS)
    endless = Patience(1000)
    before = results(appraisal, cancelled=endless)

    for lasts in range(endless.asked):
        with pytest.raises(Cancelled):
            results(appraisal, cancelled=Patience(lasts))

    assert results(appraisal) == before


def test_shares_of_the_draws_are_told_as_they_rise_to_one() -> None:
    told: list[float] = []

    results(made(WEIGHTS, ROWS, robustness=Robustness()), told=told.append)

    assert told == sorted(told)
    assert told[-1] == 1


def test_nothing_is_tried_where_there_is_nothing_to_compare() -> None:
    told: list[float] = []

    results(made(WEIGHTS, {"a": (1, 2, 3)}), told=told.append)

    assert told == []


# Properties

few = settings(max_examples=30)
scores = st.none() | st.integers(0, 100)
tables = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(0, 100).map(float), min_size=size, max_size=size).filter(any),
        st.lists(st.lists(scores, min_size=size, max_size=size), min_size=2, max_size=4),
    )
)


def drawn(table, **changes) -> Appraisal:
    weights, rows = table
    return made(weights, {f"o{at}": row for at, row in enumerate(rows)}, **changes)


@few
@given(tables)
def test_the_weights_of_what_is_scored_sum_to_one(table) -> None:
    shares = results(drawn(table)).weights.leaf_shares

    assert sum(shares.values()) == pytest.approx(1, abs=1e-12)
    assert all(share >= 0 for share in shares.values())


@few
@given(tables, st.randoms(), st.sampled_from(ScoreSpread), st.sampled_from(WeightSpread), st.data())
def test_the_order_of_input_never_matters_where_scores_are_missing_and_spread(
    table, random, spread, weights, data
) -> None:
    scoring = Scoring(missing=data.draw(st.sampled_from(MissingScores)))
    chosen = replace(FEW, scores=spread, weights=weights)
    one_way = drawn(table, scoring=scoring, robustness=chosen)
    cells = [
        (cell, replace(score, low=max(score.value - 20, 0), high=min(score.value + 10, 100)))
        for cell, score in one_way.sheets[CONSENSUS].cells.items()
    ]
    options, criteria = list(one_way.options), list(one_way.criteria)
    one_way = replace(one_way, sheets={CONSENSUS: ScoreSheet(dict(cells))})
    for each in (options, criteria, cells):
        random.shuffle(each)
    other_way = replace(
        one_way,
        options=tuple(options),
        criteria=tuple(criteria),
        sheets={CONSENSUS: ScoreSheet(dict(cells))},
    )

    one, other = results(one_way), results(other_way)

    for option in one_way.options:
        a, b = one.of[option.id], other.of[option.id]
        assert (a.total, a.rank, a.first_rank) == (b.total, b.rank, b.first_rank)
        assert (a.lowest, a.highest, a.missing) == (
            pytest.approx(b.lowest),
            pytest.approx(b.highest),
            tuple(each for each in one.weights.leaf_shares if each in b.missing),
        )
    assert one.verdict.kind is other.verdict.kind
    assert set(one.verdict.leaders) == set(other.verdict.leaders)


@few
@given(tables, st.randoms())
def test_the_order_in_which_people_scored_never_matters(table, random) -> None:
    weights, rows = table
    people = {f"p{at}": {"x": row, "y": row[::-1]} for at, row in enumerate(rows)}
    again = {"p0": {"x": rows[-1], "y": rows[0]}}
    one_way = room(weights, people, again=again, robustness=FEW)
    scorers = list(one_way.scorers)
    random.shuffle(scorers)

    one, other = results(one_way), results(replace(one_way, scorers=tuple(scorers)))

    assert one.options == other.options
    assert one.verdict == other.verdict


@few
@given(tables)
def test_a_critical_weight_applied_as_a_swing_ties_the_two_options(table) -> None:
    weights, rows = table
    whole = [[score or 0 for score in row] for row in rows]

    for critical in results(drawn((weights, whole))).critical_weights:
        at = int(critical.criterion.removeprefix("c")) - 1
        rest = sum(weights) - weights[at]
        swings = [
            each * (1 - critical.critical) if place != at else rest * critical.critical
            for place, each in enumerate(weights)
        ]
        found = results(drawn((swings, whole)))
        of = totals(found)
        assert of[critical.new_leader] == pytest.approx(max(of.values()), abs=1e-6)
        assert len(found.verdict.leaders) > 1


@few
@given(tables, st.lists(scores, min_size=4, max_size=4), st.sampled_from(MissingScores))
def test_adding_an_option_moves_no_other_total_where_scores_are_missing(table, row, policy) -> None:
    weights, rows = table
    scoring = Scoring(missing=policy)
    more = [*rows, row[: len(weights)]]

    one = results(drawn((weights, rows), scoring=scoring))
    other = results(drawn((weights, more), scoring=scoring))

    assert {each: totals(other)[each] for each in totals(one)} == totals(one)


def test_what_is_scored_again_counts_only_once_it_is_revealed() -> None:
    tables = {"ann": {"x": (60,), "y": (20,)}}
    plain = room([1], tables, again={"ann": {"x": (10,)}}, robustness=FEW)

    assert totals(results(plain)) == {"x": 10, "y": 20}
    held = replace(plain, sheets={**plain.sheets, by("ann", Round.AGAIN): sheet(["c1"], {})})
    assert totals(results(held)) == {"x": 60, "y": 20}
