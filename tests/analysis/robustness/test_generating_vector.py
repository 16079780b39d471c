"""The generating vector of the lattice is the one that its search finds, and a good one."""

import numpy as np
from tests.analysis.robustness.lattice_search import COMPONENTS, LEVELS, errors_of, search

from appraiser.analysis.robustness.generating_vector import VECTOR


def test_it_is_what_the_search_finds() -> None:
    assert list(VECTOR[:4]) == search(4)


def test_each_component_runs_through_all_points_once() -> None:
    assert len(VECTOR) == len(set(VECTOR)) == COMPONENTS
    assert all(each % 2 for each in VECTOR)


def test_it_is_better_than_most_vectors_drawn_at_random_at_every_number_of_points() -> None:
    """The first six components; of ten vectors drawn at random, fewer than half are as good."""
    source = np.random.PCG64(5)
    ours = np.array(errors_of(VECTOR[:6]))

    others = [
        errors_of((((source.random_raw(6) >> np.uint64(48)) | np.uint64(1)).astype(int)).tolist())
        for _ in range(10)
    ]

    assert len(ours) == len(LEVELS)
    assert ((np.array(others) < ours).mean(axis=0) < 0.5).all()
