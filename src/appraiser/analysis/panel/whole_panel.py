"""The panel as a whole: everyone's scores, what feeds the totals, and the weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from appraiser.analysis.scoring.array_totals import Floats
from appraiser.analysis.scoring.gathering import Gathered, gathered
from appraiser.analysis.scoring.given_scores import GivenScores
from appraiser.analysis.scoring.live_scores import by_scorer
from appraiser.analysis.scoring.ranking import Ranking, ranking_of
from appraiser.analysis.scoring.score_matrix import ScoreMatrix, middle_of, middles_of
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.terms import ScoreFeed


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """What is needed to ask who agrees and whose scores decide.

    `scores` are all that was gathered, and `tables` everyone's last ones as arrays (scorers,
    options, leaves), not-a-number where one is missing. `shares` are the weights of the leaves,
    from 0 to 1; no option in `barred` can lead. `who_scored` are the scorers of whom any score
    counts, and `model` is where the options stand by what feeds the totals.
    """

    appraisal: Appraisal
    scores: Gathered
    tables: Floats
    shares: Mapping[CriterionId, float]
    barred: frozenset[OptionId]
    who_scored: frozenset[ScorerId]
    model: Ranking

    @property
    def given(self) -> GivenScores:
        """What each scorer gave last."""
        return self.scores.last

    @property
    def matrix(self) -> ScoreMatrix:
        """What feeds the totals."""
        return self.scores.fed

    @property
    def feed(self) -> ScoreFeed:
        """What stands for several people: their median if that feeds the totals, or their mean."""
        median = self.appraisal.scoring.feed is ScoreFeed.MEDIAN
        return ScoreFeed.MEDIAN if median else ScoreFeed.MEAN

    def ranking(self, matrix: ScoreMatrix) -> Ranking:
        """Give where the options stand by other scores."""
        totals = totals_under(matrix, self.shares, self.appraisal.scoring.missing)
        return ranking_of(totals, self.barred)

    def matrix_of(self, scorers: Collection[ScorerId], feed: ScoreFeed) -> ScoreMatrix:
        """Give the mean or median of what some scorers gave."""
        given, staying = self.given, frozenset(scorers)
        places = [at for at, scorer in enumerate(given.scorers) if scorer in staying]
        rows = tuple(
            tuple(middle_of([cell[at] for at in places], feed) for cell in row)
            for row in given.numbers
        )
        return ScoreMatrix(given.options, given.leaves, rows)

    def matrix_by(self, feed: ScoreFeed) -> ScoreMatrix:
        """Give the consensus, or the mean or median of what everyone gave."""
        if feed is self.appraisal.scoring.feed:
            return self.scores.fed
        if feed is ScoreFeed.CONSENSUS:
            return self.scores.agreed
        return middles_of(self.given, feed)


def panel_of(
    appraisal: Appraisal,
    weights: Weights,
    barred: Collection[OptionId] = (),
    scores: Gathered | None = None,
) -> Panel:
    """Lay out what the panel gave in the rounds that were revealed.

    `scores` are those of the appraisal, where they are gathered already.
    """
    scores = scores or gathered(appraisal)
    tables = by_scorer(scores.last)
    scored = np.flatnonzero(~np.isnan(tables).all(axis=(1, 2))).tolist()
    shares = weights.leaf_shares
    totals = totals_under(scores.fed, shares, appraisal.scoring.missing)
    return Panel(
        appraisal=appraisal,
        scores=scores,
        tables=tables,
        shares=shares,
        barred=frozenset(barred),
        who_scored=frozenset(scores.last.scorers[at] for at in scored),
        model=ranking_of(totals, barred),
    )
