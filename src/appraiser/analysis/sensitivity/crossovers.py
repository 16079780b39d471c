"""Crossovers: the weights at which the totals of two options cross, all of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy import float64, intp
from numpy.typing import NDArray

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.scoring.value_matrix import ValueMatrix

Places = NDArray[intp]
Numbers = NDArray[float64]


@dataclass(frozen=True, slots=True, eq=False)
class Crossovers:
    """Where two options change places as one weight moves, an entry of each array for each.

    `first`, `second` and `criterion` are places in the matrix. `weight`, between 0 and 1, is
    where the two totals are equal; `gain` is how many points the second gains on the first as
    the weight goes from what it is now to 1, so it is ahead above that weight where `gain` is
    positive and below it where it is negative.
    """

    first: Places
    second: Places
    criterion: Places
    weight: Numbers
    gain: Numbers


def crossovers(matrix: ValueMatrix) -> Crossovers:
    """Give every crossover of every two options, for each criterion's weight in turn.

    The scores are taken to be checked: this is what is drawn anew while a weight is dragged.
    """
    first, second = _every_two(len(matrix.options))
    return crossovers_between(matrix.scores, matrix.weights, matrix.totals, first, second)


def crossovers_between(
    scores: Numbers, weights: Numbers, totals: Numbers, first: Places, second: Places
) -> Crossovers:
    """Give the crossovers of pairs of options as each of some weights runs from 0 to 1.

    `scores` (m, n) and `weights` (n,) are of the criteria, or of the branches, that are weighed
    anew; `totals` (m,) of the options; `first` and `second` name the pairs. The other weights
    keep their ratios (method.md section 5). With D the lead in total and d the lead in score,
    the lead on all else is D - w d, and the lead at weight t is (D - w d - t (D - d)) / (1 - w).

    Two options cross where one is ahead on the criterion and the other on all else, by more than
    a tie. Where they are equal on either they only touch, at weight 1 or at weight 0; at w = 1
    how all else would share is not known, and its lead, D - w d, is nought.
    """
    d = scores.take(first, 0)
    d -= scores.take(second, 0)
    lead = (totals.take(first) - totals.take(second))[:, None]
    on_all_else = lead - d * weights
    cross = np.maximum(on_all_else, d) > TIE
    cross &= np.minimum(on_all_else, d) < -TIE
    cells = cross.ravel().nonzero()[0]
    pair, criterion = np.divmod(cells, max(1, len(weights)))
    gain = (lead - d).take(cells)
    weight = on_all_else.take(cells) / gain
    return Crossovers(first.take(pair), second.take(pair), criterion, weight, gain)


@lru_cache(maxsize=8)
def _every_two(count: int) -> tuple[Places, Places]:
    first, second = np.triu_indices(count, 1)
    return first, second
