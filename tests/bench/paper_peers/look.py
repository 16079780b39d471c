"""How every peer is asked to set a paper, so that all have as much to do: as ours looks.

Sizes and leadings are in points, of A4. It loads nothing that a peer would not.
"""

from __future__ import annotations

from typing import NamedTuple

from appraiser.figures.geometry import Figure
from appraiser.paper.html.svg import svg
from appraiser.resources import resource

MM = 72 / 25.4
MARGIN, TOP, BOTTOM = 20 * MM, 22 * MM, 20 * MM
INDENT = 34.0
"""Where the words of a numbered paragraph begin."""
FAMILY = "Source Sans 3"
REGULAR, SEMIBOLD = (
    resource("fonts", f"SourceSans3-{face}.ttf") for face in ("Regular", "Semibold")
)


class Size(NamedTuple):
    """How large words are, and how far apart their lines."""

    size: float
    leading: float


TITLE = Size(22, 26)
SECTION = Size(17, 21)
PART = Size(13, 17)
BODY = Size(12, 15)
CAPTION = Size(10.5, 14)
CELL = Size(10, 12.5)
FURNITURE = Size(9, 12)


def standing_alone(figure: Figure, key: str) -> str:
    """Give a figure as SVG that names its typeface, as large as it is in print."""
    width = f'width="{figure.width * 1.4:g}"'
    size = f'width="{figure.width:g}pt" height="{figure.height:g}pt"'
    space = 'xmlns="http://www.w3.org/2000/svg"'
    found = svg(figure, key).replace(width, size, 1)
    return found.replace("<svg ", f'<svg {space} font-family="{FAMILY}" ', 1)
