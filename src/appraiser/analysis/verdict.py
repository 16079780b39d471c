"""The verdict: clear leader, narrow leader or no clear leader, by a stated rule."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import OptionId
from appraiser.domain.terms import Term


class VerdictKind(Term):
    """How far the leading option is ahead."""

    CLEAR = "clear", "Clear leader"
    NARROW = "narrow", "Narrow leader"
    NONE = "none", "No clear leader"
    NOT_YET = "not-yet", "No verdict yet"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The leads, in points, and first-rank acceptabilities, from 0 to 1, that the rule asks for."""

    clear_lead: float
    clear_acceptability: float
    narrow_lead: float
    narrow_acceptability: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict over the options that no gate bars.

    `leaders` share the highest total; there is a `leader` only when it is one alone. `lead` is in
    points over the runner-up, None when there is nothing to compare with. `reasons` say why there
    is no verdict yet; they are empty otherwise.
    """

    kind: VerdictKind
    leaders: tuple[OptionId, ...]
    runner_up: OptionId | None
    lead: float | None
    acceptability: float | None
    thresholds: Thresholds
    reasons: tuple[str, ...] = ()

    @property
    def leader(self) -> OptionId | None:
        """The option with the highest total, if it has it alone."""
        return self.leaders[0] if len(self.leaders) == 1 else None
