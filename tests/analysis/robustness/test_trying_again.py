"""One simulation over other weights: what was kept of the last run changes no answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.robustness.tables import rows

from appraiser.analysis.robustness.beliefs import Triangular
from appraiser.analysis.robustness.simulation import DRAWS, Effort, Simulation, simulate
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightBelief,
    WeightsAround,
    WeightsWithin,
)
from appraiser.domain.problem import Problem

EXACT = rows({"A": (100, 20, 0), "B": (40, 100, 60), "C": (0, 60, 100)})
ALIKE = rows({"A": (70, 40, 40), "B": (70, 40, 40), "C": (40, 70, 41)})
LACKING = rows({"A": (None, 90, 10), "B": (50, None, 60), "C": (60, 40, 55)})
SPREAD = rows(
    {
        "A": (Triangular(60, 80, 90), 20, 30),
        "B": (40, Triangular(50, 70, 95), 20),
        "C": (50, 50, None),
    }
)
TABLES = {"exact": EXACT, "alike": ALIKE, "lacking": LACKING, "spread": SPREAD}
LONG = 2 * DRAWS
"""Too many for all of them to be kept."""


def around(*weights: float) -> WeightBelief:
    return WeightsAround(_named(weights), 20)


def within(*weights: float) -> WeightBelief:
    whole = sum(weights)
    shares = [each / whole for each in weights]
    return WeightsWithin(_named([(each * 0.8, min(1.0, each * 1.2)) for each in shares]))


def ranked(*weights: float) -> WeightBelief:
    return RankedWeights(_named(weights))


def any_weights(*weights: float) -> WeightBelief:
    return AnyWeights(_named(weights))


def _named(each_criterion):
    return {str(at): each for at, each in enumerate(each_criterion)}


BELIEFS = (ranked, any_weights, around, within)


@pytest.mark.parametrize("draws", [1_024, DRAWS, LONG])
@pytest.mark.parametrize("belief", BELIEFS, ids=lambda belief: belief.__name__)
@pytest.mark.parametrize("scores", TABLES.values(), ids=TABLES)
def test_first_places_alone_are_those_of_the_whole_answer_draw_for_draw(
    scores, belief, draws
) -> None:
    weights, effort = belief(5, 3, 3), Effort(draws, seed=7)

    found = Simulation(scores, effort).firsts(weights)

    assert list(found) == ["A", "B", "C"]
    assert found == pytest.approx(simulate(weights, scores, effort).first, abs=1e-12)


@pytest.mark.parametrize("precision", ["float32", "float64"])
def test_first_places_are_the_same_in_either_precision(precision) -> None:
    effort = Effort(DRAWS, precision=precision)

    found = Simulation(SPREAD, effort).firsts(ranked(5, 3, 1))

    assert found == Simulation(SPREAD, Effort(DRAWS)).firsts(ranked(5, 3, 1))


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(list(TABLES)),
    st.sampled_from([1_024, LONG]),
    st.lists(
        st.tuples(
            st.sampled_from(BELIEFS), st.tuples(st.integers(0, 5), st.just(3), st.integers(1, 5))
        ),
        min_size=2,
        max_size=4,
    ),
)
def test_what_was_tried_before_changes_nothing(which, draws, asked) -> None:
    """Weights in another order, tied or of nothing, and other beliefs of them, in turn."""
    simulation = Simulation(TABLES[which], Effort(draws))

    for belief, numbers in asked:
        weights = belief(*numbers)
        assert simulation.over(weights) == simulate(weights, TABLES[which], Effort(draws))
        anew = Simulation(TABLES[which], Effort(draws))
        assert simulation.firsts(weights) == anew.firsts(weights)


def test_a_refused_weight_leaves_the_simulation_fit_for_the_next() -> None:
    simulation = Simulation(LACKING)

    with pytest.raises(Problem, match="no score that carries weight"):
        simulation.firsts(ranked(1, 0, 0))

    assert simulation.firsts(ranked(3, 2, 1)) == Simulation(LACKING).firsts(ranked(3, 2, 1))
