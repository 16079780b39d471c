"""The explanation of the answer, as data: what drives the lead, what flips it, who disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.panel.panel_results import PanelResults
from appraiser.analysis.scoring.ranking import Ranking
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.score_switching import ScoreSwitch
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.analysis.verdict import Verdict
from appraiser.analysis.weighting.weight_sets import WeightSetResult
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.term import Term


class Ground(Term):
    """What is looked at differently by those, or in that, which puts another option first."""

    WEIGHTS = "weights", "Their own weights"
    SCORES = "scores", "Their own scores"
    WITHOUT_SCORER = "without-scorer", "A scorer left out"
    WITHOUT_GROUP = "without-group", "A group left out"
    WITHOUT_CONFLICTED = "without-conflicted", "Those with a declared interest left out"
    WITHOUT_CRITERION = "without-criterion", "A criterion left out"


@dataclass(frozen=True, slots=True)
class Driver:
    """What one criterion adds to a lead, in points; below nought where it takes away from it."""

    criterion: CriterionId
    points: float


@dataclass(frozen=True, slots=True)
class LeadOver:
    """The lead over one other option, in points, and what it is made of, the most first.

    The points of the drivers sum to the lead.
    """

    over: OptionId
    lead: float
    drivers: tuple[Driver, ...]


@dataclass(frozen=True, slots=True)
class NearestSwitch:
    """The smallest change of a single score, of any rival's or the leader's, that ends the lead."""

    rival: OptionId
    switch: ScoreSwitch


@dataclass(frozen=True, slots=True)
class Dissent:
    """A view from which other options lead."""

    ground: Ground
    who: tuple[Ref, ...]
    """Whose view it is or what is left out: groups, weight sets, scorers or criteria."""
    leaders: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the leader leads, what would end it, and from whose view another would."""

    leader: OptionId
    leads: tuple[LeadOver, ...]
    """Over the runner-up, then over business as usual where that is another."""
    nearest_weight: CriticalWeight | None
    """The critical weight, of a criterion or a branch, that is the fewest points away."""
    nearest_switch: NearestSwitch | None
    """None where no possible change of a single score ends the lead."""
    dissent: tuple[Dissent, ...]
    """In the order of `Ground`; empty where everyone and everything puts the leader first."""


def explanation_of(
    appraisal: Appraisal,
    options: Sequence[OptionResult],
    verdict: Verdict,
    sensitivity: Sensitivity | None,
    dissent: Sequence[Dissent],
) -> Explanation | None:
    """Gather the explanation; None while no option leads alone over another."""
    if verdict.leader is None or verdict.runner_up is None:
        return None
    of = {each.option: each for each in options}
    usual = appraisal.business_as_usual
    over = [verdict.runner_up]
    if usual is not None and usual.id in of and usual.id not in {*over, verdict.leader}:
        over.append(usual.id)
    leads = (_lead_over(of[verdict.leader], of[each]) for each in over)
    weights: list[CriticalWeight] = []
    if sensitivity is not None:
        weights += (*sensitivity.critical_weights, *sensitivity.branch_critical_weights)
    return Explanation(
        leader=verdict.leader,
        leads=tuple(each for each in leads if each is not None),
        nearest_weight=min(weights, key=_how_far, default=None),
        nearest_switch=None if sensitivity is None else _nearest_switch(sensitivity),
        dissent=tuple(dissent),
    )


def dissent_of(
    panel: PanelResults, sets: Sequence[WeightSetResult], by_model: Sequence[OptionId]
) -> Iterator[Dissent]:
    """Give each view from which others lead than by the model, which puts `by_model` first."""
    leaders = set(by_model)
    for each in sets:
        if each.ranking is not None and _others(each.ranking, leaders):
            yield Dissent(Ground.WEIGHTS, (Ref("weight_sets", each.set),), each.ranking.leaders)
    for group in panel.by_group.groups:
        if group.group is not None and _others(group.ranking, leaders):
            who = (Ref("groups", group.group),)
            yield Dissent(Ground.SCORES, who, group.ranking.leaders)
    left = panel.leave_out
    for ground, views in (
        (Ground.WITHOUT_SCORER, left.scorers),
        (Ground.WITHOUT_GROUP, left.groups),
        (Ground.WITHOUT_CONFLICTED, (left.conflicted,) if left.conflicted else ()),
        (Ground.WITHOUT_CRITERION, left.criteria),
    ):
        for view in views:
            if view.leader_changes and view.ranking and _others(view.ranking, leaders):
                yield Dissent(ground, view.what, view.ranking.leaders)


def _others(ranking: Ranking, leaders: set[OptionId]) -> bool:
    return bool(ranking.leaders) and bool(leaders) and set(ranking.leaders) != leaders


def _lead_over(leader: OptionResult, other: OptionResult) -> LeadOver | None:
    """Part the lead by criterion; None where a total or a score is missing."""
    if leader.total is None or other.total is None:
        return None
    drivers = []
    for one, two in zip(leader.contributions, other.contributions, strict=True):
        if one.points is None or two.points is None:
            return None
        drivers.append(Driver(one.criterion, one.points - two.points))
    most_first = sorted(drivers, key=lambda each: -each.points)
    return LeadOver(other.option, leader.total - other.total, tuple(most_first))


def _how_far(each: CriticalWeight) -> float:
    return abs(each.critical - each.weight)


def _nearest_switch(sensitivity: Sensitivity) -> NearestSwitch | None:
    possible = [
        NearestSwitch(rival.rival, switch)
        for rival in sensitivity.score_switches
        for switch in (rival.smallest_rise, rival.smallest_fall)
        if switch is not None
    ]
    return min(possible, key=lambda each: each.switch.points, default=None)
