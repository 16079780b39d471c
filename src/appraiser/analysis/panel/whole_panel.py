"""The panel as a whole: everyone's scores, what feeds the totals, and the weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from appraiser.analysis.scoring.given_scores import GivenScores, given_scores
from appraiser.analysis.scoring.ranking import Ranking, ranking_of
from appraiser.analysis.scoring.score_matrix import ScoreMatrix, middle_of, score_matrix
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.terms import ScoreFeed


@dataclass(frozen=True, slots=True)
class Panel:
    """What is needed to ask who agrees and whose scores decide.

    `given` holds what each scorer gave, `matrix` what feeds the totals; `shares` are the weights
    of the leaves, from 0 to 1; no option in `barred` can lead. `who_scored` are the scorers of
    whom any score counts, and `model` is where the options stand by what feeds the totals.
    """

    appraisal: Appraisal
    given: GivenScores
    matrix: ScoreMatrix
    shares: Mapping[CriterionId, float]
    barred: frozenset[OptionId]
    who_scored: frozenset[ScorerId]
    model: Ranking

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
        return _matrix_of(self.given, scorers, feed)


def panel_of(appraisal: Appraisal, weights: Weights, barred: Collection[OptionId] = ()) -> Panel:
    """Gather what the panel gave in the rounds that were revealed."""
    given, feed = given_scores(appraisal), appraisal.scoring.feed
    if feed is ScoreFeed.CONSENSUS:
        matrix = score_matrix(appraisal)
    else:
        matrix = _matrix_of(given, given.scorers, feed)
    totals = totals_under(matrix, weights.leaf_shares, appraisal.scoring.missing)
    return Panel(
        appraisal=appraisal,
        given=given,
        matrix=matrix,
        shares=weights.leaf_shares,
        barred=frozenset(barred),
        who_scored=_who_scored(given),
        model=ranking_of(totals, barred),
    )


def _matrix_of(given: GivenScores, scorers: Collection[ScorerId], feed: ScoreFeed) -> ScoreMatrix:
    staying = frozenset(scorers)
    places = [at for at, scorer in enumerate(given.scorers) if scorer in staying]
    rows = tuple(
        tuple(middle_of([cell[at] for at in places], feed) for cell in row) for row in given.numbers
    )
    return ScoreMatrix(given.options, given.leaves, rows)


def _who_scored(given: GivenScores) -> frozenset[ScorerId]:
    return frozenset(
        scorer
        for row in given.numbers
        for cell in row
        for scorer, number in zip(given.scorers, cell, strict=True)
        if number is not None
    )
