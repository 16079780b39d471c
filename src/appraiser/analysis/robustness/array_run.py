"""One run over all draws: what it draws, and how it is best gone through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from appraiser.analysis.robustness.array_chunks import Size
from appraiser.analysis.robustness.array_scores import Layers, Table
from appraiser.analysis.robustness.array_weights import WeightPlan
from appraiser.analysis.robustness.case import Rows
from appraiser.analysis.robustness.simulation import Precision
from appraiser.analysis.scoring.ranking import TIE

_CACHE = 2**21
"""Bytes that a chunk of draws may take up with its totals."""
_SMALLEST, _LARGEST = 2**8, 2**14
"""Draws in a chunk: fewer are not worth the calls, more do not fit into the cache."""
_FIRST_CHUNK, _LEAST_CHUNKS = 2**12, 8
"""Fresh memory is slow to be written to for the first time, so a few draws use little of it."""
_MOST_NUMBERS = 2**22
"""That a run which is one chunk may draw."""
_FEW_CLOSE = 0.02
_CROWDED = 1.3
"""How densely differences of totals lie about nought, in the units of a `Table`."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """So many draws of weights, by a plan, and of the scores of rows."""

    rows: Rows
    table: Table
    layers: Layers | None
    """Of the scores that are drawn, if there are any."""
    plan: WeightPlan
    size: Size
    kind: Precision
    """What totals are first reckoned in."""

    @property
    def slack(self) -> float:
        """How near two totals may be before rounding, or a tie, could decide between them."""
        return _slack(self.table, self.plan, self.layers, self.kind)

    @property
    def is_short(self) -> bool:
        """Whether all of it is one chunk, which may be kept for another run."""
        cells = 2 * self.table.exact.size // self.size.sharing
        numbers = self.size.draws * (self.plan.corners.shape[1] + cells)
        return self.size.draws <= _LARGEST and numbers <= _MOST_NUMBERS

    @property
    def chunk(self) -> int:
        """How many draws are best tried at a time, a power of two."""
        if self.is_short:
            return self.size.draws
        parts = int(self.plan.corners.shape[1])
        room = _CACHE // (np.dtype(self.kind).itemsize * (parts + 2 * len(self.table.fixed)))
        fitting = min(max(1 << (max(1, room).bit_length() - 1), _SMALLEST), _LARGEST)
        fitting = min(fitting, max(_FIRST_CHUNK, self.size.draws // _LEAST_CHUNKS))
        return min(self.size.draws, max(self.size.sharing, fitting))


def quicker(table: Table, plan: WeightPlan, layers: Layers | None) -> Precision:
    """Give the precision that is the quicker: too many draws may be too close for float32."""
    pairs = len(table.fixed) * (len(table.fixed) - 1) / 2
    close = pairs * 2 * _slack(table, plan, layers, "float32") * _CROWDED
    return "float32" if close < _FEW_CLOSE else "float64"


def _slack(table: Table, plan: WeightPlan, layers: Layers | None, kind: Precision) -> float:
    """Bound what rounding may come to.

    What is drawn is the same number in any precision; a score, a weight as the sum of parts at
    its corners, a sum over criteria and the slack itself are rounded, each by no more than a
    rounding unit of the farthest a score may lie (Higham 2002, chapter 3).
    """
    criteria, parts = plan.corners.shape
    unit = float(np.finfo(np.dtype(kind)).eps) / 2
    farthest = 1.0 if layers is None else max(1.0, layers.farthest)
    divided = 2 if len(table.lacking) else 1
    rounded = 2 * divided * (int(parts) + int(criteria) + 8) * unit * farthest
    return rounded + TIE / table.scale
