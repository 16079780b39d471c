"""Random indices: what the consistency of pairwise comparisons is held against."""

from __future__ import annotations

import math

from msgspec import Struct

from appraiser.catalogue.facts import Entry, Fact


class MeanIndex(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The mean consistency index of random matrices of one number of criteria."""

    criteria: int
    index: float


class RandomIndexTable(Entry, frozen=True, kw_only=True):
    """One published table. A number of criteria that it lacks has no consistency ratio.

    `accept` is the largest consistency ratio that passes without a remark.
    """

    name: str
    accept: float
    sizes: tuple[MeanIndex, ...]
    basis: Fact

    def __post_init__(self) -> None:
        """Refuse a size given twice, or an index that nothing can be divided by."""
        if len(self.by_size) < len(self.sizes):
            raise ValueError("a number of criteria is given twice")
        if not all(0 < each.index < math.inf for each in self.sizes):
            raise ValueError("a random index is a number above nought")

    @property
    def by_size(self) -> dict[int, float]:
        """The index of each number of criteria."""
        return {each.criteria: each.index for each in self.sizes}
