"""Normalised weights: what the swings, points, ranks or comparisons that people gave come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.domain.ids import CriterionId, WeightSetId
from appraiser.domain.terms import WeightMethod


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
    a pairwise set, None for other methods.
    """

    set: WeightSetId
    method: WeightMethod
    technique: str
    criteria: tuple[CriterionWeight, ...]
    consistency_ratio: float | None = None

    @property
    def leaves(self) -> tuple[CriterionWeight, ...]:
        """The weights of the criteria that are scored, which sum to 1."""
        return tuple(each for each in self.criteria if each.leaf)

    @property
    def of(self) -> Mapping[CriterionId, CriterionWeight]:
        """Each weight by its criterion."""
        return {each.criterion: each for each in self.criteria}
