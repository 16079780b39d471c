"""All that people gave, gathered once for everything that is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.scoring.feeding import (
    agreed_scores,
    counted_scores,
    later,
    revealed_rounds,
)
from appraiser.analysis.scoring.given_scores import GivenScores, given_in
from appraiser.analysis.scoring.score_matrix import ScoreMatrix, middles_of
from appraiser.analysis.scoring.score_ranges import ScoreRanges, ranges_in
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import Round, ScoreFeed


@dataclass(frozen=True, slots=True)
class Gathered:
    """The scores of the shortlist at one moment, as numbers.

    Nothing here holds a score before its round is revealed.
    """

    last: GivenScores
    """What each scorer gave last, of the rounds that were revealed."""
    alone: GivenScores
    """What each gave alone; the same thing as `last` where nobody has scored again."""
    again: GivenScores | None
    """What each gave again; None where nobody has, or where it is not revealed."""
    agreed: ScoreMatrix
    """What the room agreed."""
    fed: ScoreMatrix
    """What feeds the totals, with a finding for each score of it that cannot be used."""
    ranges: ScoreRanges
    """How far what feeds the totals could lie to either side."""


def gathered(appraisal: Appraisal) -> Gathered:
    """Gather the scores by the rules of `score_matrix`, `given_scores` and `score_ranges`."""
    feed, rounds = appraisal.scoring.feed, revealed_rounds(appraisal)
    tables = counted_scores(appraisal, rounds[-1:])
    last = alone = given_in(appraisal, tables)
    again = None
    scored = {key.round for key, sheet in appraisal.sheets.items() if sheet.cells}
    if rounds[:-1] and Round.AGAIN in scored:
        second = counted_scores(appraisal, rounds[:-1])
        again = given_in(appraisal, second)
        tables = [later(new, old) for new, old in zip(second, tables, strict=True)]
        last = given_in(appraisal, tables)
    agreed = agreed_scores(appraisal)
    consensus = middles_of(given_in(appraisal, [agreed]), ScoreFeed.CONSENSUS)
    if feed is ScoreFeed.CONSENSUS:
        return Gathered(last, alone, again, consensus, consensus, ranges_in(appraisal, [agreed]))
    fed, ranges = middles_of(last, feed), ranges_in(appraisal, tables)
    return Gathered(last, alone, again, consensus, fed, ranges)
