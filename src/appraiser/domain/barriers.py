"""Stage 4, gates and barriers: what stands in the way, and who can remove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from appraiser.domain.fields import (
    choice,
    day,
    entry,
    flag,
    identity,
    line,
    lines,
    link,
    links,
    moment,
    money,
    prose,
    whole,
)
from appraiser.domain.ids import (
    ActionId,
    BarrierId,
    GateAnswerId,
    KeptGateId,
    OptionId,
    RequestId,
)
from appraiser.domain.terms import (
    Answer,
    BarrierStatus,
    Gate,
    GateOutcome,
    Resolver,
    TaskStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateAnswer:
    """A person's answer to a gate that no rule of law settles. `YES` means it passes."""

    id: GateAnswerId = identity()
    option: OptionId = link("Option", "options", owned=True)
    gate: Gate = choice("Gate", default=Gate.SAFE)
    answer: Answer = choice("Does it pass?", default=Answer.UNKNOWN)
    reason: str = prose("Reason")
    evidence: str = prose("Evidence")
    unlock: str = prose("What would unlock it", "Where it does not pass")
    decided_by: str = line("Decided by", "A role")
    decided_on: date | None = day("Decided on")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGate:
    """What a gate said of an option when the board paper was decided on.

    It stays as it was, so that a later reference library can be held against it.
    """

    id: KeptGateId = identity()
    option: OptionId = link("Option", "options", owned=True)
    gate: Gate = choice("Gate", default=Gate.LAWFUL)
    outcome: GateOutcome = choice("What it said", default=GateOutcome.UNKNOWN)
    rules: tuple[str, ...] = lines("Rules it rested on", "Their ids in the reference data")
    rules_date: date | None = day("Law as it stood on")
    vintage: str = line("Rules last looked over")
    kept_at: datetime | None = moment("Kept at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """Something in the way. The first resolver leads; others may be needed too."""

    id: BarrierId = identity()
    title: str = line("Barrier")
    kind: str = entry("Kind")
    description: str = prose("What stands in the way")
    resolver: Resolver = choice("Who can remove it", default=Resolver.TRUST)
    also_resolver: Resolver | None = choice("Who else must act")
    likelihood: int = whole("Likelihood", "1 rare, 5 almost certain", low=1, high=5, default=3)
    severity: int = whole("Severity", "1 slight, 5 stops it", low=1, high=5, default=3)
    show_stopper: bool = flag("Bars its options until dealt with")
    options: tuple[OptionId, ...] = links("Options it touches", "options")
    gate: Gate | None = choice("Gate it bears on")
    mitigation: str = prose("What would remove or ease it")
    owner: str = line("Owner", "A role")
    due: date | None = day("Due")
    status: BarrierStatus = choice("Status", default=BarrierStatus.OPEN)
    status_reason: str = prose("Reason for the status")
    accepted_by: str = line("Accepted by", "A role")
    yearly_cost: int | None = money("What it costs in a year")
    one_off_cost: int | None = money("What it costs once")
    evidence: str = prose("Evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What the trust does about a barrier."""

    id: ActionId = identity()
    barrier: BarrierId = link("Barrier", "barriers", owned=True)
    title: str = line("Action")
    owner: str = line("Owner", "A role")
    due: date | None = day("Due")
    status: TaskStatus = choice("Status", default=TaskStatus.OPEN)
    cost: int | None = money("Cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of somebody else about a barrier."""

    id: RequestId = identity()
    barrier: BarrierId = link("Barrier", "barriers", owned=True)
    asked_of: Resolver = choice("Asked of", default=Resolver.GOVERNMENT)
    title: str = line("Request")
    sent_on: date | None = day("Sent on")
    status: TaskStatus = choice("Status", default=TaskStatus.OPEN)
    answer: str = prose("Their answer")
