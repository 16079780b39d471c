"""The legend under a figure: a square and a name for each colour, flowing over lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from appraiser.figures.geometry import Mark, Measure, Rect, Role, Text
from appraiser.figures.text import wrapped

SQUARE = 8.0
_AFTER_SQUARE = 5.0
_BETWEEN = 16.0
_LEADING = 1.5
_MIDDLE = 0.34
"""How far the middle of small letters lies above the baseline, as a share of their size."""


class Entry(NamedTuple):
    """One colour and what it stands for."""

    words: str
    role: Role


def legend(
    entries: Sequence[Entry], width: float, size: float, measure: Measure
) -> tuple[list[Mark], float]:
    """Lay a legend out from the top left corner; give its marks and its height."""
    marks: list[Mark] = []
    x, line = 0.0, 0
    for words, role in entries:
        room = width - SQUARE - _AFTER_SQUARE
        for at, part in enumerate(wrapped(words or "Unnamed", room, size, measure, most=2)):
            needed = SQUARE + _AFTER_SQUARE + measure(part, size)
            if x > 0 and (at > 0 or x + needed > width):
                x, line = 0.0, line + 1
            baseline = size + line * size * _LEADING
            if at == 0:
                top = baseline - size * _MIDDLE - SQUARE / 2
                marks.append(Rect(x, top, SQUARE, SQUARE, role, radius=1.5))
            marks.append(Text(x + SQUARE + _AFTER_SQUARE, baseline, part, Role.MUTED, size))
            x += needed + _BETWEEN
    height = size * _LEADING * (line + 1) if entries else 0.0
    return marks, height
