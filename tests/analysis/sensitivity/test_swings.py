"""Swings are told apart by their ratios alone, whatever is asked about the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import few, matrix_of, values_of

from appraiser.analysis.sensitivity.crossovers import crossovers
from appraiser.analysis.sensitivity.dominance import dominances
from appraiser.analysis.sensitivity.one_at_a_time import decisive_steps
from appraiser.analysis.sensitivity.potential_optimality import potential_optimality
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order, rank_order_dominances
from appraiser.analysis.sensitivity.rank_stability import without_each
from appraiser.analysis.sensitivity.score_switching import score_switches
from appraiser.analysis.sensitivity.tornado import tornado
from appraiser.analysis.weighting.weights import normalised

swings = st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any)
rows = st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=4)


@few
@given(swings, rows, st.sampled_from([0.01, 0.37, 3, 1e6]))
def test_swings_that_are_all_scaled_alike_change_nothing(raw, scores, by) -> None:
    options = {f"o{at}": row for at, row in enumerate(scores)}
    one, other = (
        matrix_of(normalised([each * factor for each in raw]), options) for factor in (1, by)
    )

    assert rank_order(one) == rank_order(other)
    for examine in (
        crossovers,
        dominances,
        decisive_steps,
        lambda matrix: [each.margin for each in potential_optimality(matrix)],
        rank_order_dominances,
        without_each,
        score_switches,
        lambda matrix: tornado(matrix, {}, 0.25),
    ):
        found, same = (list(values_of(examine(matrix))) for matrix in (one, other))
        assert len(found) == len(same)
        for each, its_twin in zip(found, same, strict=True):
            close = isinstance(each, float)
            assert each == (pytest.approx(its_twin, abs=1e-5) if close else its_twin)
