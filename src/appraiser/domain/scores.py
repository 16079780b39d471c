"""Stage 6, scoring: who scores, what they gave, and what the room agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from appraiser.domain.fields import (
    choice,
    day,
    flag,
    identity,
    line,
    link,
    links,
    moment,
    number,
    prose,
)
from appraiser.domain.ids import (
    AttendanceId,
    CriterionId,
    GroupId,
    InterestId,
    OptionId,
    ParkedItemId,
    ScorerId,
)
from appraiser.domain.terms import (
    InterestDecision,
    MissingScores,
    Round,
    ScoreFeed,
    ScoringPhase,
    TaskStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A stakeholder group, such as clinicians or staff side."""

    id: GroupId = identity()
    name: str = line("Group")
    description: str = prose("Who they are")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """A person who scores. The public paper knows them by role, never by name."""

    id: ScorerId = identity()
    name: str = line("Name")
    role: str = line("Role")
    group: GroupId | None = link("Group", "groups")
    organisation: str = line("Organisation")
    counted: bool = flag("Scores are counted", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A declared interest and what was decided about it."""

    id: InterestId = identity()
    scorer: ScorerId = link("Scorer", "scorers", owned=True)
    description: str = prose("Interest")
    options: tuple[OptionId, ...] = links("Options it bears on", "options")
    declared_on: date | None = day("Declared on")
    decision: InterestDecision = choice("Decision", default=InterestDecision.TAKE_PART)
    decided_by: str = line("Decided by", "A role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """When a scorer came to a session and left it."""

    id: AttendanceId = identity()
    scorer: ScorerId = link("Scorer", "scorers", owned=True)
    session: str = line("Session")
    arrived: datetime | None = moment("Arrived")
    left: datetime | None = moment("Left")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedItem:
    """Something raised in the room and put aside to be dealt with later."""

    id: ParkedItemId = identity()
    title: str = line("Item")
    raised_by: str = line("Raised by", "A role")
    owner: str = line("Owner", "A role")
    due: date | None = day("Due")
    status: TaskStatus = choice("Status", default=TaskStatus.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How the scoring is run."""

    phase: ScoringPhase = choice("Where it has got to", default=ScoringPhase.ALONE)
    feed: ScoreFeed = choice("Totals use", default=ScoreFeed.CONSENSUS)
    missing: MissingScores = choice("When a score is missing", default=MissingScores.WITHHOLD)
    split_range: float = number(
        "Talk about cells that spread by at least", low=1, high=100, default=40.0
    )
    split_deviation: float = number(
        "Or whose normalised deviation is at least", "From 0 to 1", low=0.05, high=1, default=0.3
    )
    note: str = prose("How the scoring was done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One score: from 0 to 100, or none; its uncertainty range; its reason and evidence.

    `performance` is in the criterion's own unit, for criteria scored by a value function.
    """

    value: float | None = number("Score", low=0, high=100)
    low: float | None = number("Lowest it could be", low=0, high=100)
    high: float | None = number("Highest it could be", low=0, high=100)
    performance: float | None = number("Performance")
    reason: str = prose("Reason")
    said_by: str = line("Said by", "A role")
    verbatim: bool = flag("The reason is in their own words")
    evidence: str = prose("Evidence")


class Cell(NamedTuple):
    """Where a score stands in the grid."""

    option: OptionId
    criterion: CriterionId


class SheetKey(NamedTuple):
    """Whose scores, and of which round. The consensus has no scorer."""

    round: Round
    scorer: ScorerId | None = None


CONSENSUS = SheetKey(Round.CONSENSUS)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All scores of one scorer in one round. Changing one copies this one small table."""

    cells: Mapping[Cell, Score] = field(default_factory=dict)
