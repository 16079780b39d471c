"""Which criteria share a colour: there are seven, and no colour is used twice."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.results import Results
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import path
from appraiser.domain.ids import CriterionId
from appraiser.domain.written import counted
from appraiser.figures.geometry import SERIES, Role


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the bars, its name, and the scored criteria whose points it holds."""

    name: str
    role: Role
    criteria: frozenset[CriterionId]


def series_of(appraisal: Appraisal, results: Results) -> tuple[Series, ...]:
    """Group the scored criteria into as many series as there are colours, in their order.

    Each criterion has its own where that is enough; else those under one branch share one; else
    the criteria that weigh least are put together. There are none while there are no weights.
    """
    if results.weights is None:
        return ()
    groups = _groups(appraisal, results.weights)
    return tuple(
        Series(name, role, frozenset(group))
        for (name, group), role in zip(groups, SERIES, strict=False)
    )


def _groups(appraisal: Appraisal, weights: Weights) -> list[tuple[str, list[CriterionId]]]:
    by_id = {each.id: each for each in appraisal.criteria}
    leaves = [each.criterion for each in weights.leaves]
    if len(leaves) <= len(SERIES):
        return [(series_name(by_id[leaf]), [leaf]) for leaf in leaves]
    branches: dict[CriterionId, list[CriterionId]] = {}
    for leaf in leaves:
        branches.setdefault(path(appraisal.criteria, leaf)[0].id, []).append(leaf)
    if 1 < len(branches) <= len(SERIES):
        return [(series_name(by_id[top]), under) for top, under in branches.items()]
    shares = weights.leaf_shares
    kept = sorted(leaves, key=lambda leaf: shares[leaf], reverse=True)[: len(SERIES) - 1]
    others = [leaf for leaf in leaves if leaf not in kept]
    alone = [(series_name(by_id[leaf]), [leaf]) for leaf in leaves if leaf in kept]
    return [*alone, (counted(len(others), "other criterion", "other criteria"), others)]


def series_name(criterion: Criterion) -> str:
    """Give the short name of a criterion, or its name where it has none."""
    return criterion.short_name.strip() or called(criterion) or "Unnamed criterion"
