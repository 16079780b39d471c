"""G8: how long the window could not answer while the rest was loaded, and when a file opens."""

from __future__ import annotations

from statistics import median

from tests.bench.measuring import Line, Measured
from tests.bench.processes import home

from appraiser.resources import sample

GOAL = "G8"


def measure(rounds: int) -> list[Line]:
    """Measure the longest gap between two beats of a 5 ms timer."""
    with home() as place:
        runs = [
            place.run("our_window", "ready", str(sample("leicester"))) for _ in range(rounds + 1)
        ][1:]
    loading = median(run["loading"] for run in runs) * 1000
    opening = median(run["opening"] for run in runs) * 1000
    return [
        Measured(GOAL, "longest gap while the rest loads", loading, "ms", 75, 35),
        Measured(GOAL, "longest gap while the sample opens", opening, "ms"),
    ]
