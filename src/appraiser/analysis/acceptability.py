"""First-rank acceptability: how often an option comes first over the weights people could mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.ids import CriterionId, OptionId

if TYPE_CHECKING:
    from numpy import float64
    from numpy.random import PCG64
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Acceptability:
    """How often each option comes first, from 0 to 1, over weights in the model's rank order.

    Only options that no gate bars take part. Options that tie share the draw. `standard_error`
    is the largest of all; `seed` and `draws` let anyone do it again.
    """

    first: Mapping[OptionId, float]
    draws: int
    seed: int
    standard_error: float


DRAWS = 16_384
SEED = 2014
_CHUNK = 4_096


def first_ranks(
    weights: Mapping[CriterionId, float],
    scores: Mapping[OptionId, Mapping[CriterionId, float]],
    draws: int = DRAWS,
    seed: int = SEED,
) -> Acceptability:
    """Count how often each option comes first over weights that keep the model's rank order.

    SMAA-2 (Lahdelma and Salminen 2001) with exact scores: weights are spread evenly over all
    that sum to 1 and rank the criteria as the model does. Criteria that weigh the same may fall
    either way; one that weighs nothing stays at nothing. A score that an option lacks is left
    out of that option's total and its weight shared among the others.
    """
    import numpy as np

    order = sorted((c for c in weights if weights[c] > 0), key=lambda c: (-weights[c], c))
    options = sorted(scores)
    table = np.array(
        [[scores[option].get(c, np.nan) for option in options] for c in order], dtype=float
    )
    present = (~np.isnan(table)).astype(float)
    table = np.nan_to_num(table)
    source = np.random.PCG64(seed)
    wins = np.zeros(len(options))
    for start in range(0, draws, _CHUNK):
        drawn = _ranked_weights(source, [weights[c] for c in order], min(_CHUNK, draws - start))
        totals = (drawn @ table) / (drawn @ present)
        first = totals >= totals.max(axis=1, keepdims=True) - TIE
        wins += (first / first.sum(axis=1, keepdims=True)).sum(axis=0)
    shares = wins / draws
    error = float(np.sqrt(shares * (1 - shares) / draws).max())
    first_of = dict(zip(options, shares.tolist(), strict=True))
    return Acceptability({each: first_of[each] for each in scores}, draws, seed, error)


def _ranked_weights(source: PCG64, order: Sequence[float], count: int) -> NDArray[float64]:
    """Draw weights, evenly over the simplex, that fall in the order given; ties fall either way."""
    import numpy as np

    drawn = -np.log(_uniform(source, count, len(order)))
    drawn = -np.sort(-drawn, axis=1)
    place = 0
    for _, tied in groupby(order, key=lambda weight: round(weight, 12)):
        size = len(list(tied))
        if size > 1:
            shuffled = np.argsort(_uniform(source, count, size), axis=1)
            group = drawn[:, place : place + size]
            drawn[:, place : place + size] = np.take_along_axis(group, shuffled, axis=1)
        place += size
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True))


def _uniform(source: PCG64, rows: int, columns: int) -> NDArray[float64]:
    """Draw numbers between 0 and 1 from the raw bits, which no release of NumPy changes."""
    import numpy as np

    bits = source.random_raw(rows * columns) >> 11
    return np.asarray((bits + 0.5) / 2.0**53, dtype=float).reshape(rows, columns)
