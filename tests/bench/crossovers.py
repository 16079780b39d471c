"""G6: every exact crossover of weights, against the peers that step each weight to find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib.util import find_spec

import numpy as np
from tests.analysis.sensitivity.exactly import exact_crossovers
from tests.bench.instance import Numbers, fixed_matrix, raw_weights, scores, weights
from tests.bench.measuring import Line, Measured, NotMeasured, interleaved, timing

from appraiser.analysis.sensitivity.crossovers import crossovers

GOAL = "G6"
STEPS = 101
REPEATS = 200
"""Runs of ours in each round, since one alone is too short to time."""

Sweep = Callable[[], object]


def measure(rounds: int) -> list[Line]:
    """Measure the time of all crossovers, in thousandths of a peer's sweep, and their error."""
    return [_error(), *(_held_against(name, rounds) for name in PEERS)]


def _held_against(name: str, rounds: int) -> Line:
    package, made = PEERS[name]
    what = f"all crossovers / {name}'s {STEPS} steps"
    if find_spec(package) is None:
        return NotMeasured(GOAL, what, f"{name} is not installed")
    matrix = fixed_matrix()
    once = timing(lambda: [crossovers(matrix) for _ in range(REPEATS)])
    taken = interleaved(rounds, ours=lambda: once() / REPEATS, peer=timing(made()))
    found = taken.compared(GOAL, what, "ours", "peer")
    thousandths = found.value * 1000
    return Measured(GOAL, what, thousandths, "thousandths", 1000 / 800, 1000 / 2000, found.detail)


def _stepped() -> Iterator[Numbers]:
    """Give the weights of every step: each in turn from 0 to 1, the others in their ratios."""
    now = weights()
    for criterion, weight in enumerate(now):
        others = now / (1 - weight)
        for step in np.linspace(0, 1, STEPS):
            tried = others * (1 - step)
            tried[criterion] = step
            yield tried


def _pyrepo() -> Sweep:
    from pyrepo_mcda.additions import rank_preferences
    from pyrepo_mcda.mcda_methods import SAW

    table, tried, method = scores(), list(_stepped()), SAW()
    gains = np.ones(table.shape[1])
    return lambda: [rank_preferences(method(table, each, gains)) for each in tried]


def _pymcdm() -> Sweep:
    from pymcdm.methods import WSM
    from pymcdm.normalizations import max_normalization

    table, tried, method = scores(), list(_stepped()), WSM(max_normalization)
    gains = np.ones(table.shape[1])
    return lambda: [method.rank(method(table, each, gains, validation=False)) for each in tried]


PEERS: dict[str, tuple[str, Callable[[], Sweep]]] = {
    "pyrepo-mcda": ("pyrepo_mcda", _pyrepo),
    "pymcdm": ("pymcdm", _pymcdm),
}


def _error() -> Measured:
    """Hold every crossover against the closed form in fractions."""
    found = crossovers(fixed_matrix())
    exact = exact_crossovers(raw_weights(), scores().tolist())
    places = zip(
        *(each.tolist() for each in (found.first, found.second, found.criterion)), strict=True
    )
    stated = dict(zip(places, found.weight.tolist(), strict=True))
    assert stated.keys() == exact.keys()
    largest = max(abs(Fraction(stated[each]) - at) for each, at in exact.items())
    what, detail = "error of all crossovers", f"{len(exact)} crossovers"
    return Measured(GOAL, what, float(largest) * 1e15, "x 1e-15", 1000, detail=detail)
