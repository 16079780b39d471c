"""The correlation of each column of a table with each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_FEWEST = 3
"""Through two points there is always a line."""
_FLAT = 1e-8
"""A column that varies by no more, in squared points, is the same throughout."""


def correlations(rows: Sequence[Sequence[float | None]]) -> list[list[float]]:
    """Give Pearson's correlation of all pairs of columns, from -1 to 1.

    Each pair goes by the rows that have both, of which there must be three. Nought where there
    are fewer, or where a column is the same in all of them.
    """
    table = np.array(rows, dtype=float)
    there = (~np.isnan(table)).astype(float)
    known = np.where(np.isnan(table), 0.0, table)
    means = known.sum(axis=0) / np.maximum(there.sum(axis=0), 1)
    centred = (known - means) * there  # so that no digits are lost in the sums
    counts = np.maximum(there.T @ there, 1)
    sums = centred.T @ there
    squares = (centred**2).T @ there
    spread = squares / counts - (sums / counts) ** 2
    together = centred.T @ centred / counts - sums * sums.T / counts**2
    usable = (counts >= _FEWEST) & (spread > _FLAT) & (spread.T > _FLAT)
    scale = np.sqrt(np.where(usable, spread * spread.T, 1.0))
    found: list[list[float]] = np.where(usable, together / scale, 0.0).clip(-1, 1).tolist()
    return found
