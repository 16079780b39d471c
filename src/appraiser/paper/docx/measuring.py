"""How wide the columns of a table are in Word, and how tall the table will be about."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from appraiser.figures.font_metrics import source_sans
from appraiser.paper.blocks import Row, Table
from appraiser.paper.column_widths import LOOKED_AT, column_widths
from appraiser.paper.plain_text import paragraphs

WIDTH = 170.0 / 25.4 * 72
"""Points between the margins."""

PADDING = 5.0
"""Points between a cell's words and its sides."""

SIZE = 10.0
"""Points: the type of a cell."""

_WIDER = 1.12
"""How much wider the paper's face in Word sets a word than the face that is measured."""


def widths_of(block: Table) -> list[float]:
    """Give the widths of a table's columns, in points."""
    return column_widths(block, WIDTH, 2 * PADDING, measured)


def lines_of(rows: Sequence[Row], widths: Sequence[float]) -> int:
    """Give about how many lines of type rows take in columns of these widths."""
    return sum(
        max(_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True))
        for row in rows
    )


def _lines(cell: str, width: float) -> int:
    room = max(width - 2 * PADDING, SIZE)
    found = paragraphs(cell[:LOOKED_AT]) or [""]
    return sum(max(1, ceil(measured(line) / room)) for line in found)


def measured(words: str, size: float = SIZE, *, bold: bool = True) -> float:
    """Give about how wide words are in the face of the document, and rather more than less."""
    return _WIDER * source_sans(words, size, bold=bold)
