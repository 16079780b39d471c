"""What is drawn, a chunk of draws at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike

from appraiser.analysis.robustness.array_feeds import PartFeed, ScoreFeed
from appraiser.analysis.robustness.array_lattice import Bits
from appraiser.analysis.robustness.array_scores import (
    SCORES,
    Layers,
    Reals,
    ScoreDraws,
    Singles,
    Table,
)
from appraiser.analysis.robustness.array_weights import WeightPlan

WEIGHTS = 0
"""The stream of random bits that weights are drawn from."""


@dataclass(frozen=True, slots=True)
class Size:
    """So many draws, in shifts of so many points, so many of which share scores."""

    draws: int
    points: int
    sharing: int
    seed: int


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Draws of the parts that weights are made of."""

    drawn: Reals
    """(parts, draws)"""
    whole: Reals
    """(draws,): their sums."""


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Draws of scores, each for several draws of weights that follow on each other."""

    drawn: Singles
    """(cells, draws of them): those that are not exact."""
    factors: Reals
    """(draws of them, rows, criteria): all scores there are; see `Table.factors`."""


def parts_drawn(plan: WeightPlan, size: Size, chunk: int, kind: DTypeLike) -> Iterator[Parts]:
    """Draw parts without end, so many at a time; what was given is overwritten the next time."""
    bits = Bits(size.seed, WEIGHTS)
    feed = PartFeed(plan.draws(size.points, min(size.points, chunk), bits), size.points, bits)
    drawn = np.empty((plan.corners.shape[1], chunk), dtype=kind)
    one = np.ones(len(drawn), dtype=kind)
    while True:
        feed.fill(drawn)
        yield Parts(drawn, one @ drawn)


def scores_drawn(
    layers: Layers, table: Table, size: Size, chunk: int, kind: DTypeLike
) -> Iterator[Shared]:
    """Draw scores without end, for so many draws of weights at a time."""
    bits = Bits(size.seed, SCORES)
    feed = ScoreFeed(ScoreDraws(layers), size.points // size.sharing, bits)
    while True:
        drawn = feed.take(chunk // size.sharing)
        yield Shared(drawn, table.factors(drawn, kind))
