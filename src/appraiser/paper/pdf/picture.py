"""A figure as a picture, for documents that can hold no drawing; painted as in the PDF."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from appraiser.figures.geometry import Figure
from appraiser.paper.pdf.figure_painter import paint
from appraiser.paper.pdf.fonts import register
from appraiser.paper.pdf.setting import Setting
from appraiser.pdfium_lock import PDFIUM

_SCALE = 3.0
"""Pixels for a point: 216 to the inch."""


def figure_png(figure: Figure) -> bytes:
    """Give a figure as PNG, drawn large enough to print."""
    register()
    page = BytesIO()
    canvas = Canvas(page, pagesize=(figure.width, figure.height), invariant=1)
    paint(figure, canvas, Setting())
    canvas.save()
    with PDFIUM, pypdfium2.PdfDocument(page.getvalue()) as document:
        picture = document[0].render(scale=_SCALE).to_pil()
    found = BytesIO()
    picture.save(found, format="PNG")
    return found.getvalue()
