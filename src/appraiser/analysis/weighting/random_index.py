"""Which table of random indices the consistency of pairwise comparison is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class RandomIndex:
    """Mean consistency index of random matrices, by the number of criteria compared.

    `accept` is the largest consistency ratio, from 0 up, that passes without a remark.
    """

    name: str
    by_size: Mapping[int, float]
    accept: float


def random_index(appraisal: Appraisal, catalogue: Catalogue) -> RandomIndex | None:
    """Give the table that the weighting names, or the usual one; None if it is not known."""
    try:
        table = catalogue.random_index_table(appraisal.weighting.random_index)
    except Problem:
        return None
    return RandomIndex(table.name, table.by_size, table.accept)
