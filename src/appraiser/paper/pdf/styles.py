"""How each kind of block looks in print: sizes, spaces and colours, in points on A4."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from appraiser.paper import palette
from appraiser.paper.pdf.fonts import REGULAR, SEMIBOLD

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
TOP = 22 * mm
BOTTOM = 20 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
INDENT = 34
"""Where the words of a numbered paragraph begin."""


def _style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    settings: dict[str, Any] = {
        "fontName": REGULAR,
        "textColor": HexColor(palette.INK),
        "allowWidows": 0,
        "allowOrphans": 0,
        "bulletFontName": REGULAR,
        "bulletFontSize": size,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, **(settings | more))


_STRONG = {"fontName": SEMIBOLD, "textColor": HexColor(palette.STRONG)}
_MUTED = {"textColor": HexColor(palette.MUTED)}

TRUST = _style("trust", 13, 17, **_STRONG, spaceAfter=4)
TITLE = _style("title", 22, 26, fontName=SEMIBOLD, spaceAfter=9)
ANNEX = _style("annex", 17, 21, **_STRONG, spaceBefore=16, spaceAfter=5)
SECTION = ANNEX.clone("section", leftIndent=INDENT)
SECTION.bulletFontName, SECTION.bulletColor = SEMIBOLD, HexColor(palette.STRONG)
PART = _style("part", 13, 17, fontName=SEMIBOLD, spaceBefore=10, spaceAfter=4)
BODY = _style("body", 12, 15, spaceAfter=6)
NUMBERED = _style("numbered", 12, 15, spaceAfter=6, leftIndent=INDENT)
NUMBERED.bulletColor = HexColor(palette.MUTED)
BULLET = _style("bullet", 12, 15, spaceAfter=4, leftIndent=INDENT + 14, bulletIndent=INDENT)
BULLET_LAST = BULLET.clone("bullet-last", spaceAfter=9)
CONTENTS_TITLE = _style("contents-title", 17, 21, **_STRONG, spaceAfter=10)
CONTENTS = _style("contents", 12, 15, spaceAfter=7, leftIndent=INDENT, rightIndent=INDENT)
CONTENTS.bulletColor = HexColor(palette.MUTED)
CONTENTS_ANNEX = CONTENTS.clone("contents-annex")
CAPTION = _style("caption", 10.5, 14, fontName=SEMIBOLD, spaceBefore=6, spaceAfter=4)
CELL = _style("cell", 10, 12.5)
CELL_HEAD = _style("cell-head", 10, 12.5, fontName=SEMIBOLD)
CELL_END = _style("cell-end", 10, 12.5, alignment=TA_RIGHT)
CELL_HEAD_END = _style("cell-head-end", 10, 12.5, fontName=SEMIBOLD, alignment=TA_RIGHT)
LABEL = _style("label", 10, 12.5, **(_MUTED | {"fontName": SEMIBOLD}))
CALLOUT_TITLE = _style("callout-title", 12, 15, fontName=SEMIBOLD)
CALLOUT = _style("callout", 12, 15.5)
CALLOUT_LETTERED = _style("callout-lettered", 12, 15, leftIndent=24)
NOTICE = _style("notice", 10.5, 13.5)
