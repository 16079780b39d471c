"""Words that are all alike drawn at one stroke, as most cells of tables are.

The code is the same as ReportLab's own, which keeps the state of the page twice for each cell and
builds its text sign by sign.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getFont

from appraiser.paper.pdf.tags.canvas import ARTIFACT, END
from appraiser.paper.pdf.tags.numbers import numbers

_LEAST = 1e-6
"""Points that ReportLab moves words by."""


def is_plain(words: Any) -> bool:
    """Whether a paragraph is nothing but lines of words: no link, and no number beside it."""
    laid_out, style = words.blPara, words.style
    return (
        laid_out.kind == 0
        and bool(laid_out.lines)
        and not (laid_out.link or laid_out.us_lines or words.bulletText or words.key)
        and _is_plain_style(style)
        and (style.alignment == TA_LEFT or len(laid_out.lines) == 1)
        and all(room >= 0 for room, _ in laid_out.lines)
    )


@cache
def _is_plain_style(style: ParagraphStyle) -> bool:
    special = style.backColor or style.borderWidth or style.firstLineIndent or style.wordWrap
    return not special and style.alignment in {TA_LEFT, TA_RIGHT}


def draw_plainly(words: Any, canvas: Any, x: float, y: float) -> None:
    """Draw such a paragraph with its bottom left corner at a place."""
    laid_out, style = words.blPara, words.style
    top = words.height - laid_out.fontSize
    text = ["BT", f"1 0 0 1 {numbers(style.leftIndent, top)} Tm", canvas.mark(words.path)]
    font = _Font(canvas, laid_out, style.leading)
    for room, line in laid_out.lines:
        said = font.code(words.ended(" ".join(line)))
        moved = room if style.alignment == TA_RIGHT and room > _LEAST else 0
        text += [f"{numbers(moved)} 0 Td", said, f"{numbers(-moved)} 0 Td"] if moved else [said]
    text += (END, "ET")
    colour = f"{numbers(laid_out.textColor.rgb())} rg"
    begun = ("q", f"1 0 0 1 {numbers(x, y)} cm", "q", colour, END)
    canvas._code += (*begun, " ".join(text), ARTIFACT, "Q", "Q")  # noqa: SLF001


class _Font:
    """The font of a paragraph, in which the signs of a line have their codes."""

    def __init__(self, canvas: Any, laid_out: Any, leading: float) -> None:
        self._canvas = canvas
        self._font: Any = getFont(laid_out.fontName)
        self._size = f"{numbers(laid_out.fontSize)} Tf {numbers(leading)} TL"
        self._subset = -1

    def code(self, line: str) -> str:
        """Give the code that draws a line and goes on to the next."""
        canvas, font = self._canvas, self._font
        found = []
        for subset, codes in font.splitString(line, canvas._doc):  # noqa: SLF001
            if subset != self._subset:
                found.append(f"{font.getSubsetInternalName(subset, canvas._doc)} {self._size}")  # noqa: SLF001
                self._subset = subset
            found.append(f"({canvas._escape(codes)}) Tj")  # noqa: SLF001
        return " ".join([*found, "T*"])
