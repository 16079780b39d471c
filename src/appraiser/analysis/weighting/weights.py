"""Normalised weights: what the swings, points, ranks or comparisons that people gave come to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.not_yet import NotYet, severity_of
from appraiser.analysis.weighting.pairwise import (
    Judgement,
    furthest_apart,
    most_inconsistent,
    principal_weights,
    reciprocal_matrix,
)
from appraiser.analysis.weighting.random_index import RandomIndex
from appraiser.analysis.weighting.rank_weights import weights_of_ranks
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Comparison, Criterion, WeightSet
from appraiser.domain.criteria_tree import children, leaves
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId, Ref, WeightSetId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage, WeightMethod


@dataclass(frozen=True, slots=True)
class CriterionWeight:
    """One criterion's weight. Shares run from 0 to 1.

    `local` is its share among the criteria under the same parent; `cumulative` its share of the
    whole, the product of the local weights on the way down to it. `raw` is what was given.
    """

    criterion: CriterionId
    parent: CriterionId | None
    leaf: bool
    raw: float | None
    local: float
    cumulative: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights that feed the totals, branches too, in the order of the criteria.

    `technique` names how raw became weight, for the annex. `consistency_ratio` is the largest of
    a pairwise set, None for other methods and where no random index is known; `judgement` is the
    comparison of such a set that differs most from the weights.
    """

    set: WeightSetId
    method: WeightMethod
    technique: str
    criteria: tuple[CriterionWeight, ...]
    consistency_ratio: float | None = None
    judgement: Judgement | None = None

    @property
    def leaves(self) -> tuple[CriterionWeight, ...]:
        """The weights of the criteria that are scored, which sum to 1."""
        return tuple(each for each in self.criteria if each.leaf)

    @property
    def leaf_shares(self) -> dict[CriterionId, float]:
        """The share of the whole that each scored criterion has."""
        return {each.criterion: each.cumulative for each in self.leaves}

    @property
    def of(self) -> Mapping[CriterionId, CriterionWeight]:
        """Each weight by its criterion."""
        return {each.criterion: each for each in self.criteria}


@dataclass(frozen=True, slots=True)
class LocalWeights:
    """The weights of criteria that stand side by side, in their order, summing to 1.

    `ratio` and `judgement` say how consistent pairwise comparisons are; None for other methods.
    """

    shares: tuple[float, ...]
    ratio: float | None = None
    judgement: Judgement | None = None


def model_weights(
    appraisal: Appraisal, index: RandomIndex | None = None
) -> tuple[Weights | None, tuple[Finding, ...]]:
    """Work out the weights that feed the totals.

    There are none while any is missing or wrong; the findings then say what, all of it. `index`
    is what the consistency of pairwise comparisons is held against.
    """
    chosen = appraisal.weighting.model_set
    model = next((each for each in appraisal.weight_sets if each.id == chosen), None)
    if not appraisal.criteria:
        return None, (_finding(NotYet("There are no criteria yet."), Ref("criteria")),)
    if model is None:
        problem = NotYet("No weights are chosen for the totals yet.")
        return None, (_finding(problem, Ref("weighting"), "model_set"),)
    return set_weights(appraisal, model, index)


def set_weights(
    appraisal: Appraisal, given: WeightSet, index: RandomIndex | None = None
) -> tuple[Weights | None, tuple[Finding, ...]]:
    """Work out the weights of one weight set over the tree of criteria."""
    comparisons = [each for each in appraisal.comparisons if each.weight_set == given.id]
    by_size = index.by_size if index else {}
    scored = {each.id for each in leaves(appraisal.criteria)}
    found: dict[CriterionId, CriterionWeight] = {}
    families: list[LocalWeights] = []
    wrong: list[Finding] = []
    for parent, siblings in _families(appraisal.criteria):
        try:
            local = local_weights(given, siblings, comparisons, by_size)
        except Problem as problem:
            wrong.append(_unusable(problem, parent, given))
            local = LocalWeights((0.0,) * len(siblings))
        families.append(local)
        above = 1.0 if parent is None else found[parent.id].cumulative
        for each, share in zip(siblings, local.shares, strict=True):
            raw, leaf = given.raw.get(each.id), each.id in scored
            found[each.id] = CriterionWeight(each.id, each.parent, leaf, raw, share, above * share)
    wrong += [_adrift(each) for each in appraisal.criteria if each.id not in found]
    if wrong:
        return None, tuple(wrong)
    return Weights(
        set=given.id,
        method=given.method,
        technique=_technique(given, index),
        criteria=tuple(found[each.id] for each in appraisal.criteria),
        consistency_ratio=_largest([each.ratio for each in families]),
        judgement=furthest_apart([each.judgement for each in families if each.judgement]),
    ), ()


def local_weights(
    given: WeightSet,
    siblings: Sequence[Criterion],
    comparisons: Sequence[Comparison],
    random_index: Mapping[int, float],
) -> LocalWeights:
    """Give the weights of criteria that stand side by side.

    Raise `Problem` if a weight is missing or is not a number, or if they sum to nought.
    """
    if given.method is WeightMethod.PAIRWISE:
        matrix = reciprocal_matrix(siblings, comparisons)
        shares, ratio = principal_weights(matrix, random_index)
        return LocalWeights(shares, ratio, most_inconsistent(siblings, comparisons, shares))
    unweighed = [f'"{called(each)}"' for each in siblings if each.id not in given.raw]
    if unweighed:
        raise NotYet(f"there is none yet for {', '.join(unweighed)}")
    raw = [given.raw[each.id] for each in siblings]
    if given.method is WeightMethod.RANK:
        return LocalWeights(weights_of_ranks(raw, given.surrogate))
    return LocalWeights(normalised(raw))


def normalised(raw: Sequence[float]) -> tuple[float, ...]:
    """Divide weights by their sum; raise `Problem` if they cannot be."""
    if not all(math.isfinite(each) and each >= 0 for each in raw):
        raise Problem("a weight is a number from nought up")
    largest = max(raw)
    if largest == 0:
        raise Problem("they are all nought")
    scaled = [each / largest for each in raw]  # so that no sum overflows
    whole = math.fsum(scaled)
    return tuple(each / whole for each in scaled)


def _families(
    criteria: Sequence[Criterion],
) -> Iterator[tuple[Criterion | None, tuple[Criterion, ...]]]:
    """Give each parent with the criteria right under it, from the top of the tree down."""
    waiting: list[Criterion | None] = [None]
    for parent in waiting:
        siblings = children(criteria, parent.id if parent else None)
        if siblings:
            yield parent, siblings
            waiting.extend(siblings)


def _largest(ratios: Sequence[float | None]) -> float | None:
    known = [ratio for ratio in ratios if ratio is not None]
    return max(known) if len(known) == len(ratios) else None


def _technique(given: WeightSet, index: RandomIndex | None) -> str:
    match given.method:
        case WeightMethod.SWING:
            return "Each swing divided by the sum of those beside it"
        case WeightMethod.POINTS:
            return "Each share of points divided by the sum of those beside it"
        case WeightMethod.RANK:
            short = given.surrogate.value.upper()
            return f"{given.surrogate.label} ({short}) of the ranks"
        case _:
            held_against = f"; random index of {index.name}" if index else ""
            return f"Principal eigenvector{held_against}"


def _unusable(problem: Problem, parent: Criterion | None, given: WeightSet) -> Finding:
    where = f'under "{called(parent)}"' if parent else "at the top of the tree"
    words = f"The weights {where} cannot be used: {problem.what}."
    at = Ref("weight_sets", given.id)
    return Finding("weights", severity_of(problem), Stage.WEIGHTS, words, at, "raw")


def _adrift(criterion: Criterion) -> Finding:
    problem = Problem(f'"{called(criterion)}" does not hang on the tree of criteria.')
    return _finding(problem, Ref("criteria", criterion.id), "parent")


def _finding(problem: Problem, at: Ref, field: str = "") -> Finding:
    return Finding("weights", severity_of(problem), Stage.WEIGHTS, problem.what, at, field)
