"""What if the weights were others: the answer again, fast enough to follow a finger.

Nothing here is ever stored, and nothing of it reaches a paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from appraiser.analysis.in_play import InPlay, in_play
from appraiser.analysis.option_results import OptionResult, weighed
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import DRAWS, Effort, simulate
from appraiser.analysis.robustness.stated_beliefs import believed_scores, believed_weights
from appraiser.analysis.scoring.gathering import gathered
from appraiser.analysis.scoring.live_scores import LiveScores, by_scorer
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight, critical_weights
from appraiser.analysis.verdict import Verdict, verdict_of
from appraiser.analysis.weighting.reranking import rerank
from appraiser.analysis.weighting.what_if import what_if
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId


@dataclass(frozen=True, slots=True)
class Reweighed:
    """The answer under other weights. Shares run from 0 to 1, totals from 0 to 100."""

    shares: Mapping[CriterionId, float]
    """Of every criterion and branch."""
    options: tuple[OptionResult, ...]
    verdict: Verdict
    robustness: Robustness | None
    """From few draws, since it is made anew at every step of a slider."""
    critical_weights: tuple[CriticalWeight, ...]
    agreeing: int
    """The scorers whose own scores put those first who lead."""
    scorers: int
    """Those who have a total for every option that no gate bars."""

    def shown_in(self, results: Results) -> Results:
        """Give results that show these options, for a figure of them."""
        return replace(
            results, options=self.options, verdict=self.verdict, robustness=self.robustness
        )


class Reweighing:
    """What is needed to try other weights again and again, laid out once for one snapshot."""

    def __init__(self, appraisal: Appraisal, results: Results) -> None:
        """Take what was worked out; its weights must be there."""
        assert results.weights is not None
        self._appraisal, self._results, self._weights = appraisal, results, results.weights
        scores = gathered(appraisal)
        self._play: InPlay = in_play(appraisal, results.options, scores.ranges.of, results.money)
        self._beliefs = believed_scores(
            appraisal.robustness.scores, self._play.scores, self._play.ranges
        )
        tables, options = by_scorer(scores.last), scores.last.options
        playing = [at for at, option in enumerate(options) if option in self._play.totals]
        self._names = [options[at] for at in playing]
        self._live = LiveScores(tables[:, playing], tables[:0, playing].sum(axis=0))

    def under(self, wanted: Mapping[CriterionId, float]) -> Reweighed:
        """Give the answer with some shares of the whole set, all others keeping their ratios.

        Raise `Problem` where the shares cannot be had, as `what_if` says.
        """
        tried = what_if(self._appraisal, self._weights, wanted)
        options = weighed(self._appraisal, self._results.options, tried.leaf_shares)
        robustness = self._robustness(tried.leaf_shares)
        first = robustness.first if robustness else {}
        before = self._results.verdict
        verdict = verdict_of(
            {
                each.option: each.total
                for each in options
                if each.option in self._play.totals and each.total is not None
            },
            first,
            before.thresholds,
            before.reasons,
            before.weightings,
        )
        agreeing, scorers = self._agreeing(tried.leaf_shares, verdict.leaders)
        return Reweighed(
            shares=tried.shares,
            options=tuple(replace(each, first_rank=first.get(each.option)) for each in options),
            verdict=verdict,
            robustness=robustness,
            critical_weights=self._critical_weights(tried.leaf_shares, verdict.leader),
            agreeing=agreeing,
            scorers=scorers,
        )

    def _robustness(self, shares: Mapping[CriterionId, float]) -> Robustness | None:
        if not self._play.can_be_compared:
            return None
        settings = self._appraisal.robustness
        belief = believed_weights(settings, settings.weights, shares)
        return simulate(belief, self._beliefs, Effort(DRAWS, settings.seed))

    def _critical_weights(
        self, shares: Mapping[CriterionId, float], leader: OptionId | None
    ) -> tuple[CriticalWeight, ...]:
        if leader is None or not (self._play.can_be_compared and self._play.complete):
            return ()
        return critical_weights(shares, self._play.scores, leader)

    def _agreeing(
        self, shares: Mapping[CriterionId, float], leaders: tuple[OptionId, ...]
    ) -> tuple[int, int]:
        if not self._names or not len(self._live.by_scorer):
            return 0, 0
        found = rerank(self._live, tuple(shares.values()), self._appraisal.scoring.missing)
        whole = [ranks for ranks in found.ranks_by_scorer if None not in ranks]
        agreeing = sum(
            {name for name, rank in zip(self._names, ranks, strict=True) if rank == 1}
            == set(leaders)
            for ranks in whole
        )
        return agreeing, len(whole)
