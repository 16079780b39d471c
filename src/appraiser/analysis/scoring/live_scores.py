"""Scores laid out to be weighed again and again, as when a weight is dragged in the room."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from appraiser.analysis.scoring.array_totals import Floats, middle_scores
from appraiser.analysis.scoring.given_scores import GivenScores
from appraiser.domain.problem import Problem
from appraiser.domain.terms import ScoreFeed

_TABLE, _TABLES = 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class LiveScores:
    """What every scorer gave, and what of it feeds the totals; not-a-number where it is missing.

    `by_scorer` has a table for each scorer, options by criteria, and none at all where only one
    table was given; `fed` is one table, options by criteria. Scores run from 0 to 100.
    """

    by_scorer: Floats
    fed: Floats


def live_scores(scores: ArrayLike, feed: ScoreFeed = ScoreFeed.MEAN) -> LiveScores:
    """Lay out options by criteria, or scorers by options by criteria, to be weighed.

    Of several scorers the mean feeds the totals, or the median if `feed` says so. A score that is
    missing is None or not-a-number. Raise `Problem` where a score is infinite, or where these are
    not tables of options by criteria.
    """
    tables = np.asarray(scores, dtype=float)
    if tables.ndim not in {_TABLE, _TABLES} or 0 in tables.shape[-_TABLE:]:
        raise Problem("scores to weigh are tables of options by criteria")
    if np.isinf(tables).any():
        place = "".join(f"[{at}]" for at in np.argwhere(np.isinf(tables))[0])
        raise Problem("a score is a number from 0 to 100", place=f"scores{place}")
    if tables.ndim == _TABLE:
        return LiveScores(np.empty((0, *tables.shape)), tables)
    return LiveScores(tables, middle_scores(tables, feed))


def by_scorer(given: GivenScores) -> Floats:
    """Lay out what people gave as a table for each scorer, options by criteria."""
    sizes = len(given.options), len(given.leaves), len(given.scorers)
    numbers = np.array(given.numbers, dtype=float).reshape(sizes)
    return np.ascontiguousarray(np.moveaxis(numbers, 2, 0))
