"""One line of text drawn at a place: a label of a figure, or what stands on every page."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from appraiser.figures.geometry import Anchor
from appraiser.paper.pdf.fonts import REGULAR, SEMIBOLD, in_faces, measure
from appraiser.paper.pdf.right_to_left import line_in_drawing_order

_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""How much of a line stands before its place."""


def draw_line(
    canvas: Canvas,
    place: tuple[float, float],
    words: str,
    size: float,
    *,
    bold: bool = False,
    anchor: Anchor = Anchor.START,
) -> None:
    """Draw a line that can be shown, each sign by a typeface that has it."""
    words = line_in_drawing_order(words)
    own = SEMIBOLD if bold else REGULAR
    canvas.setFont(own, size)
    x, y = place
    text = canvas.beginText(x - _BEFORE[anchor] * measure(words, size, bold=bold), y)
    *first, (face, last) = in_faces(words, bold=bold)
    for each, stretch in first:
        text.setFont(each, size)
        text.textOut(stretch)
    text.setFont(face, size)
    text.textLine(last)
    canvas.drawText(text)
