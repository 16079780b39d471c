"""Which scores feed the totals: the consensus, or the mean or median of the last round revealed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, median

from appraiser.analysis.scoring.feeding import feeding_scores
from appraiser.analysis.scoring.given_scores import GivenScores, given_in
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import ScoreFeed


@dataclass(frozen=True, slots=True)
class ScoreMatrix:
    """The scores that feed the totals: a row for each option, a column for each leaf.

    Scores run from 0 to 100; None is a score that is missing or cannot be used, and the findings
    name the cells that cannot.
    """

    options: tuple[OptionId, ...]
    leaves: tuple[CriterionId, ...]
    rows: tuple[tuple[float | None, ...], ...]
    findings: tuple[Finding, ...] = ()


def score_matrix(appraisal: Appraisal, feed: ScoreFeed | None = None) -> ScoreMatrix:
    """Gather the scores of the shortlist as the scoring says: consensus, mean or median.

    Only scorers who count feed a mean or median, and only from rounds that were revealed. `feed`
    asks for another than the one that feeds the totals.
    """
    feed = feed or appraisal.scoring.feed
    return middles_of(given_in(appraisal, feeding_scores(appraisal, feed)), feed)


def middles_of(given: GivenScores, feed: ScoreFeed) -> ScoreMatrix:
    """Make one score of what several gave in each cell: their mean, or median if `feed` says so."""
    rows = tuple(tuple(middle_of(cell, feed) for cell in row) for row in given.numbers)
    return ScoreMatrix(given.options, given.leaves, rows, given.findings)


def middle_of(given: Iterable[float | None], feed: ScoreFeed) -> float | None:
    """Give the mean of the scores that are there, or their median; None where there are none."""
    known = [score for score in given if score is not None]
    if not known:
        return None
    return median(known) if feed is ScoreFeed.MEDIAN else fmean(known)
