"""How wide the columns of a table are in Word, and how tall the table will be about."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from appraiser.figures.font_metrics import source_sans
from appraiser.paper.blocks import Row, Table
from appraiser.paper.plain_text import paragraphs

WIDTH = 170.0 / 25.4 * 72
"""Points between the margins."""

PADDING = 5.0
"""Points between a cell's words and its sides."""

SIZE = 10.0
"""Points: the type of a cell."""

_WIDER = 1.12
"""How much wider the paper's face in Word sets a word than the face that is measured."""

_LONGEST_WORD = 18
"""Letters of a word that a column is widened for; a longer one is broken."""

_LOOKED_AT = 2000
"""Characters of a cell that are searched for its longest word."""


def column_widths(block: Table) -> list[float]:
    """Share the width out by weight, but give each column room for its longest ordinary word."""
    whole = sum(column.weight for column in block.columns)
    wanted = [WIDTH * column.weight / whole for column in block.columns]
    least = [_least(block, at) for at in range(len(block.columns))]
    short = sum(max(0.0, low - wide) for low, wide in zip(least, wanted, strict=True))
    spare = sum(max(0.0, wide - low) for low, wide in zip(least, wanted, strict=True))
    if not short or spare < short:
        return wanted
    return [
        low if wide < low else wide - short * (wide - low) / spare
        for low, wide in zip(least, wanted, strict=True)
    ]


def _least(block: Table, at: int) -> float:
    cells = (row.cells[at] for row in block.rows)
    words = {
        word for cell in cells for word in cell[:_LOOKED_AT].split() if len(word) <= _LONGEST_WORD
    }
    words |= set(block.columns[at].heading.split())
    return max(map(measured, words), default=0) + 2 * PADDING + 1


def lines_of(rows: Sequence[Row], widths: Sequence[float]) -> int:
    """Give about how many lines of type rows take in columns of these widths."""
    return sum(
        max(_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True))
        for row in rows
    )


def _lines(cell: str, width: float) -> int:
    room = max(width - 2 * PADDING, SIZE)
    found = paragraphs(cell[:_LOOKED_AT]) or [""]
    return sum(max(1, ceil(measured(line) / room)) for line in found)


def measured(words: str, size: float = SIZE, *, bold: bool = True) -> float:
    """Give about how wide words are in the face of the document, and rather more than less."""
    return _WIDER * source_sans(words, size, bold=bold)
