"""What-if weights: some shares set by hand, while all others keep their ratios."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.weighting.weights import CriterionWeight, Weights
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.written import listed

_NEAR = 1e-9
"""Shares this close are the same: the difference is only how sums are rounded."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Shares of the whole, from 0 to 1, with some set by hand.

    `shares` are of every criterion, branches too; `leaf_shares` of those that are scored, and
    they sum to 1. Both stand in the order of the weights.
    """

    shares: Mapping[CriterionId, float]
    leaf_shares: Mapping[CriterionId, float]


def what_if(appraisal: Appraisal, weights: Weights, wanted: Mapping[CriterionId, float]) -> WhatIf:
    """Set the share of the whole, from 0 to 1, of some criteria or branches.

    All leaves that no share is set over keep their ratios (method.md section 5): those under a
    branch share what it was set to, the others what is left of the whole. Raise `Problem` where a
    share is not one, where they come to more than there is, or where what would have to take up
    the rest weighs nothing.
    """
    _check(appraisal, weights, wanted)
    if not wanted:
        shares = {each.criterion: each.cumulative for each in weights.criteria}
        return WhatIf(shares, weights.leaf_shares)
    tree = {each.criterion: each for each in weights.criteria}
    holders = {each.criterion: _held(tree, each, wanted) for each in weights.leaves}
    found: dict[CriterionId, float] = {}
    for holder in (None, *wanted):
        inside = {leaf: ratio for leaf, (held, ratio) in holders.items() if held == holder}
        nested = [each for each in wanted if _holder_of(tree, each, wanted) == holder]
        left = _left(appraisal, holder, nested, wanted)
        whole = math.fsum(inside.values())
        if whole <= 0 < left:
            raise _nothing_left(appraisal, nested)
        found |= {leaf: left * ratio / whole if whole else 0.0 for leaf, ratio in inside.items()}
    leaf_shares = {each.criterion: found[each.criterion] for each in weights.leaves}
    return WhatIf(_with_branches(tree, leaf_shares), leaf_shares)


_Tree = Mapping[CriterionId, CriterionWeight]
_Wanted = Mapping[CriterionId, float]


def _held(tree: _Tree, leaf: CriterionWeight, wanted: _Wanted) -> tuple[CriterionId | None, float]:
    """Give what holds a leaf, the nearest share that is set over it, and its part of that."""
    ratio, at = 1.0, leaf
    while at.criterion not in wanted:
        ratio *= at.local
        if at.parent is None:
            return None, ratio
        at = tree[at.parent]
    return at.criterion, ratio


def _holder_of(tree: _Tree, criterion: CriterionId, wanted: _Wanted) -> CriterionId | None:
    """Give the nearest share that is set above a criterion."""
    above = tree[criterion].parent
    while above is not None and above not in wanted:
        above = tree[above].parent
    return above


def _left(
    appraisal: Appraisal,
    holder: CriterionId | None,
    nested: Sequence[CriterionId],
    wanted: _Wanted,
) -> float:
    """Give what is left of the whole, or of a branch, beside the shares set within it."""
    whole = 1.0 if holder is None else wanted[holder]
    left = whole - math.fsum(wanted[each] for each in nested)
    if left < -_NEAR:
        of = "the whole" if holder is None else f"the share of {_named(appraisal, [holder])}"
        raise Problem(f"the shares of {_named(appraisal, nested)} come to more than {of}")
    return left if left > _NEAR else 0.0


def _with_branches(tree: _Tree, leaf_shares: _Wanted) -> dict[CriterionId, float]:
    """Give the share of each criterion: of a branch, all that its leaves have."""
    parts: dict[CriterionId, list[float]] = {each: [] for each in tree}
    for leaf, share in leaf_shares.items():
        at: CriterionId | None = leaf
        while at is not None:
            parts[at].append(share)
            at = tree[at].parent
    return {each: math.fsum(shares) for each, shares in parts.items()}


def _check(appraisal: Appraisal, weights: Weights, wanted: _Wanted) -> None:
    weighed = weights.of
    for criterion, share in wanted.items():
        if criterion not in weighed:
            raise Problem(f'no criterion "{criterion}" has a weight')
        if not (math.isfinite(share) and 0 <= share <= 1):
            raise Problem(f"the share of {_named(appraisal, [criterion])} is not from 0 to 1")


def _nothing_left(appraisal: Appraisal, nested: Sequence[CriterionId]) -> Problem:
    names = _named(appraisal, nested)
    return Problem(
        f"nothing but {names} carries any weight, so how others would share the rest is not known"
    )


def _named(appraisal: Appraisal, criteria: Sequence[CriterionId]) -> str:
    names = {each.id: called(each) for each in appraisal.criteria}
    return listed([f'"{names[each]}"' for each in criteria])
