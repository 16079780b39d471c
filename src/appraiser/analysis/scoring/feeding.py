"""Whose scores count, of which round, and on which options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, SheetKey
from appraiser.domain.terms import InterestDecision, Round, ScoreFeed, ScoringPhase


def options_not_counted(appraisal: Appraisal, scorer: Scorer) -> frozenset[OptionId]:
    """Give the options on which a scorer's scores do not count.

    They are those that an interest kept the scorer out of: all of them where it names none, or
    where the scorer is not counted at all.
    """
    every = frozenset(option.id for option in appraisal.options)
    if not scorer.counted:
        return every
    return frozenset[OptionId]().union(
        *(
            interest.options or every
            for interest in appraisal.interests
            if interest.scorer == scorer.id and interest.decision is not InterestDecision.TAKE_PART
        )
    )


def revealed_rounds(appraisal: Appraisal) -> tuple[Round, ...]:
    """Give the rounds whose scores everyone may see, the last one first."""
    match appraisal.scoring.phase:
        case ScoringPhase.ALONE:
            return ()
        case ScoringPhase.REVEALED | ScoringPhase.AGAIN:
            return (Round.ALONE,)
        case _:
            return (Round.AGAIN, Round.ALONE)


def feeding_scores(
    appraisal: Appraisal, feed: ScoreFeed | None = None
) -> Sequence[Mapping[Cell, Score]]:
    """Give the scores that feed the totals, a table for each scorer or that of the consensus.

    `feed` asks for another feed than the one that the scoring says.
    """
    if (feed or appraisal.scoring.feed) is ScoreFeed.CONSENSUS:
        return [_cells(appraisal, CONSENSUS)]
    return counted_scores(appraisal, revealed_rounds(appraisal))


def counted_scores(appraisal: Appraisal, rounds: Sequence[Round]) -> Sequence[Mapping[Cell, Score]]:
    """Give the scores of some rounds that count, a table for each scorer in their order.

    Where a scorer scored again, that takes the place of the score given alone. `rounds` stand
    with the last one first.
    """
    tables = []
    for scorer in appraisal.scorers:
        aside = options_not_counted(appraisal, scorer)
        merged: dict[Cell, Score] = {}
        for each in reversed(rounds):
            for cell, score in _cells(appraisal, SheetKey(each, scorer.id)).items():
                only_a_reason = score.value is None and score.performance is None
                if not only_a_reason and cell.option not in aside:
                    merged[cell] = score
        tables.append(merged)
    return tables


def _cells(appraisal: Appraisal, key: SheetKey) -> Mapping[Cell, Score]:
    return appraisal.sheets.get(key, ScoreSheet()).cells
