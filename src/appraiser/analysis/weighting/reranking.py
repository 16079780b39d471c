"""Totals and ranks under other weights, fast enough to follow a finger."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.weighting.weights import normalised
from appraiser.domain.problem import Problem
from appraiser.domain.terms import MissingScores

if TYPE_CHECKING:
    from appraiser.analysis.scoring.live_scores import LiveScores

Totals = tuple[float | None, ...]
Ranks = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Reranked:
    """What some weights make of the scores, in the order of the options.

    Totals run from 0 to 100; where missing scores withhold one it is None, and so is its rank.
    `totals` and `ranks` are of the scores that feed the model, the others of each scorer alone.
    """

    totals: Totals
    ranks: Ranks
    by_scorer: tuple[Totals, ...]
    ranks_by_scorer: tuple[Ranks, ...]


def rerank(
    scores: LiveScores, shares: Sequence[float], missing: MissingScores = MissingScores.WITHHOLD
) -> Reranked:
    """Weigh all scores by shares of the criteria, in their order; only their ratios matter.

    Raise `Problem` if there is not one for each criterion, if one is below nought or not a
    number, or if all are nought.
    """
    import numpy as np

    from appraiser.analysis.scoring.array_totals import ranks_of, totals_of

    if len(shares) != scores.fed.shape[-1]:
        raise Problem("there is not one weight for each criterion")
    weights = np.array(normalised(shares))
    fed = totals_of(scores.fed, weights, missing)
    alone = totals_of(scores.by_scorer, weights, missing)
    return Reranked(
        totals=_totals(fed.tolist()),
        ranks=_ranks(ranks_of(fed).tolist()),
        by_scorer=tuple(map(_totals, alone.tolist())),
        ranks_by_scorer=tuple(map(_ranks, ranks_of(alone).tolist())),
    )


def _totals(found: list[float]) -> Totals:
    return tuple(None if math.isnan(each) else each for each in found)


def _ranks(found: list[int]) -> Ranks:
    return tuple(each or None for each in found)
