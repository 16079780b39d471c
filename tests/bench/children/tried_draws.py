"""Times ours against pysensmcda and against products of matrices, in turn, on one thread.

Told the rounds; says the seconds that each took in each round, for as many draws, and how large
the error is. Of the peer it says nothing where that is not installed.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is imported: one thread for all alike

import importlib.util
import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from tests.bench import instance

from appraiser.analysis.robustness.beliefs import Triangular
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import AnyWeights

DRAWS, PEER_DRAWS = 2**20, 2**16
SIDE = 1536
SEEDS, SEEDED_DRAWS, REFERENCES = 40, 2**16, 8

NAMES = [f"criterion-{at:02}" for at in range(instance.CRITERIA)]
ANY = AnyWeights(dict.fromkeys(NAMES, 1.0))
LOW, LIKELIEST, HIGH = instance.triangular()
EXACT = {
    f"option-{row}": dict(zip(NAMES, scores, strict=True))
    for row, scores in enumerate(instance.scores().tolist())
}
SPREAD = {
    f"option-{row}": {
        name: Triangular(*map(float, ends))
        for name, *ends in zip(NAMES, LOW[row], LIKELIEST[row], HIGH[row], strict=True)
    }
    for row in range(instance.OPTIONS)
}


def ours(scores):
    return lambda: simulate(ANY, scores, Effort(DRAWS))


def peer(spread):
    """Make what runs pysensmcda on plain weighted sums, the least that it can be asked to do."""
    from pysensmcda.smaa import central_weights, rank_acceptability
    from pysensmcda.smaa import simulate as simulate_there

    types = np.ones(instance.CRITERIA, dtype=int)
    source = np.random.default_rng(1)

    def run():
        samples = None
        if spread:
            shape = (PEER_DRAWS, instance.OPTIONS, instance.CRITERIA)
            samples = source.triangular(LOW, LIKELIEST, HIGH, size=shape)
        found = simulate_there(
            lambda matrix, weights, types: matrix @ weights,
            instance.scores(),
            types,
            num_samples=PEER_DRAWS,
            matrix_samples=samples,
            store="accumulate",
            seed=1,
        )
        return rank_acceptability(found), central_weights(found)

    return run


def products():
    table = np.full((SIDE, SIDE), 0.5, dtype=np.float32)
    out = np.empty_like(table)
    return lambda: np.matmul(table, table, out=out)


def took(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def error():
    """Give the root of the mean squared error over that of as many independent draws."""

    def shares(draws, seed):
        found = simulate(ANY, SPREAD, Effort(draws, seed))
        return np.array([each.acceptabilities for each in found.standings])

    reference = np.mean([shares(DRAWS, 1000 + seed) for seed in range(REFERENCES)], axis=0)
    tried = np.array([shares(SEEDED_DRAWS, seed) for seed in range(SEEDS)])
    independent = (reference * (1 - reference)).mean() / SEEDED_DRAWS
    return float(np.sqrt(((tried - reference) ** 2).mean() / independent))


works = {
    "exact": ours(EXACT),
    "spread": ours(SPREAD),
    "products": products(),
}
if importlib.util.find_spec("pysensmcda"):
    works |= {"peer_exact": peer(spread=False), "peer_spread": peer(spread=True)}
rounds = {name: [] for name in works}
for number in range(int(sys.argv[1]) + 1):
    for name, work in works.items():
        seconds = took(work)
        if number:
            rounds[name].append(seconds)
for name in ("peer_exact", "peer_spread"):
    if name in rounds:
        rounds[name] = [seconds * DRAWS / PEER_DRAWS for seconds in rounds[name]]
print(json.dumps({"rounds": rounds, "error": error(), "seeds": SEEDS}))
