"""How the width of a table is shared among its columns, whatever writer sets it."""

from __future__ import annotations

from collections.abc import Callable

from appraiser.paper.blocks import Table

_LONGEST_WORD = 18
"""Letters of a word that a column is widened for; a longer one is broken."""

LOOKED_AT = 2000
"""Characters of a cell that are searched for its longest word."""


def column_widths(
    block: Table, whole: float, padding: float, measured: Callable[[str], float]
) -> list[float]:
    """Share a width out by weight, but give each column room for its longest ordinary word.

    Widths are in points. `padding` is that of both sides of a cell; `measured` gives the width of
    a word at its boldest.
    """
    weights = sum(column.weight for column in block.columns)
    wanted = [whole * column.weight / weights for column in block.columns]
    least = [_longest(block, at, measured) + padding + 1 for at in range(len(block.columns))]
    short = sum(max(0.0, low - wide) for low, wide in zip(least, wanted, strict=True))
    spare = sum(max(0.0, wide - low) for low, wide in zip(least, wanted, strict=True))
    if not short or spare < short:
        return wanted
    return [
        low if wide < low else wide - short * (wide - low) / spare
        for low, wide in zip(least, wanted, strict=True)
    ]


def _longest(block: Table, at: int, measured: Callable[[str], float]) -> float:
    """Give the width of the longest ordinary word of a column."""
    cells = (row.cells[at] for row in block.rows)
    words = {
        word for cell in cells for word in cell[:LOOKED_AT].split() if len(word) <= _LONGEST_WORD
    }
    words |= set(block.columns[at].heading.split())
    return max(map(measured, words), default=0)
