"""Ranks by total, with ties told apart from near misses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

TIE = 1e-6
"""Totals this close, in points, are the same: the difference is only how sums are rounded."""

K = TypeVar("K")


def ranks(totals: Mapping[K, float | None]) -> Mapping[K, int | None]:
    """Rank by total, the highest first; ties share the better rank, no total has no rank."""
    known = {each: total for each, total in totals.items() if total is not None}
    found: dict[K, int | None] = dict.fromkeys(totals)
    level = rank = 0.0
    for place, (each, total) in enumerate(
        sorted(known.items(), key=lambda pair: pair[1], reverse=True), start=1
    ):
        if place == 1 or level - total > TIE:
            level, rank = total, place
        found[each] = int(rank)
    return found
