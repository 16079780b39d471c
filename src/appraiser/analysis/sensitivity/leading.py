"""Who leads: the options that share the highest total, or the one that has it alone."""

from __future__ import annotations

from collections.abc import Sequence

from appraiser.analysis.scoring.ranking import TIE


def leading(totals: Sequence[float]) -> tuple[int, ...]:
    """Give the places of the highest total and of those that tie with it."""
    if not totals:
        return ()
    top = max(totals)
    return tuple(at for at, total in enumerate(totals) if top <= total + TIE)


def sole_leader(totals: Sequence[float]) -> int | None:
    """Give the place of the highest total, None where several share it or there is none."""
    first = leading(totals)
    return first[0] if len(first) == 1 else None
