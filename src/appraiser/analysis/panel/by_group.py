"""Where the options stand by group, and by consensus, mean and median."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import Ranking, leader_changes
from appraiser.domain.ids import GroupId, ScorerId
from appraiser.domain.terms import ScoreFeed

if TYPE_CHECKING:
    from appraiser.analysis.panel.whole_panel import Panel


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What the scores of one group come to, by the weights that feed the totals.

    `group` is None for those who are in no group. `scorers` are those of whom any score counts.
    `leader_changes` tells whether others lead than by the scores that feed the totals; None
    where either has no leader.
    """

    group: GroupId | None
    scorers: tuple[ScorerId, ...]
    ranking: Ranking
    leader_changes: bool | None


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What the consensus, the mean or the median of all comes to."""

    feed: ScoreFeed
    feeds_totals: bool
    ranking: Ranking
    leader_changes: bool | None


@dataclass(frozen=True, slots=True)
class ByGroup:
    """The groups beside one another, and the ways to make one score of many beside one another.

    `middle` says what stands for the scorers of a group: their mean or their median.
    """

    middle: ScoreFeed
    groups: tuple[GroupResult, ...]
    feeds: tuple[FeedResult, ...]


def by_group(panel: Panel) -> ByGroup:
    """Rank the options by the scores of each group, and by each way to bring scores together."""
    return ByGroup(panel.feed, tuple(_groups(panel)), tuple(_feeds(panel)))


def _groups(panel: Panel) -> Iterator[GroupResult]:
    """Give each group in order, and those in no group where there are any."""
    members: dict[GroupId | None, list[ScorerId]] = {
        group.id: [] for group in panel.appraisal.groups
    }
    for scorer in panel.appraisal.scorers:
        if scorer.id in panel.who_scored:
            members.setdefault(scorer.group, []).append(scorer.id)
    for group, scorers in members.items():
        ranking = panel.ranking(panel.matrix_of(scorers, panel.feed))
        yield GroupResult(group, tuple(scorers), ranking, leader_changes(panel.model, ranking))


def _feeds(panel: Panel) -> Iterator[FeedResult]:
    for feed in ScoreFeed:
        ranking = panel.ranking(panel.matrix_by(feed))
        used = feed is panel.appraisal.scoring.feed
        yield FeedResult(feed, used, ranking, leader_changes(panel.model, ranking))
