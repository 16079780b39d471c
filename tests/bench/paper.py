"""How long the paper of the Leicester sample takes: the first of a process, and later ones."""

from __future__ import annotations

from statistics import median

from tests.bench.measuring import Line, Measured
from tests.bench.processes import home

LATER = 3
"""Exports in one process after its first."""


def measure(rounds: int) -> list[Line]:
    """Measure the command in a fresh process, and exports in one that has written a paper."""
    with home() as place:
        runs = [place.run("fresh_paper", str(LATER)) for _ in range(rounds + 1)][1:]
    fresh = median(run["first"] - run["began"] for run in runs)
    later = median(run["later"] for run in runs)
    pages = f"{runs[0]['pages']} pages, {runs[0]['size'] / 1024:.0f} KiB"
    return [
        Measured("", "paper by a fresh process", fresh * 1000, "ms", detail=pages),
        Measured("", "paper once one was written", later * 1000, "ms", detail=pages),
    ]
