"""Remarks at the end of a bar: what must be said of an option beside its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from appraiser.figures.geometry import Mark, Measure, Rect, Role, Text
from appraiser.figures.text import wrapped

BAR = 16.0
"""The height of a bar, and of a remark of one line beside it."""
NOTE_SIZE = 9.5
SPACE = 8.0
MIDDLE = 0.34
"""How far the middle of small letters lies above the baseline, as a share of their size."""
_STEP = NOTE_SIZE * 1.3
_ABOVE = 2.0


class Remark(NamedTuple):
    """Words in a quiet colour, or on a tinted pill where they warn."""

    words: str
    warns: bool = False

    @property
    def pad(self) -> float:
        """The room its pill needs on either side."""
        return SPACE if self.warns else 0.0


class Room(NamedTuple):
    """Where remarks may stand: from `left` to `right`, the bar and its number ending at `x`."""

    left: float
    right: float
    x: float
    top: float
    height: float
    """The height of the row so far, with the bar in its middle."""


def placed(remarks: Sequence[Remark], room: Room, measure: Measure) -> tuple[list[Mark], float]:
    """Set remarks after the number where they fit, or else below the bar.

    Gives their marks and the height that the row comes to.
    """
    marks: list[Mark] = []
    x, height = room.x, room.height
    for remark in remarks:
        width = measure(remark.words, NOTE_SIZE) + 2 * remark.pad
        if x + SPACE + width <= room.right:
            middle = room.top + room.height / 2
            marks += _drawn(remark, (remark.words,), x + SPACE, middle, measure)
            x += SPACE + width
            continue
        widest = room.right - room.left - 2 * remark.pad
        lines = wrapped(remark.words, widest, NOTE_SIZE, measure)
        tall = _tall(lines)
        middle = room.top + height + _ABOVE + tall / 2
        marks += _drawn(remark, lines, room.left, middle, measure)
        height += _ABOVE + tall
    return marks, height


def _tall(lines: Sequence[str]) -> float:
    return BAR + _STEP * (len(lines) - 1)


def _drawn(
    remark: Remark, lines: Sequence[str], left: float, middle: float, measure: Measure
) -> list[Mark]:
    marks: list[Mark] = []
    tall = _tall(lines)
    if remark.warns:
        wide = max(measure(line, NOTE_SIZE) for line in lines) + 2 * remark.pad
        marks.append(Rect(left, middle - tall / 2, wide, tall, Role.BAD_TINT, radius=8))
    role = Role.BAD if remark.warns else Role.MUTED
    first = middle - _STEP * (len(lines) - 1) / 2 + NOTE_SIZE * MIDDLE
    for at, line in enumerate(lines):
        marks.append(Text(left + remark.pad, first + _STEP * at, line, role, NOTE_SIZE))
    return marks
