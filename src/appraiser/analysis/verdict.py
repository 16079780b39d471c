"""The verdict: clear leader, narrow leader or no clear leader, by a stated rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.ids import OptionId
from appraiser.domain.term import Term
from appraiser.domain.terms import WeightSpread
from appraiser.domain.written import how_many_points, in_ten


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

    def how_far(self, lead: float) -> str:
        """Write a lead in points, never rounded up to one that is asked for and not reached."""
        return how_many_points(lead, (self.clear_lead, self.narrow_lead))

    def how_often(self, share: float) -> str:
        """Write a share of first places, never rounded up to one asked for and not reached."""
        return in_ten(share, (self.clear_acceptability, self.narrow_acceptability))


WEIGHTINGS = {
    WeightSpread.RANKED: "the weightings that keep the panel's order of the criteria",
    WeightSpread.ANY: "all weightings that there could be",
    WeightSpread.AROUND: "the weightings around the panel's own",
    WeightSpread.WITHIN: "the weightings within a band around the panel's own",
}
"""What first places are counted over, in words for every print alike."""


def rule_words(verdict: Verdict) -> str:
    """Say the rule that a verdict follows, for every print alike."""
    limits = verdict.thresholds
    return (
        f"To be a clear leader an option needs a lead of at least {limits.clear_lead:g} points and "
        f"first place in at least {limits.clear_acceptability * 10:g} in 10 of "
        f"{WEIGHTINGS[verdict.weightings]}; a "
        f"narrow leader needs {limits.narrow_lead:g} points and "
        f"{limits.narrow_acceptability * 10:g} in 10. With less there is no clear leader."
    )


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
    weightings: WeightSpread = WeightSpread.RANKED
    """The weightings that first places are counted over."""

    @property
    def leader(self) -> OptionId | None:
        """The option with the highest total, if it has it alone."""
        return self.leaders[0] if len(self.leaders) == 1 else None


def verdict_of(
    totals: Mapping[OptionId, float],
    first: Mapping[OptionId, float],
    thresholds: Thresholds,
    reasons: Sequence[str] = (),
    weightings: WeightSpread = WeightSpread.RANKED,
) -> Verdict:
    """Say how far the leader is ahead, by DESIGN's stated rule.

    `totals` and `first` (first-rank acceptabilities) are of the options that no gate bars and
    that have a total; any reason holds the verdict back.
    """
    order = sorted(totals, key=lambda option: totals[option], reverse=True)
    leaders = tuple(each for each in order if totals[order[0]] <= totals[each] + TIE)
    runner_up = order[1] if len(order) > 1 else None
    lead = None if runner_up is None else totals[order[0]] - totals[runner_up]
    if len(leaders) > 1:
        lead = 0.0
    acceptability = first.get(leaders[0]) if len(leaders) == 1 else None
    held_back = [*reasons, *_too_few(order)]
    kind = VerdictKind.NOT_YET if held_back else _kind(lead, acceptability, thresholds)
    return Verdict(
        kind, leaders, runner_up, lead, acceptability, thresholds, tuple(held_back), weightings
    )


def _too_few(order: Sequence[OptionId]) -> tuple[str, ...]:
    if len(order) > 1:
        return ()
    if order:
        return ("Only one option has a total and passes its gates, so there is no comparison.",)
    return ("No option has a total and passes its gates.",)


def _kind(lead: float | None, acceptability: float | None, at_least: Thresholds) -> VerdictKind:
    if lead is None or acceptability is None:
        return VerdictKind.NONE
    far = lead + TIE
    if far >= at_least.clear_lead and acceptability >= at_least.clear_acceptability:
        return VerdictKind.CLEAR
    if far >= at_least.narrow_lead and acceptability >= at_least.narrow_acceptability:
        return VerdictKind.NARROW
    return VerdictKind.NONE
