"""The gates an option must get through: what law, barriers and people say of each."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import BarrierId, GateAnswerId, OptionId
from appraiser.domain.terms import Gate, GateOutcome


@dataclass(frozen=True, slots=True)
class GateReason:
    """One thing that bears on a gate: a rule, an open barrier, or a person's answer.

    One of `rule`, `barrier` and `answer` says which; none does where nobody has answered yet.
    """

    says: GateOutcome
    words: str
    rule: str = ""
    """Id of the rule in the catalogue."""
    sources: tuple[str, ...] = ()
    """Ids of the catalogue's sources for the rule."""
    barrier: BarrierId | None = None
    answer: GateAnswerId | None = None
    pending: bool = False
    """The rule is not in force yet: it can warn, never bar."""
    unlocks: str = ""
    """What would have to happen for this to stop standing in the way."""


@dataclass(frozen=True, slots=True)
class GateResult:
    """What one gate says of one option, with all that bears on it, the worst first."""

    option: OptionId
    gate: Gate
    outcome: GateOutcome
    reasons: tuple[GateReason, ...]

    @property
    def deciding(self) -> tuple[GateReason, ...]:
        """The reasons that make the outcome what it is."""
        return tuple(reason for reason in self.reasons if reason.says is self.outcome)

    @property
    def unlocks(self) -> tuple[str, ...]:
        """What would open the gate, one sentence for each reason that has one."""
        return tuple(reason.unlocks for reason in self.deciding if reason.unlocks)
