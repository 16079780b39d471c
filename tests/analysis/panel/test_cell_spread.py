"""How far people differ, cell by cell."""

from dataclasses import replace
from statistics import pstdev, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.panel.rooms import interest, room

from appraiser.analysis.panel.cell_spread import (
    CellSpread,
    SplitSign,
    cell_spreads,
    spread_of,
    to_talk_about,
    two_camps,
)
from appraiser.analysis.scoring.gathering import gathered
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.scores import Scoring
from appraiser.domain.terms import InterestDecision, Round, ScoringPhase


def alone(*scores: float | None, **changes) -> Appraisal:
    """Make a room in which each person scores one option on one criterion."""
    return room([1], {f"p{at}": {"x": (score,)} for at, score in enumerate(scores)}, **changes)


def only(appraisal: Appraisal) -> CellSpread:
    (cell,) = cell_spreads(appraisal)
    return cell


def test_a_cell_is_described_by_numbers_that_anyone_can_work_out() -> None:
    now = only(alone(10, 20, 40, 50)).now

    assert (now.count, now.mean, now.median) == (4, 30, 30)
    assert (now.lowest, now.highest) == (10, 50)
    assert (now.lower_quartile, now.upper_quartile) == (17.5, 42.5)
    assert now.deviation == pytest.approx(250**0.5)
    assert now.normalised == pytest.approx(250**0.5 / 50)


def test_half_at_either_end_is_the_largest_deviation_there_is() -> None:
    assert only(alone(0, 100, 0, 100)).now.normalised == 1


def test_one_score_has_no_spread_and_nobody_is_split() -> None:
    cell = only(alone(70))

    assert (cell.now.count, cell.now.deviation, cell.now.lower_quartile) == (1, 0, 70)
    assert cell.signs == ()


@given(st.lists(st.integers(0, 100), min_size=2, max_size=12))
def test_quartiles_and_deviation_are_those_of_the_standard_library(scores) -> None:
    found = spread_of(scores)
    lower, middle, upper = quantiles(scores, n=4, method="inclusive")

    assert (found.lower_quartile, found.median, found.upper_quartile) == pytest.approx(
        (lower, middle, upper)
    )
    assert found.deviation == pytest.approx(pstdev(scores), abs=1e-9)


@pytest.mark.parametrize(
    ("scores", "signs"),
    [
        ((40, 50, 60, 79), ()),
        ((40, 50, 60, 80), ("range",)),
        ((40, 69), ()),
        ((40, 70), ("deviation",)),
        ((50, 50, 50, 90), ("range", "deviation")),
        ((40, 45, 65, 70), ("camps",)),
        ((10, 10, 90, 90), ("range", "deviation", "camps")),
    ],
)
def test_a_cell_is_split_by_range_by_deviation_or_by_two_camps(scores, signs) -> None:
    """method.md 4.5: range of 40; peers.md 2.2: normalised deviation above 0.3."""
    assert only(alone(*scores)).signs == tuple(map(SplitSign, signs))


def test_the_scoring_says_what_counts_as_split() -> None:
    def signs(**changes) -> tuple[SplitSign, ...]:
        scoring = Scoring(feed="mean", phase=ScoringPhase.CLOSED, **changes)
        return only(alone(50, 60, scoring=scoring)).signs

    assert signs() == ()
    assert signs(split_range=10.0) == (SplitSign.RANGE,)
    assert signs(split_deviation=0.1) == (SplitSign.DEVIATION,)


@pytest.mark.parametrize(
    ("scores", "camps"),
    [
        ((40, 45, 65, 70), True),
        ((40, 45, 64, 70), False),
        ((40, 65, 70), False),
        ((10, 30, 60, 80), True),
        ((10, 45, 70, 80), False),
        ((20, 20, 20, 80), False),
        ((None, 40, None, 45, 65, 70), True),
        ((), False),
    ],
)
def test_camps_are_two_or_more_on_either_side_of_a_gap_wider_than_either(scores, camps) -> None:
    assert two_camps(scores, 20) is camps


def test_only_scores_that_count_take_part() -> None:
    aside = (interest("p2", InterestDecision.LEAVE),)

    assert only(alone(40, 50, 100, interests=aside)).now.highest == 50


def test_nothing_is_shown_until_a_round_is_revealed() -> None:
    hidden = alone(40, 50)

    closed = replace(hidden.scoring, phase=ScoringPhase.ALONE)
    assert cell_spreads(replace(hidden, scoring=closed)) == ()


def test_the_second_round_is_shown_beside_the_first() -> None:
    tables = {"ann": {"x": (10, 50)}, "bob": {"x": (90, 60)}, "cat": {"x": (None, None)}}
    made = room(
        [1, 1],
        tables,
        again={"ann": {"x": (60, None)}, "cat": {"x": (80, None)}},
        agreed={"x": (70, None)},
    )

    first, second = cell_spreads(made)

    assert (first.option, first.criterion, first.round) == ("x", "c1", Round.AGAIN)
    assert (first.before.lowest, first.before.highest, first.before.count) == (10, 90, 2)
    assert (first.now.lowest, first.now.highest, first.now.count) == (60, 90, 3)
    assert (first.moved, first.consensus) == (1, 70)
    assert (second.round, second.before, second.moved) == (Round.ALONE, None, 0)
    assert (second.now.mean, second.consensus) == (55, None)


def test_scores_that_are_gathered_already_come_to_the_same() -> None:
    made = room([1], {"ann": {"x": (10,)}}, again={"ann": {"x": (60,)}})

    assert cell_spreads(made, gathered(made)) == cell_spreads(made)


def test_while_people_score_again_only_the_first_round_is_shown() -> None:
    made = room([1], {"ann": {"x": (10,)}}, again={"ann": {"x": (60,)}})
    cell = only(replace(made, scoring=replace(made.scoring, phase=ScoringPhase.AGAIN)))

    assert (cell.round, cell.now.mean, cell.before) == (Round.ALONE, 10, None)


def test_a_cell_scored_only_in_the_second_round_has_no_spread_before() -> None:
    cell = only(room([1], {"ann": {"x": (None,)}}, again={"ann": {"x": (60,)}}))

    assert (cell.round, cell.before, cell.moved) == (Round.AGAIN, None, 0)


def test_cells_to_talk_about_come_with_the_widest_first() -> None:
    made = room(
        [1, 1, 1],
        {
            "ann": {"x": (0, 50, 20), "y": (30, 0, 50)},
            "bob": {"x": (60, 50, 80), "y": (70, 100, 50)},
        },
    )

    found = [(each.option, each.criterion) for each in to_talk_about(cell_spreads(made))]

    assert found == [("y", "c2"), ("x", "c1"), ("x", "c3"), ("y", "c1")]
