"""What was measured against what was promised, and how a measurement is taken."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Timed = Callable[[], float]
"""Does a thing once and gives how long it took, in seconds."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table. Less is better; a line without a promise is for information."""

    goal: str
    what: str
    value: float
    unit: str
    promise: float | None = None
    stretch: float | None = None
    detail: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether what was promised is not kept."""
        return self.promise is not None and self.value > self.promise

    @property
    def verdict(self) -> str:
        """How it stands to what was promised and to what is aimed at."""
        if self.promise is None:
            return "for information"
        if self.is_missed:
            return "MISSED"
        reached = self.stretch is not None and self.value <= self.stretch
        return "stretch reached" if reached else "promise kept"


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A line that could not be measured here, and why."""

    goal: str
    what: str
    why: str
    is_missed: bool = False


Line = Measured | NotMeasured


@dataclass(frozen=True, slots=True)
class Taken:
    """What each peer took in each round, in seconds."""

    rounds: Mapping[str, list[float]]

    def median(self, name: str) -> float:
        """Give what a peer took in the middle of its rounds."""
        return median(self.rounds[name])

    def ratio(self, ours: str, peer: str) -> float:
        """Give the median of the ratios within a round, whose peers share the machine's mood."""
        pairs = zip(self.rounds[ours], self.rounds[peer], strict=True)
        return median(ours_took / peer_took for ours_took, peer_took in pairs)

    def compared(
        self,
        goal: str,
        what: str,
        ours: str,
        peer: str,
        bounds: tuple[float, float] | None = None,
        *,
        repeats: int = 1,
    ) -> Measured:
        """Make the line of the table that holds us against a peer."""
        promise, stretch = bounds or (None, None)
        each = (milliseconds(self.median(name) / repeats) for name in (ours, peer))
        found = self.ratio(ours, peer)
        return Measured(goal, what, found, "x", promise, stretch, " / ".join(each))


def interleaved(rounds: int, **peers: Timed) -> Taken:
    """Take each peer in turn, round after round, and give what each took.

    The machine drifts by more than the peers differ, so they must share its moods. A first round
    warms everything up and is not counted.
    """
    taken: dict[str, list[float]] = {name: [] for name in peers}
    for number in range(rounds + 1):
        for name, timed in peers.items():
            seconds = timed()
            if number:
                taken[name].append(seconds)
    return Taken(taken)


def timing(work: Callable[[], object]) -> Timed:
    """Make of some work what does it once and gives the seconds it took."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return once


def milliseconds(seconds: float) -> str:
    """Write a time in milliseconds, to three figures at the least."""
    taken = seconds * 1000
    return f"{taken:.0f} ms" if taken >= 100 else f"{taken:.3g} ms"


def machine() -> str:
    """Say what all this was measured on."""
    parts = (
        f"{os.cpu_count()} cores",
        _processor(),
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}",
    )
    return ", ".join(filter(None, parts))


def _processor() -> str:
    if sys.platform.startswith("linux"):
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
