"""The options in play, with all that their ranking is examined with."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.analysis.money.costed import MILLION, X, Y, Z, cost, costed, once

from appraiser.analysis.gates import gate_results
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.money.money_results import money_results
from appraiser.analysis.option_results import option_results
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.score_ranges import ScoreRange, score_ranges
from appraiser.analysis.weighting.weights import model_weights
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import CriterionId, GateAnswerId, OptionId
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, Scoring
from appraiser.domain.terms import Answer, Gate, MissingScores, ValueShape

SHIPPED = load_catalogue()
ROWS = {"a": (10, 20), "b": (30, None), "c": (50, 60)}
SCORED_ONLY = Scoring(missing=MissingScores.SCORED_ONLY)


def playing(appraisal: Appraisal) -> InPlay:
    weights, _ = model_weights(appraisal)
    gates = gate_results(appraisal, SHIPPED)
    options = option_results(appraisal, score_matrix(appraisal), weights, gates)
    money = money_results(appraisal, SHIPPED)
    return in_play(appraisal, options, score_ranges(appraisal).of, money)


def barring(option: str) -> tuple[GateAnswer, ...]:
    return (
        GateAnswer(
            id=GateAnswerId("no"), option=OptionId(option), gate=Gate.SAFE, answer=Answer.NO
        ),
    )


def ranged(appraisal: Appraisal) -> Appraisal:
    """Give each score a range of five points to either side."""
    sheet = {
        cell: replace(score, low=score.value - 5, high=score.value + 5)
        for cell, score in appraisal.sheets[CONSENSUS].cells.items()
    }
    return replace(appraisal, sheets={CONSENSUS: ScoreSheet(sheet)})


def test_they_stand_in_the_order_of_the_shortlist_with_totals_and_scores() -> None:
    found = playing(panel([3, 1], {"z": (10, 20), "a": (50, 60)}))

    assert found.totals == {"z": pytest.approx(12.5), "a": pytest.approx(52.5)}
    assert list(found.totals) == list(found.scores) == list(found.costs) == ["z", "a"]
    assert found.scores["z"] == {"c1": 10, "c2": 20}
    assert found.complete
    assert found.can_be_compared


def test_one_that_a_gate_bars_is_out_with_its_ranges() -> None:
    made = ranged(panel([1, 1], ROWS, gate_answers=barring("a"), scoring=SCORED_ONLY))

    found = playing(made)

    assert list(found.scores) == ["b", "c"]
    assert {cell.option for cell in found.ranges} == {"b", "c"}
    assert found.ranges[Cell(OptionId("b"), CriterionId("c1"))] == ScoreRange(25, 30, 35)


def test_one_without_a_total_is_out() -> None:
    found = playing(panel([1, 1], ROWS))

    assert list(found.totals) == ["a", "c"]
    assert found.complete


def test_a_score_that_is_missing_is_not_there_and_nothing_is_complete() -> None:
    found = playing(panel([1, 1], ROWS, scoring=SCORED_ONLY))

    assert found.scores["b"] == {"c1": 30}
    assert not found.complete
    assert found.can_be_compared


def test_nothing_is_in_play_without_weights() -> None:
    found = playing(panel([0, 0], ROWS))

    assert (found.totals, found.scores, found.ranges, found.costs) == ({}, {}, {}, {})
    assert found.complete
    assert not found.can_be_compared


def test_one_alone_cannot_be_compared() -> None:
    assert not playing(panel([1.0], {"only": (1,)})).can_be_compared


def test_each_criterion_reaches_as_far_as_its_own_scale() -> None:
    made = panel([1, 1], {"a": (40, 50), "b": (40, 50)})
    steps = replace(made.criteria[1], shape=ValueShape.DISCRETE, points=((1.0, 20.0), (2.0, 90.0)))

    found = playing(replace(made, criteria=(made.criteria[0], steps)))

    assert found.reaches == {"c1": (0, 100), "c2": (20, 90)}


def test_a_branch_is_not_scored_and_has_no_reach() -> None:
    made = panel([1.0], {"a": (40,), "b": (50,)})
    branch = Criterion(id=CriterionId("over"), name="Over")
    under = replace(made.criteria[0], parent=branch.id)
    (weights,) = made.weight_sets
    raw = {**weights.raw, branch.id: 1.0}

    found = playing(
        replace(made, criteria=(branch, under), weight_sets=(replace(weights, raw=raw),))
    )

    assert list(found.reaches) == ["c1"]
    assert found.complete


def test_costs_are_the_present_value_of_costs_less_savings() -> None:
    """X costs a million once; Y saves a hundred pounds in the same year; Z changes nothing."""
    saving = cost(-100_00, "saving", Y, first_year=0, last_year=0)

    found = playing(costed(once(MILLION), saving))

    assert found.costs == {X: MILLION, Y: -100_00, Z: 0}


def test_a_cost_that_is_not_known_is_none() -> None:
    found = playing(panel([1.0], {"a": (40,), "b": (50,)}))

    assert found.costs == {"a": None, "b": None}


def test_a_score_made_of_performance_counts_as_the_score_that_it_comes_to() -> None:
    made = panel([1.0], {"a": (None,), "b": (50,)})
    line = replace(made.criteria[0], shape=ValueShape.LINEAR, points=((0.0, 0.0), (10.0, 100.0)))
    cells = {
        **made.sheets[CONSENSUS].cells,
        Cell(OptionId("a"), CriterionId("c1")): Score(performance=3),
    }

    found = playing(replace(made, criteria=(line,), sheets={CONSENSUS: ScoreSheet(cells)}))

    assert found.scores["a"] == {"c1": 30}
