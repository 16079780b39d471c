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
from appraiser.paper.docx.marking_up import AFTER_SHADE, border

FACE = "Arial"
"""A face every office has; the trust's template may set another."""

TRUST, NOTICE, CALLOUT, CONTENTS, NUMBERED, CELL = (
    "Paper trust",
    "Paper notice",
    "Paper callout",
    "Paper contents",
    "Paper numbered",
    "Paper cell",
)


CELL_ID = CELL.replace(" ", "")
"""What the style of a cell is called inside the file."""

INDENT, BULLET, BOX = 36.0, 14.0, 12.0
"""Points before the words of a numbered paragraph, from a bullet to its words, and beside words
that are set apart."""


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
    "Header": _Look(8.5, colour=palette.MUTED),
    "Footer": _Look(8.5, colour=palette.MUTED),
}
_OURS = {
    TRUST: _Look(13, after=4, bold=True, colour=palette.STRONG),
    NOTICE: _Look(10.5, after=4),
    CALLOUT: _Look(12, after=4),
    CONTENTS: _Look(12, after=3),
    NUMBERED: _Look(12, after=6),
    CELL: _Look(10),
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
    for name in ("Header", "Footer"):
        _format(document, name).tab_stops.clear_all()
    title = document.styles["Title"].element.pPr
    title.remove(title.find(qn("w:pBdr")))  # the library's template draws a line under it
    _format(document, "Normal").line_spacing = 1.15
    _format(document, CELL).line_spacing = 1.0
    for name in (NUMBERED, CONTENTS):
        hang(_format(document, name), INDENT, INDENT)
    hang(_format(document, "List Bullet"), INDENT + BULLET, BULLET)
    for name, ground, bar in (
        (NOTICE, palette.WATCH_TINT, palette.WATCH),
        (CALLOUT, palette.TINT, palette.ACCENT),
    ):
        _format(document, name).left_indent = _format(document, name).right_indent = Pt(BOX)
        _box(document.styles[name], ground, bar)


def hang(paragraph: ParagraphFormat, indent: float, back: float) -> None:
    """Indent a paragraph by so many points and set its first line so many points back."""
    paragraph.left_indent, paragraph.first_line_indent = Pt(indent), Pt(-back)
    paragraph.tab_stops.add_tab_stop(Pt(indent))


def _format(document: Document, name: str) -> ParagraphFormat:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    found: ParagraphFormat = style.paragraph_format
    return found


def _set(style: BaseStyle, look: _Look) -> None:
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold = FACE, Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = rgb(look.colour)
    style.paragraph_format.space_before = Pt(look.before)
    style.paragraph_format.space_after = Pt(look.after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), FACE)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _box(style: BaseStyle, ground: str, bar: str) -> None:
    """Set a style on a ground with a bar before it and room around it.

    Paragraphs of one indent that follow each other share the box.
    """
    properties = style.element.get_or_add_pPr()
    border(properties, "top", ground, space=4)
    border(properties, "left", bar, space=BOX - 4, wide=24)
    border(properties, "bottom", ground, space=4)
    border(properties, "right", ground, space=BOX - 4)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), ground.lstrip("#"))
    properties.insert_element_before(shade, *AFTER_SHADE)


def rgb(colour: str) -> RGBColor:
    """Give a colour of the palette as Word's library takes it."""
    return RGBColor.from_string(colour.lstrip("#").upper())
