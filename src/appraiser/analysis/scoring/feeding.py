"""Whose scores count, of which round, and on which options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import OptionId
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, SheetKey
from appraiser.domain.terms import InterestDecision, Round, ScoreFeed, ScoringPhase

Table = Sequence[Score | None]
"""One person's scores, or the consensus, in the order of the `grid`."""


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


def grid(appraisal: Appraisal) -> tuple[Cell, ...]:
    """Give the cells of the shortlist, option by option, each against all that is scored."""
    scored = leaves(appraisal.criteria)
    return tuple(
        Cell(option.id, criterion.id) for option in appraisal.shortlist for criterion in scored
    )


def feeding_scores(appraisal: Appraisal, feed: ScoreFeed | None = None) -> Sequence[Table]:
    """Give the scores that feed the totals, a table for each scorer or that of the consensus.

    `feed` asks for another feed than the one that the scoring says.
    """
    if (feed or appraisal.scoring.feed) is ScoreFeed.CONSENSUS:
        return [agreed_scores(appraisal)]
    return counted_scores(appraisal, revealed_rounds(appraisal))


def agreed_scores(appraisal: Appraisal) -> Table:
    """Give the scores of the consensus."""
    return [*map(_cells(appraisal, CONSENSUS).get, grid(appraisal))]


def counted_scores(appraisal: Appraisal, rounds: Sequence[Round]) -> Sequence[Table]:
    """Give the scores of some rounds that count, a table for each scorer in their order.

    Where a scorer scored again, that takes the place of the score given alone. `rounds` stand
    with the last one first.
    """
    cells = grid(appraisal)
    tables: list[Table] = []
    for scorer in appraisal.scorers:
        keys = [SheetKey(each, scorer.id) for each in rounds]
        given = [
            [*map(_cells(appraisal, key).get, cells)] for key in keys if key in appraisal.sheets
        ]
        last: Table = reduce(later, given) if given else [None] * len(cells)
        if aside := options_not_counted(appraisal, scorer):
            last = [
                None if cell.option in aside else score
                for cell, score in zip(cells, last, strict=True)
            ]
        tables.append(last)
    return tables


def later(last: Table, before: Table) -> Table:
    """Fill what was scored last up with what was scored before; a reason alone is no score."""
    return [
        old if new is None or (new.value is None and new.performance is None) else new
        for new, old in zip(last, before, strict=True)
    ]


def _cells(appraisal: Appraisal, key: SheetKey) -> Mapping[Cell, Score]:
    return appraisal.sheets.get(key, ScoreSheet()).cells
