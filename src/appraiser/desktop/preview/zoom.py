"""How large the sheets are shown: at a share of their size on paper, or as the room allows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QSize

from appraiser.desktop.preview.document import PageSize
from appraiser.desktop.preview.sheets import EDGE, GAP

PIXELS_TO_A_POINT = 96 / 72
"""At 100%."""

STEPS = (
    *(0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0),
    *(1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0),
)
_NEARLY = 0.005
"""Shares as near as this are the same step."""


class Fit(Enum):
    """Sizes that follow the room there is."""

    WIDTH = "Fit width"
    PAGE = "Fit page"


Zoom = Fit | float
"""A share of the size on paper, 1.0 being all of it, or how the sheets fit."""


def share_of(zoom: Zoom, sizes: Sequence[PageSize], room: QSize) -> float:
    """Give the share of its size on paper that the widest sheet is shown at."""
    if not isinstance(zoom, Fit):
        return zoom
    width = (room.width() - 2 * EDGE) / max(size.width for size in sizes)
    height = (room.height() - 2 * GAP) / max(size.height for size in sizes)
    fitting = width if zoom is Fit.WIDTH else min(width, height)
    return min(max(fitting / PIXELS_TO_A_POINT, STEPS[0] / 2), STEPS[-1])


def stepped(share: float, *, larger: bool) -> float:
    """Give the next step from a share: the next larger one or the next smaller."""
    if larger:
        return next((each for each in STEPS if each > share + _NEARLY), STEPS[-1])
    return next((each for each in reversed(STEPS) if each < share - _NEARLY), STEPS[0])


def words_for(zoom: Zoom) -> str:
    """Say a zoom as people do."""
    return zoom.value if isinstance(zoom, Fit) else f"{round(100 * zoom)}%"
