"""The styles of the Word document: its own where Word has none of that kind."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.parfmt import ParagraphFormat

from appraiser.paper import palette

FACE = "Arial"
"""A face every office has; the trust's template may set another."""

TRUST, NOTICE, CALLOUT, NUMBERED, CELL = (
    "Paper trust",
    "Paper notice",
    "Paper callout",
    "Paper numbered",
    "Paper cell",
)


CELL_ID = CELL.replace(" ", "")
"""What the style of a cell is called inside the file."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Size and spaces in points, and whether it is bold."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = palette.INK


_WORDS_OWN = {
    "Normal": _Look(12, after=6),
    "Title": _Look(22, after=10, bold=True),
    "Heading 1": _Look(17, before=18, after=6, bold=True, colour=palette.STRONG),
    "Heading 2": _Look(13, before=12, after=4, bold=True),
    "Caption": _Look(10.5, before=8, after=4, bold=True),
    "List Bullet": _Look(12, after=4),
    "Header": _Look(9, colour=palette.MUTED),
    "Footer": _Look(9, colour=palette.MUTED),
}
_OURS = {
    TRUST: _Look(13, after=4, bold=True, colour=palette.STRONG),
    NOTICE: _Look(10.5, after=4),
    CALLOUT: _Look(12, after=4),
    NUMBERED: _Look(12, after=6),
    CELL: _Look(10, after=1),
}


def add_styles(document: Document) -> None:
    """Set Word's own styles and add those of the paper."""
    for name, look in _WORDS_OWN.items():
        _set(document.styles[name], look)
    for name, look in _OURS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set(style, look)
    _format(document, "Caption").keep_with_next = True
    numbered = _format(document, NUMBERED)
    numbered.left_indent, numbered.first_line_indent = Pt(36), Pt(-36)
    numbered.tab_stops.add_tab_stop(Pt(36))
    _shade(document.styles[NOTICE], palette.WATCH_TINT)
    _shade(document.styles[CALLOUT], palette.TINT)


def _format(document: Document, name: str) -> ParagraphFormat:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    found: ParagraphFormat = style.paragraph_format
    return found


def _set(style: BaseStyle, look: _Look) -> None:
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold = FACE, Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(look.colour.lstrip("#").upper())
    style.paragraph_format.space_before = Pt(look.before)
    style.paragraph_format.space_after = Pt(look.after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _shade(style: BaseStyle, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour.lstrip("#"))
    after = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")  # the order Word asks for
    style.element.get_or_add_pPr().insert_element_before(shade, *after)
