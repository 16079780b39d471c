"""The criteria as a tree: branches group, leaves are scored."""

from __future__ import annotations

from collections.abc import Sequence

from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import CriterionId


def children(criteria: Sequence[Criterion], parent: CriterionId | None) -> tuple[Criterion, ...]:
    """Give the criteria directly under one, or at the top for None, in order."""
    return tuple(each for each in criteria if each.parent == parent)


def leaves(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Give the criteria that are scored: those that nothing stands under, in order."""
    branches = {each.parent for each in criteria}
    return tuple(each for each in criteria if each.id not in branches)


def path(criteria: Sequence[Criterion], criterion: CriterionId) -> tuple[Criterion, ...]:
    """Give the way from the top of the tree down to a criterion, itself included."""
    by_id = {each.id: each for each in criteria}
    steps = [by_id[criterion]]
    while steps[-1].parent is not None:
        steps.append(by_id[steps[-1].parent])
    return tuple(reversed(steps))


def stands_under(
    criteria: Sequence[Criterion], criterion: CriterionId | None, over: CriterionId
) -> bool:
    """Tell whether a criterion is another one, or stands anywhere under it."""
    parents = {each.id: each.parent for each in criteria}
    seen: set[CriterionId] = set()
    while criterion is not None and criterion not in seen:
        if criterion == over:
            return True
        seen.add(criterion)
        criterion = parents.get(criterion)
    return False
