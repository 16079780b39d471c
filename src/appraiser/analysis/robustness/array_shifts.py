"""Tries all draws that are asked for, over one spread of weights after another."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from numpy import float64
from numpy.typing import NDArray

from appraiser.analysis.cancelling import Asked, Told, stop_if
from appraiser.analysis.robustness.array_confidence import confidences
from appraiser.analysis.robustness.array_feeds import ScoreFeed
from appraiser.analysis.robustness.array_firsts import Firsts
from appraiser.analysis.robustness.array_kept import Kept, KeptDraws
from appraiser.analysis.robustness.array_lattice import Bits
from appraiser.analysis.robustness.array_run import Run
from appraiser.analysis.robustness.array_scores import ScoreDraws
from appraiser.analysis.robustness.array_sums import Made, Names, summed_up
from appraiser.analysis.robustness.array_trial import Trial
from appraiser.analysis.robustness.case import Case
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort
from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.ids import OptionId

Floats = NDArray[float64]

_CONFIDENCE = 2
"""A stream of random bits, beside those of weights and scores."""


class Shifts:
    """Runs of so many draws each over the same scores; see `simulation.Simulation`."""

    def __init__(self, effort: Effort) -> None:
        """Raise `Problem` where so many draws cannot be made; see `Effort.made`."""
        self._draws = KeptDraws(effort)
        self._firsts: Kept[Mapping[OptionId, float]] = Kept()

    def over(self, case: Case, told: Told | None, cancelled: Asked | None) -> Robustness:
        """Try all draws, and sum up."""
        run = self._draws.run(case)
        trial = Trial(run)
        for start, parts, shared in self._draws.chunks(run):
            stop_if(cancelled)
            trial.go_on(start, parts, shared)
            if told is not None:
                told((start + run.chunk) / run.size.draws)
        sums = trial.sums()
        confidence, score_draws = _confidences(run, sums.central, cancelled)
        rows = run.rows
        names = Names(rows.options, rows.criteria, rows.given, case.all_criteria)
        made = Made(run.size.draws, score_draws, run.size.seed, case.weights.spread)
        return summed_up(names, sums, confidence, trial.errors(), made)

    def firsts(self, case: Case) -> Mapping[OptionId, float]:
        """Give the share of the same draws in which each option is first.

        Nothing is drawn where the weights are only known to be in the same order as the last.
        """
        if case.order is None:
            return self._counted(case)
        return self._firsts.of(case.order, lambda: self._counted(case))

    def _counted(self, case: Case) -> Mapping[OptionId, float]:
        run = self._draws.run(case)
        firsts = Firsts(run)
        for _, parts, shared in self._draws.chunks(run):
            firsts.go_on(parts, shared)
        shares = (firsts.counts / run.size.draws).tolist()
        found = dict(zip(run.rows.options, shares, strict=True))
        return MappingProxyType({option: found[option] for option in run.rows.given})


def _confidences(run: Run, central: Floats, cancelled: Asked | None) -> tuple[Floats, int]:
    drawn = None
    if run.layers is not None:
        scores = ScoreDraws(run.layers)
        feed = ScoreFeed(scores, scores.draws, Bits(run.size.seed, _CONFIDENCE))
        drawn = feed, run.size.draws // run.size.sharing
    return confidences(run.table, central, TIE / run.table.scale, drawn, cancelled)
