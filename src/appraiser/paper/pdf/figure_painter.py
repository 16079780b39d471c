"""A figure drawn in print from the same marks as on screen."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from appraiser.figures.geometry import Figure, Line, Mark, Rect, Text
from appraiser.paper import palette
from appraiser.paper.pdf.drawn_line import draw_line
from appraiser.paper.pdf.setting import Setting
from appraiser.paper.pdf.tags.structure import Node


class Drawing(Flowable):
    """A figure in the flow of a page, made smaller where it would not fit."""

    def __init__(self, figure: Figure, setting: Setting, most_height: float) -> None:
        super().__init__()
        self._figure = figure
        self._setting = setting
        self._most_height = most_height
        self._scale = 1.0
        self.spaceAfter = 9

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        """Say how much room it takes."""
        figure = self._figure
        self._scale = min(1.0, width / figure.width, self._most_height / figure.height)
        return figure.width * self._scale, figure.height * self._scale

    def draw(self) -> None:
        """Draw it, from the top down."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        figure = self._figure
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        alt = self._setting.plain(figure.alt)
        canvas.begin_figure((Node("Figure", alt=alt),), figure.width, figure.height)
        paint(figure, canvas, self._setting)
        canvas.end()
        canvas.restoreState()


def paint(figure: Figure, canvas: Canvas, setting: Setting) -> None:
    """Draw the marks of a figure with the bottom left corner at the origin."""
    for mark in figure.marks:
        _mark(mark, figure.height, canvas, setting)


def _mark(mark: Mark, top: float, canvas: Canvas, setting: Setting) -> None:
    colour = palette.ROLES[mark.role]
    match mark:
        case Rect():
            canvas.setFillColor(HexColor(palette.faded(colour, mark.strength)))
            place = (mark.x, top - mark.y - mark.height, mark.width, mark.height)
            if mark.radius:
                radius = min(mark.radius, mark.width / 2, mark.height / 2)
                canvas.roundRect(*place, radius, stroke=0, fill=1)
            else:
                canvas.rect(*place, stroke=0, fill=1)
        case Line():
            canvas.setStrokeColor(HexColor(colour))
            canvas.setLineWidth(mark.thickness)
            canvas.line(mark.x1, top - mark.y1, mark.x2, top - mark.y2)
        case Text():
            canvas.setFillColor(HexColor(colour))
            start, words = (mark.x, top - mark.y), setting.drawn(mark.words)
            draw_line(canvas, start, words, mark.size, bold=mark.bold, anchor=mark.anchor)
