"""G7: from the start of the process to the first painted window, against an empty window."""

from __future__ import annotations

from importlib.util import find_spec
from statistics import median

from tests.bench.measuring import Line, Measured, NotMeasured, interleaved
from tests.bench.processes import Home, home

GOAL = "G7"
PEER = "ReText"
BARE = "first window / bare window"
BESIDE_PEER = f"first window / {PEER}"


def measure(rounds: int) -> list[Line]:
    """Measure time and memory to the first paint."""
    memory: list[float | None] = []

    def painted(place: Home, child: str) -> float:
        found = place.run(child)
        if child == "our_window":
            memory.append(found["memory"])
        return float(found["painted"] - found["began"])

    has_peer = find_spec(PEER) is not None and find_spec("PyQt6") is not None
    children = ["our_window", "bare_window", *(["retext_window"] if has_peer else [])]
    with home() as place:
        taken = interleaved(
            rounds, **{child: lambda child=child: painted(place, child) for child in children}
        )
    lines: list[Line] = [
        taken.compared(GOAL, BARE, "our_window", "bare_window", (1.25, 1.05)),
        taken.compared(GOAL, BESIDE_PEER, "our_window", "retext_window", (0.85, 0.65))
        if has_peer
        else NotMeasured(GOAL, BESIDE_PEER, f"{PEER} is not installed"),
    ]
    held = [each for each in memory if each is not None]
    if held:
        lines.append(Measured(GOAL, "memory at first paint", median(held), "MiB", 70))
    return lines
