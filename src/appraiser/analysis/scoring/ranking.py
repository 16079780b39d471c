"""Ranks by total, with ties told apart from near misses, and who leads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from appraiser.domain.ids import OptionId

TIE = 1e-6
"""Totals this close, in points, are the same: the difference is only how sums are rounded."""

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Where options stand by their totals, from 0 to 100.

    `ranks` are among all of them, as if there were no gates; an option without a total has none.
    `leaders` have the highest total of those that no gate bars, several where they tie; there
    are none while one of those lacks a total.
    """

    totals: Mapping[OptionId, float | None]
    ranks: Mapping[OptionId, int | None]
    leaders: tuple[OptionId, ...]


def ranks(totals: Mapping[K, float | None]) -> Mapping[K, int | None]:
    """Rank by total: one more than the number of totals that are higher by more than `TIE`.

    So ties share the better rank. What has no total has no rank.
    """
    rising = sorted(total for total in totals.values() if total is not None)
    return {
        each: None if total is None else 1 + len(rising) - bisect_right(rising, total + TIE)
        for each, total in totals.items()
    }


def ranking_of(
    totals: Mapping[OptionId, float | None], barred: Collection[OptionId] = ()
) -> Ranking:
    """Rank options and find who leads among those that no gate bars."""
    playing = {each: total for each, total in totals.items() if each not in barred}
    known = {each: total for each, total in playing.items() if total is not None}
    firsts: tuple[OptionId, ...] = ()
    if known and len(known) == len(playing):
        highest = max(known.values())
        firsts = tuple(each for each, total in known.items() if highest <= total + TIE)
    return Ranking(totals, ranks(totals), firsts)


def leader_changes(before: Ranking, after: Ranking) -> bool | None:
    """Tell whether others lead than before; None where either has no leader to compare."""
    if not before.leaders or not after.leaders:
        return None
    return set(before.leaders) != set(after.leaders)
