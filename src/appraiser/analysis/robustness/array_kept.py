"""What is drawn for one set of scores, kept for the next run that would draw the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import repeat
from typing import Generic, TypeVar

from appraiser.analysis.robustness.array_chunks import (
    Parts,
    Shared,
    Size,
    parts_drawn,
    scores_drawn,
)
from appraiser.analysis.robustness.array_run import Run, quicker
from appraiser.analysis.robustness.array_scores import Layers, Table, layers_of, table_of
from appraiser.analysis.robustness.array_trial import BATCHES
from appraiser.analysis.robustness.array_weights import WeightPlan, planned
from appraiser.analysis.robustness.case import Case
from appraiser.analysis.robustness.simulation import Effort

T = TypeVar("T")

_MOST_POINTS = 2**14
_FEWEST_QUANTILES = 2**9
"""Of each part that weights are made of."""
_SCORE_QUANTILES = 2**8, 2**11
"""Of each score, at the least and at the most; one for so many draws between these."""
_DRAWS_PER_QUANTILE = 2**6
_ENOUGH_SCORES, _LEAST_SHARING = 2**11, 4
"""So many draws of scores are made before draws of weights share them, but for a few."""
_MOST_BYTES = 2**26
"""That quantiles of scores may take up; beyond, more draws of weights share one of scores."""


class Kept(Generic[T]):
    """The last thing that was made, for as long as it is asked for by the same key."""

    def __init__(self) -> None:
        self._last: tuple[Hashable, T] | None = None

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what was made by this key, or make it now in place of what was kept."""
        if self._last is None or self._last[0] != key:
            self._last = key, make()
        return self._last[1]


class KeptDraws:
    """Lays one set of scores out for runs over many weights, which may leave criteria out.

    All that a short run draws is kept: where other weights would draw the same parts they only
    put them to other use.
    """

    def __init__(self, effort: Effort) -> None:
        """Raise `Problem` where so many draws cannot be made; see `Effort.made`."""
        self._effort, self._draws = effort, effort.made
        self._points = min(self._draws // BATCHES, _MOST_POINTS)
        self._plan: Kept[WeightPlan] = Kept()
        self._table: Kept[Table] = Kept()
        self._layers: Kept[Layers] = Kept()
        self._parts: Kept[Parts] = Kept()
        self._shared: Kept[Shared] = Kept()

    def run(self, case: Case) -> Run:
        """Lay out a run over the weights of a case."""
        rows, seed = case.rows, self._effort.seed
        table = self._table.of(rows.criteria, lambda: table_of(rows.cells))
        plan = self._planned(case)
        quantiles = self._quantiles(len(rows.spreads))
        sharing = self._sharing(plan, quantiles)
        layers = None
        if rows.spreads:
            laid_out = quantiles, self._points // sharing
            layers = self._layers.of(
                (rows.criteria, laid_out), lambda: layers_of(rows, table, laid_out, seed)
            )
        size = Size(self._draws, self._points, sharing, seed)
        kind = self._effort.precision or quicker(table, plan, layers)
        return Run(rows, table, layers, plan, size, kind)

    def chunks(self, run: Run) -> Iterator[tuple[int, Parts, Shared | None]]:
        """Give the chunks of a run, each with the place of its first draw."""
        starts = range(0, self._draws, run.chunk)
        return zip(starts, self._parts_of(run), self._shared_of(run), strict=False)

    def _parts_of(self, run: Run) -> Iterator[Parts]:
        drawn = parts_drawn(run.plan, run.size, run.chunk, run.kind)
        if run.plan.alike is None or not run.is_short:
            return drawn
        return repeat(self._parts.of((run.plan.alike, run.size, run.kind), lambda: next(drawn)))

    def _shared_of(self, run: Run) -> Iterator[Shared | None]:
        if run.layers is None:
            return repeat(None)
        drawn = scores_drawn(run.layers, run.table, run.size, run.chunk, run.kind)
        if not run.is_short:
            return drawn
        return repeat(self._shared.of((run.rows.criteria, run.size, run.kind), lambda: next(drawn)))

    def _planned(self, case: Case) -> WeightPlan:
        count = max(self._points, _FEWEST_QUANTILES)
        if case.order is None:
            return planned(case, count)
        return self._plan.of(case.order, lambda: planned(case, count))

    def _quantiles(self, spreads: int) -> int:
        """Give how many quantiles of each score are laid out, a power of two."""
        fewest, most = _SCORE_QUANTILES
        count = min(max(fewest, self._draws // _DRAWS_PER_QUANTILE), most)
        while count * spreads * 4 > _MOST_BYTES and count > 1:
            count //= 2
        return count

    def _sharing(self, plan: WeightPlan, quantiles: int) -> int:
        """Give how many draws of weights share one of scores, a power of two."""
        sharing = max(_LEAST_SHARING, min(plan.sharing, self._draws // _ENOUGH_SCORES))
        return max(sharing, self._points // quantiles)
