"""Critical weights: what a criterion would have to weigh for the leader to change."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import CriterionId, OptionId


@dataclass(frozen=True, slots=True)
class CriticalWeight:
    """A weight, from 0 to 1, past which another option leads, the others keeping their ratios."""

    criterion: CriterionId
    weight: float
    """What it weighs now."""
    critical: float
    """Where the two options tie."""
    new_leader: OptionId

    @property
    def upwards(self) -> bool:
        """Whether the criterion would have to weigh more, not less, for the leader to change."""
        return self.critical > self.weight
