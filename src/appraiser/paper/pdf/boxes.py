"""The front sheet's grid of fields, and words set apart in a box."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from appraiser.figures.font_metrics import source_sans
from appraiser.paper import palette
from appraiser.paper.blocks import Callout, Field, FrontSheet, Run, letter
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.logo import Logo
from appraiser.paper.pdf.setting import Piece, Setting
from appraiser.paper.pdf.tables import PADDING, longest_piece, parts
from appraiser.paper.pdf.tags.structure import Node
from appraiser.paper.pdf.tags.tables import heading_cell
from appraiser.paper.pdf.tags.words import TaggedWords, words_at

_LABEL = 112.0
_SECOND_LABEL = 60.0
"""Points that a second label on a line has at the least; it has at most as many as the first."""

_ROOMY, _CLOSE = (2.5, 4.0), (1.0, 2.5)
"""Points over and under a field; the close ones keep a full front sheet on its page."""

_STYLES = (styles.LABEL, styles.CELL)
_LONGEST = 700
"""Characters of one piece of an item."""

Lines = list[list[list[TaggedWords]]]


def front_sheet(block: FrontSheet, setting: Setting) -> Piece:
    """Set the head of the paper and its fields, short ones two to a line, on one page if it can."""
    above = _head(block, setting)
    if block.notices:
        rows: Lines = []
        for words in block.notices:
            run = (Run(words),)
            rows += ([[each]] for each in setting.paragraph(run, styles.NOTICE, "", _LONGEST))
        above.append(_box(rows, palette.WATCH_TINT, palette.WATCH))
    for room in (_ROOMY, _CLOSE):
        found = [
            *above,
            *(
                _fields(list(fields), setting, room, short=short)
                for short, fields in groupby(block.fields, key=lambda field: field.short)
            ),
        ]
        if _height(found) <= styles.HEIGHT:
            break
    return Piece(found)


def _height(flowables: Sequence[Flowable]) -> float:
    spaces = sum(each.getSpaceBefore() + each.getSpaceAfter() for each in flowables)
    return spaces + sum(each.wrap(styles.WIDTH, styles.HEIGHT)[1] for each in flowables)


def _head(block: FrontSheet, setting: Setting) -> list[Flowable]:
    """Set whose paper it is and what it is called, beside the logo where there is one."""
    logo = Logo(block.logo, setting.plain(block.logo_alt)) if block.logo else None
    trust, title = styles.TRUST, styles.TITLE
    if logo is not None:
        trust, title = (
            each.clone(f"{each.name}-beside", rightIndent=logo.beside) for each in (trust, title)
        )
    words: list[Flowable] = [
        *setting.paragraph((Run(block.trust),), trust),
        words_at(setting.markup(Run(block.title)), title, (Node("H1"),)),
    ]
    if logo is None:
        return words
    return [logo, *words, Spacer(0, max(0.0, logo.below - _height(words)))]


def _columns(fields: Sequence[Field], *, short: bool) -> list[float]:
    """Give the widths of labels and words; labels that stand second are as wide as they need."""
    if not short:
        return [_LABEL, styles.WIDTH - _LABEL]
    wide = (source_sans(each.label[:40], styles.LABEL.fontSize, bold=True) for each in fields[1::2])
    second = min(max((_SECOND_LABEL, *(each + 2 * PADDING + 1 for each in wide))), _LABEL)
    words = (styles.WIDTH - _LABEL - second) / 2
    return [_LABEL, words, second, words]


def _fields(
    fields: Sequence[Field], setting: Setting, room: tuple[float, float], *, short: bool
) -> Flowable:
    widths = _columns(fields, short=short)
    step = len(widths) // 2
    rows: Lines = []
    table = Node("Table")
    for at in range(0, len(fields), step):
        words = [words for field in fields[at : at + step] for words in (field.label, field.text)]
        words += [""] * (len(widths) - len(words))
        nodes = tuple(_cell(each, label=at % 2 == 0) for at, each in enumerate(words))
        line = table, Node("TR", always=nodes)
        cells = [
            setting.lines(each, style, longest_piece(width), (*line, node))
            for each, style, width, node in zip(words, _STYLES * step, widths, nodes, strict=True)
        ]
        rows += parts(cells, widths)
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), styles.CELL.fontName),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2 * PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), room[0]),
            ("BOTTOMPADDING", (0, 0), (-1, -1), room[1]),
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, HexColor(palette.LINE)),
        ]
    )
    return Grid(rows, widths, style=look, hAlign="LEFT")


def _cell(words: str, *, label: bool) -> Node:
    return heading_cell("Row") if label and words else Node("TD")


def callout(block: Callout, setting: Setting) -> Piece:
    """Set words apart on a tint with a bar beside them; each item has a row of its own."""
    title = (Run(block.title),)
    rows: Lines = [
        [[each]] for each in setting.paragraph(title, styles.CALLOUT_TITLE, "", _LONGEST)
    ]
    tree = Node("L", attributes={"ListNumbering": "LowerAlpha"}, owner="List")
    under = (tree,) if block.lettered else ()
    for at, item in enumerate(block.items):
        mark = f"({letter(at)})" if block.lettered else ""
        style = styles.CALLOUT_LETTERED if block.lettered else styles.CALLOUT
        rows += ([[each]] for each in setting.paragraph(item, style, mark, _LONGEST, under))
    return Piece([_box(rows, palette.TINT, palette.ACCENT)], 70)


def _box(rows: Lines, ground: str, bar: str) -> Flowable:
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), styles.CELL.fontName),
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(ground)),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(bar)),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ("TOPPADDING", (0, 0), (-1, 0), 7),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        ]
    )
    return Grid(rows, [styles.WIDTH], style=look, hAlign="LEFT", spaceBefore=4, spaceAfter=9)
