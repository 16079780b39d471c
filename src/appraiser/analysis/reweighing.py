"""What if the weights were others: the answer again, fast enough to follow a finger.

Nothing here is ever stored, and nothing of it reaches a paper.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from appraiser.analysis.holding_back import held_back
from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.option_results import OptionResult, weighed
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.simulation import DRAWS, Effort, Simulation
from appraiser.analysis.robustness.stated_beliefs import believed_scores, believed_weights
from appraiser.analysis.robustness.trying import not_tried
from appraiser.analysis.scoring.array_totals import totals_of
from appraiser.analysis.scoring.gathering import gathered
from appraiser.analysis.scoring.live_scores import by_scorer
from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight, critical_weights
from appraiser.analysis.verdict import Verdict, verdict_of
from appraiser.analysis.weighting.what_if import what_if
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Reweighed:
    """The answer under other weights. Shares run from 0 to 1, totals from 0 to 100."""

    shares: Mapping[CriterionId, float]
    """Of every criterion and branch."""
    options: tuple[OptionResult, ...]
    """With first-rank acceptabilities from few draws, since they are counted at every step."""
    verdict: Verdict
    critical_weights: tuple[CriticalWeight, ...]
    agreeing: int
    """The scorers whose own scores put those first who lead."""
    scorers: int
    """Those who have a total for every option in play."""

    def shown_in(self, results: Results) -> Results:
        """Give results that show these options, for a figure of their ranking."""
        return replace(results, options=self.options, verdict=self.verdict, robustness=None)


class Reweighing:
    """What is needed to try other weights again and again, laid out once for one snapshot."""

    def __init__(self, appraisal: Appraisal, results: Results) -> None:
        """Take what was worked out; its weights must be there."""
        assert results.weights is not None
        self._appraisal, self._results, self._weights = appraisal, results, results.weights
        self._scores = gathered(appraisal)
        self._tables = by_scorer(self._scores.last)
        self._tried: tuple[Mapping[OptionId, Mapping[CriterionId, float]], Simulation] | None = None

    def under(self, wanted: Mapping[CriterionId, float]) -> Reweighed:
        """Give the answer with some shares of the whole set, all others keeping their ratios.

        Raise `Problem` where the shares cannot be had, as `what_if` says.
        """
        appraisal, before = self._appraisal, self._results
        shares = what_if(appraisal, self._weights, wanted)
        options = weighed(appraisal, before.options, shares.leaf_shares)
        play = in_play(appraisal, options, self._scores.ranges.of, before.money)
        first, not_counted = self._first(shares.leaf_shares, play)
        verdict = verdict_of(
            play.totals,
            first,
            before.verdict.thresholds,
            tuple(held_back(appraisal, (*self._scores.fed.findings, *not_counted), options)),
            before.verdict.weightings,
        )
        agreeing, scorers = self._agreeing(shares.leaf_shares, play, verdict.leaders)
        return Reweighed(
            shares=shares.shares,
            options=tuple(replace(each, first_rank=first.get(each.option)) for each in options),
            verdict=verdict,
            critical_weights=_critical_weights(shares.leaf_shares, play, verdict.leader),
            agreeing=agreeing,
            scorers=scorers,
        )

    def _first(
        self, shares: Mapping[CriterionId, float], play: InPlay
    ) -> tuple[Mapping[OptionId, float], tuple[Finding, ...]]:
        """Count first places; give the shares, from 0 to 1, and what kept them from being so."""
        if not play.can_be_compared:
            return {}, ()
        settings = self._appraisal.robustness
        try:
            weights = believed_weights(settings, settings.weights, shares)
            return self._simulation(play).firsts(weights), ()
        except Problem as problem:
            return {}, (not_tried(settings.weights, problem),)

    def _simulation(self, play: InPlay) -> Simulation:
        """Give what tries these options, the same as last time while the same ones are in play."""
        if self._tried is None or self._tried[0] != play.scores:
            settings = self._appraisal.robustness
            scores = believed_scores(settings.scores, play.scores, play.ranges)
            self._tried = play.scores, Simulation(scores, Effort(DRAWS, settings.seed))
        return self._tried[1]

    def _agreeing(
        self, shares: Mapping[CriterionId, float], play: InPlay, leaders: Collection[OptionId]
    ) -> tuple[int, int]:
        """Count those whose own totals put the leaders first, and those who have totals."""
        options = self._scores.last.options
        places = [at for at, option in enumerate(options) if option in play.totals]
        if not places:
            return 0, 0
        weights = np.array(list(shares.values()))
        tables = self._tables if len(places) == len(options) else self._tables[:, places]
        totals = totals_of(tables, weights, self._appraisal.scoring.missing)
        whole = totals[~np.isnan(totals).any(axis=1)]
        led = np.array([options[at] in leaders for at in places])
        first = whole + TIE >= whole.max(axis=1, keepdims=True)
        return int((first == led).all(axis=1).sum()), len(whole)


def _critical_weights(
    shares: Mapping[CriterionId, float], play: InPlay, leader: OptionId | None
) -> tuple[CriticalWeight, ...]:
    if leader is None or not (play.can_be_compared and play.complete):
        return ()
    return critical_weights(shares, play.scores, leader)
