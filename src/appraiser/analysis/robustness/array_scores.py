"""The scores of a case as arrays: those that are exact, and draws of those that are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy import bool_, float32, float64, int64
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import DTypeLike, NDArray

from appraiser.analysis.robustness.array_lattice import Bits, scrambled
from appraiser.analysis.robustness.array_quantiles import quantiles
from appraiser.analysis.robustness.beliefs import middle
from appraiser.analysis.robustness.case import Cells, Rows
from appraiser.analysis.scoring.ranking import TIE

Floats = NDArray[float64]
Singles = NDArray[float32]
Reals = NDArray[Any]
"""Of float32 or float64, as totals are first reckoned in."""
Whole = NDArray[int64]

_AT_A_TIME = 2**15
"""Quantiles worked out at a time."""
_AHEAD = 2**19
"""Scores read at a time."""
_ASKEW, _FEW = 16, 64
SCORES = 1
"""The stream of random bits that scores are drawn from."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows of scores against criteria, about nought and of size 1 at the most.

    Options whose scores are exact and the same are one row. Shifting a criterion's scores and
    dividing all by `scale` changes no rank, and leaves more digits to the differences. Where a
    score is missing, all criteria are shifted alike, which changes no rank then either.
    """

    exact: Floats
    """(rows and lacking rows, criteria): the exact scores; nought where a score is drawn or
    missing. Below them each lacking row again, 1 where there is a score."""
    present: NDArray[bool_]
    """(rows, criteria): whether there is a score."""
    drawn: Whole
    """Where the drawn scores stand, counted along the rows."""
    centre: Floats
    """(criteria,): what the scores are shifted by."""
    scale: float
    row_of: Whole
    """(options,): the row of each option."""
    sizes: Whole
    """(rows,): how many options each row stands for."""
    lacking: Whole
    """The rows in which a score is missing."""

    @property
    def fixed(self) -> Floats:
        """(rows, criteria): the exact scores."""
        return self.exact[: len(self.present)]

    def factors(self, scores: Singles, kind: DTypeLike) -> Reals:
        """Give what weights are multiplied by (draws, rows, criteria), as `exact` is laid out.

        `scores` (cells, draws) are those that are drawn.
        """
        found = np.empty((scores.shape[1], *self.exact.shape), dtype=kind)
        flat = found.reshape(len(found), -1)
        if len(scores) < self.exact.size:
            found[:] = self.exact
            flat[:, self.drawn] = scores.T
        else:
            flat[:] = scores.T
        return found


def table_of(rows: Sequence[Cells]) -> Table:
    """Lay out the scores of options, a row of beliefs for each."""
    row_of, options = _alike(rows)
    cells = [rows[option] for option in options]
    middles = np.array(
        [[np.nan if each is None else middle(each) for each in row] for row in cells]
    )
    present = ~np.isnan(middles)
    known = np.where(present, middles, 0.0)
    if present.all():
        centre = known.mean(axis=0)
    else:
        centre = np.full(known.shape[1], known.sum() / present.sum())
    drawn = np.array(
        [not isinstance(each, (int, float)) and each is not None for row in cells for each in row]
    )
    exact = present & ~drawn.reshape(present.shape)
    fixed = np.where(exact, known - centre, 0.0)
    apart = float(np.abs(np.where(present, known - centre, 0.0)).max())
    scale = apart if apart > TIE else 1.0  # what is drawn may lie much farther out
    lacking = np.flatnonzero(~present.all(axis=1))
    return Table(
        exact=np.vstack([fixed / scale, present[lacking]]),
        present=present,
        drawn=np.flatnonzero(drawn),
        centre=centre,
        scale=scale,
        row_of=row_of,
        sizes=np.bincount(row_of, minlength=len(fixed)),
        lacking=lacking,
    )


def _alike(cells: Sequence[Cells]) -> tuple[Whole, list[int]]:
    """Find which options are alike in scores that are exact; the others are alike to nobody."""
    rows: dict[object, int] = {}
    options: list[int] = []
    row_of = []
    for option, row in enumerate(cells):
        exact = all(each is None or isinstance(each, (int, float)) for each in row)
        key: object = row if exact else option
        if key not in rows:
            rows[key] = len(rows)
            options.append(option)
        row_of.append(rows[key])
    return np.array(row_of), options


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Quantiles of the scores that are not exact, laid out to be read from any place on.

    Each cell runs through even parts of its quantiles in a scrambled order of its own, a part for
    each draw of a shift: a Latin hypercube (McKay, Beckman and Conover 1979). Each has as many
    layers of them as `grain` says, so that a shift is as fine as the quantiles are.
    """

    rows: Singles
    """(cells x grain, draws and some more, as at the beginning)."""
    grain: int
    draws: int
    ahead: int
    """So many draws may be read at a time."""
    farthest: float


def layers_of(rows: Rows, table: Table, size: tuple[int, int], seed: int) -> Layers:
    """Lay out `size` (quantiles, draws of a shift) of the scores of rows, in units of a table."""
    spreads, bits = rows.spreads, Bits(seed, SCORES)
    count, draws = size
    grain = count // draws
    ahead = min(draws, max(1, _AHEAD // len(spreads)))
    length = draws + ahead + _ASKEW
    cells = np.empty((len(spreads), grain, length), dtype=float32)
    step = max(1, _AT_A_TIME // count)
    for at in range(0, len(spreads), step):
        some = spreads[at : at + step]
        found = quantiles([belief for _, _, belief in some], count)
        found -= table.centre[[column for _, column, _ in some], None]
        found /= table.scale
        parts = found.reshape(len(some), draws, grain)
        order = scrambled(bits, len(some), draws)[:, :, None]
        layers = np.take_along_axis(parts, order, axis=1).transpose(0, 2, 1)
        cells[at : at + step, :, :draws] = layers
    cells[:, :, draws:] = cells[:, :, np.arange(length - draws) & (draws - 1)]
    farthest = float(np.abs(cells).max())
    return Layers(cells.reshape(-1, length), grain, draws, ahead, farthest)


class ScoreDraws:
    """Draws of the scores that are not exact.

    As a `Lattice` does, each shift reads every cell from another random place, and another layer.
    """

    def __init__(self, layers: Layers) -> None:
        """Read from layers that others may read from too."""
        self.draws, self.ahead, self.farthest = layers.draws, layers.ahead, layers.farthest
        self._grain, self._layers = layers.grain, layers.rows
        self._windows = sliding_window_view(layers.rows, layers.ahead + _ASKEW, axis=1)
        self._firsts = np.arange(0, len(layers.rows), layers.grain)
        self._rows = self._places = self._firsts

    def turn(self, bits: Bits) -> None:
        """Shift all cells anew."""
        self._rows = self._firsts + bits.below(self._grain, len(self._firsts))
        self._places = bits.below(self.draws, len(self._firsts))

    def next(self, start: int, draws: int) -> Singles:
        """Give the scores (cells, draws) of this shift from one on, up to `ahead` of them."""
        places = (self._places + start) & (self.draws - 1)
        if draws <= _FEW:
            begin = self._rows * self._layers.shape[1] + places
            return np.asarray(np.take(self._layers, begin[:, None] + np.arange(draws)))
        # rows longer than a power of two, so that a column of them is not all in one cache set
        found = self._windows[self._rows, places, : draws + _ASKEW]
        return np.asarray(found[:, :draws])
