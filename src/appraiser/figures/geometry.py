"""Figures as geometry: marks placed in points, for any painter to draw.

The origin is the top left corner and y runs down. A mark names the role of its colour, never
the colour, so that one geometry serves light, dark and paper. Together with its words in `alt`
and its numbers in `table`, a figure says everything it says without being seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


class Role(str, Enum):
    """What a colour is for; a theme gives each its colour."""

    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    ACCENT = "accent"
    SERIES_1 = "series-1"
    SERIES_2 = "series-2"
    SERIES_3 = "series-3"
    SERIES_4 = "series-4"
    SERIES_5 = "series-5"
    SERIES_6 = "series-6"
    SERIES_7 = "series-7"
    BAD = "bad"
    BAD_TINT = "bad-tint"
    WATCH = "watch"
    WATCH_TINT = "watch-tint"


SERIES = tuple(role for role in Role if role.value.startswith("series-"))
"""The colours of a series, in order."""


class Anchor(Enum):
    """Which point of a text its x is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle. `strength` is how much of the colour there is over the ground, 0-1."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    radius: float = 0.0
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line of some thickness."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline. It never needs wrapping or shortening."""

    x: float
    y: float
    words: str
    role: Role
    size: float
    bold: bool = False
    anchor: Anchor = Anchor.START


Mark = Rect | Line | Text


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a figure as words, row by row under a header; the first column names rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its size and marks in points, its title, its finding in words, its numbers."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    alt: str
    tabulate: Callable[[], Table] = field(compare=False)
    """Makes the table: nobody reads it while a figure follows a slider."""
    is_empty: bool = False
    """There is nothing to show yet; the marks and `alt` say so."""

    @property
    def table(self) -> Table:
        """Its numbers, row by row."""
        return self.tabulate()


class Measure(Protocol):
    """Gives the width in points of a text at a size, in the face the figure is drawn in."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """Measure one line of text."""


def lowered(mark: Mark, by: float) -> Mark:
    """Give the same mark further down.

    Written out, as `dataclasses.replace` takes five times as long and a figure that follows a
    slider is made of many marks.
    """
    match mark:
        case Rect(x, y, width, height, role, radius, strength):
            return Rect(x, y + by, width, height, role, radius, strength)
        case Line(x1, y1, x2, y2, role, thickness):
            return Line(x1, y1 + by, x2, y2 + by, role, thickness)
        case Text(x, y, words, role, size, bold, anchor):
            return Text(x, y + by, words, role, size, bold, anchor)
