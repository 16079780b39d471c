"""What follows for each option, weighed as the panel did and otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel

from appraiser.analysis.gates import gate_results
from appraiser.analysis.option_results import OptionResult, option_results, weighed
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.weighting.weights import model_weights
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.ids import CriterionId, GateAnswerId, OptionId
from appraiser.domain.scores import Scoring
from appraiser.domain.terms import Answer, Gate, MissingScores

SHIPPED = load_catalogue()
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}
BARS_B = (
    GateAnswer(id=GateAnswerId("no"), option=OptionId("b"), gate=Gate.SAFE, answer=Answer.NO),
)


def options(appraisal: Appraisal) -> tuple[OptionResult, ...]:
    weights, _ = model_weights(appraisal)
    gates = gate_results(appraisal, SHIPPED)
    return option_results(appraisal, score_matrix(appraisal), weights, gates)


def shares(*each: float) -> dict[CriterionId, float]:
    return {CriterionId(f"c{at}"): share for at, share in enumerate(each, start=1)}


def test_other_weights_make_other_totals_and_ranks_of_the_same_scores() -> None:
    made = panel(WEIGHTS, ROWS)

    found = weighed(made, options(made), shares(0.0, 0.0, 1.0))

    assert [each.total for each in found] == [0, 60, 100]
    assert [each.rank for each in found] == [each.open_rank for each in found] == [3, 2, 1]
    assert [part.points for part in found[1].contributions] == [0, 0, 60]
    assert [part.weight for part in found[1].contributions] == [0, 0, 1]
    assert [part.score for part in found[1].contributions] == [40, 100, 60]


def test_one_that_a_gate_bars_is_weighed_too_and_ranks_only_among_all() -> None:
    made = panel(WEIGHTS, ROWS, gate_answers=BARS_B)

    found = weighed(made, options(made), shares(0.0, 1.0, 0.0))

    assert [each.rank for each in found] == [3, 1, 2]
    assert [each.open_rank for each in found] == [2, None, 1]


def test_a_missing_score_that_comes_to_weigh_nothing_withholds_no_total() -> None:
    made = panel(WEIGHTS, {"a": (10, None, 30), "b": (20, 20, 20)})

    held, given_ = options(made)[0], weighed(made, options(made), shares(0.5, 0.0, 0.5))[0]

    assert (held.total, held.rank) == (None, None)
    assert (given_.total, given_.rank, given_.scored_weight) == (20, 1, 1)
    assert [part.points for part in given_.contributions] == [5, None, 15]
    assert given_.missing == (CriterionId("c2"),)


@pytest.mark.parametrize("policy", [MissingScores.WITHHOLD, MissingScores.BOUNDS])
def test_a_missing_score_that_comes_to_weigh_something_withholds_the_total(policy) -> None:
    made = panel([1, 0], {"a": (10, None), "b": (20, 20)}, scoring=Scoring(missing=policy))

    had, lost = options(made)[0], weighed(made, options(made), shares(0.5, 0.5))[0]

    assert (had.total, lost.total) == (10, None)
    assert (lost.lowest, lost.highest) == (5, 55)


def test_where_scored_criteria_stand_for_the_whole_other_weights_do_too() -> None:
    policy = Scoring(missing=MissingScores.SCORED_ONLY)
    made = panel([1, 1, 2], {"a": (10, None, 30)}, scoring=policy)

    assert weighed(made, options(made), shares(0.6, 0.2, 0.2))[0].total == pytest.approx(15)
    assert weighed(made, options(made), shares(0.0, 1.0, 0.0))[0].total is None


def test_how_often_it_comes_first_is_left_out() -> None:
    made = panel(WEIGHTS, ROWS)

    assert {each.first_rank for each in weighed(made, options(made), shares(*WEIGHTS))} == {None}


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 100).map(float), min_size=3, max_size=3).filter(any),
    st.lists(st.lists(st.none() | st.integers(0, 100), min_size=3, max_size=3), max_size=4),
    st.sampled_from(MissingScores),
)
def test_the_weights_that_are_given_change_nothing(raw, rows, policy) -> None:
    named = {f"o{at}": row for at, row in enumerate(rows)}
    made = panel(raw, named, scoring=Scoring(missing=policy))
    weights, _ = model_weights(made)

    found = options(made)

    assert weighed(made, found, weights.leaf_shares) == found
