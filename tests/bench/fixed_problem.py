"""The one instance that methods are timed on: 8 options against 15 criteria, without chance."""

from __future__ import annotations

OPTIONS = 8
CRITERIA = 15


def scores() -> list[list[float]]:
    """Give a row for each option and a column for each criterion, from 0 to 100."""
    return [
        [
            float((i * 41 + j * 23 + i * i * 7 + i * j * 19 + j * j * 3) % 101)
            for j in range(CRITERIA)
        ]
        for i in range(OPTIONS)
    ]
