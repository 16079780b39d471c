"""Whose scores and which criteria decide: what follows when each is left out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import Ranking, leader_changes, ranking_of
from appraiser.domain.ids import Ref, ScorerId
from appraiser.domain.terms import ScoreFeed

if TYPE_CHECKING:
    from appraiser.analysis.panel.whole_panel import Panel
    from appraiser.analysis.scoring.array_totals import Floats

_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What follows when something is left out.

    `ranking` is None for a criterion that carries all the weight, since how the others would
    share it is not known. `leader_changes` tells whether others lead than with all in; None where
    either has no leader.
    """

    what: tuple[Ref, ...]
    ranking: Ranking | None
    leader_changes: bool | None


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Each scorer, group and criterion left out in turn, and all who declared an interest.

    People are left out of `panel`, the mean or median (`middle`) of all scores that count: from a
    consensus nobody can be taken away. Criteria are left out of the scores that feed the totals,
    where the weights of the others are raised to sum to 1. Those who gave no score that counts
    are not named, as nothing follows. `conflicted` leaves out all who declared an interest,
    whatever was decided about it; None where there are none.
    """

    middle: ScoreFeed
    panel: Ranking
    scorers: tuple[LeftOut, ...]
    groups: tuple[LeftOut, ...]
    criteria: tuple[LeftOut, ...]
    conflicted: LeftOut | None


def leave_out(panel: Panel) -> LeaveOut:
    """Leave out each scorer, each group, each criterion, and all who declared an interest."""
    people = _People(panel)
    whole = people.ranking_without(frozenset())
    return LeaveOut(
        middle=panel.feed,
        panel=whole,
        scorers=tuple(people.each_left_out(whole)),
        groups=tuple(_groups(people, whole)),
        criteria=tuple(_criteria(panel)),
        conflicted=_conflicted(people, whole),
    )


class _People:
    """What everyone gave, as arrays, ready for some to be left out."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        self._scores = panel.tables
        self._weights = _shares(panel)

    def ranking_without(self, left: frozenset[ScorerId]) -> Ranking:
        """Rank by the middle of all scores but those of some."""
        from appraiser.analysis.scoring.array_totals import middle_scores

        staying = [each not in left for each in self.panel.given.scorers]
        kept = self._scores[staying] if staying else self._scores
        (ranking,) = _ranked(self.panel, middle_scores(kept, self.panel.feed)[None], self._weights)
        return ranking

    def each_left_out(self, whole: Ranking) -> Iterator[LeftOut]:
        """Leave each out in turn who gave a score that counts."""
        from appraiser.analysis.panel.array_middles import middles_without_each

        middles = middles_without_each(self._scores, self.panel.feed)
        after = _ranked(self.panel, middles, self._weights)
        for scorer, ranking in zip(self.panel.given.scorers, after, strict=True):
            if scorer in self.panel.who_scored:
                yield _left_out((Ref("scorers", scorer),), whole, ranking)


def _groups(people: _People, whole: Ranking) -> Iterator[LeftOut]:
    panel = people.panel
    for group in panel.appraisal.groups:
        members = {each.id for each in panel.appraisal.scorers if each.group == group.id}
        if members & panel.who_scored:
            after = people.ranking_without(frozenset(members))
            yield _left_out((Ref("groups", group.id),), whole, after)


def _conflicted(people: _People, whole: Ranking) -> LeftOut | None:
    """Leave all out at once who declared an interest and gave a score that counts."""
    panel = people.panel
    declared = {each.scorer for each in panel.appraisal.interests} & panel.who_scored
    if not declared:
        return None
    what = tuple(Ref("scorers", each) for each in panel.given.scorers if each in declared)
    return _left_out(what, whole, people.ranking_without(frozenset(declared)))


def _criteria(panel: Panel) -> Iterator[LeftOut]:
    """Leave each criterion that is scored out in turn; the others keep their ratios."""
    import numpy as np

    size = len(panel.matrix.options), len(panel.matrix.leaves)
    rows = np.array(panel.matrix.rows, dtype=float).reshape(size)
    shares = _shares(panel)
    for at, leaf in enumerate(panel.matrix.leaves):
        rest = 1 - shares[at]
        ranking = None
        if rest > _NEAR:
            raised = shares / rest
            raised[at] = 0.0
            (ranking,) = _ranked(panel, rows[None], raised)
        yield _left_out((Ref("criteria", leaf),), panel.model, ranking)


def _left_out(what: tuple[Ref, ...], before: Ranking, after: Ranking | None) -> LeftOut:
    changes = None if after is None else leader_changes(before, after)
    return LeftOut(what, after, changes)


def _ranked(panel: Panel, scores: Floats, weights: Floats) -> Iterator[Ranking]:
    """Rank by each of several tables of scores (…, options, leaves) in turn."""
    from appraiser.analysis.scoring.array_totals import totals_of

    for row in totals_of(scores, weights, panel.appraisal.scoring.missing).tolist():
        known = [None if math.isnan(each) else each for each in row]
        yield ranking_of(dict(zip(panel.given.options, known, strict=True)), panel.barred)


def _shares(panel: Panel) -> Floats:
    import numpy as np

    return np.array([panel.shares[leaf] for leaf in panel.given.leaves])
