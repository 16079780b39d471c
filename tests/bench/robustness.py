"""G1, G2: a million draws of weights, with scores that are not exact or are, against a peer.

The peer is pysensmcda 2.0.0, the strongest of Python: its `simulate` with plain weighted sums,
storing sums only, timed at 2^16 draws and counted 16 times; scores that are not exact are drawn for
it by NumPy's `Generator.triangular`, in its time. Ours does more in its own: pairwise winning
indices, confidence factors, ties, standard errors.

The ceiling is what one core could do at the best: 656 operations for a draw with exact scores,
2,696 where 120 cells are drawn each time, at the rate that NumPy's float32 product of two matrices
of 1,536 a side reaches on one thread in the same round, an operation being half a multiplication
with its addition. (That rate is itself a little below what the core could issue.)
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import replace

from tests.bench.measuring import Line, Measured, NotMeasured, Taken
from tests.bench.processes import home

DRAWS = 2**20
SIDE = 1536
OPERATIONS = {"exact": 656, "spread": 2_696}
GOALS = {"spread": "G1", "exact": "G2"}
WORDS = {"spread": "scores drawn", "exact": "exact scores"}
AGAINST_PEER = {"spread": (1 / 60, 1 / 100), "exact": (1 / 45, 1 / 100)}
AGAINST_CEILING = {"spread": (5.0, 2.5), "exact": (12.0, 5.0)}
MOST_MEMORY = 300.0
"""In MiB."""
LARGE = ("200", "200", str(DRAWS), "8")
"""Options, criteria, draws, and the chunks after which nothing new is kept in memory."""


def measure(rounds: int) -> list[Line]:
    """Measure ours against the peer and the ceiling, its error, and the memory it takes."""
    with home() as place:
        said = place.run("tried_draws", str(rounds))
    taken = said["rounds"]
    lines = [line for kind in ("spread", "exact") for line in _compared(taken, kind)]
    what = f"scores drawn: error / that of independent draws, 2^16 draws, {said['seeds']} seeds"
    lines.append(Measured("G1", what, said["error"], "x", 1.05, 1.0))
    return [*lines, *_memory()]


def _compared(taken: Mapping[str, list[float]], kind: str) -> list[Line]:
    goal, words, ours = GOALS[kind], f"2^20 draws, {WORDS[kind]}", taken[kind]
    products = taken["products"]
    ceiling = [each * DRAWS * OPERATIONS[kind] / SIDE**3 for each in products]
    peer = taken.get(f"peer_{kind}")
    what = f"{words} / pysensmcda 2.0.0"
    lines: list[Line] = []
    if peer is None:
        lines.append(NotMeasured(goal, what, "pysensmcda is not installed"))
    else:
        both = Taken({"ours": ours, "peer": peer})
        line = both.compared(goal, what, "ours", "peer", AGAINST_PEER[kind])
        lines.append(replace(line, detail=f"{line.detail}; 1 / {1 / line.value:.0f}"))
    both = Taken({"ours": ours, "ceiling": ceiling})
    bounds = AGAINST_CEILING[kind]
    return [*lines, both.compared(goal, f"{words} / ceiling", "ours", "ceiling", bounds)]


def _memory() -> list[Line]:
    what = "most memory of 2^20 draws, scores drawn,"
    if importlib.util.find_spec("resource") is None:
        return [NotMeasured("G1", what, "this system does not tell")]
    cases = {"8 x 15": ("8", "15", str(DRAWS), str(DRAWS)), "200 x 200": LARGE}
    with home() as place:
        return [
            Measured("G1", f"{what} {size}", place.run("most_memory", *told)["most"], "MiB", most)
            for size, told in cases.items()
            for most in (MOST_MEMORY,)
        ]
