"""Tables in Word: captions, heading rows that repeat, first cells that head their rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from appraiser.paper import palette
from appraiser.paper.blocks import Align, Field, Row, Table
from appraiser.paper.docx.measuring import PADDING, WIDTH, lines_of, widths_of
from appraiser.paper.docx.styles import CELL_ID
from appraiser.paper.plain_text import one_line, paragraphs

_WHOLE = 14
"""Lines: a table of no more than these is not broken."""

_FIELD_SHARES = (0.22, 0.33, 0.14, 0.31)
"""Of the width: the label and the words of a field, and again of one beside it."""

_ROOM = Pt(12)
"""Between a table and what follows it."""

_TWIPS = 20
"""To a point."""


def add_table(document: Document, block: Table) -> None:
    """Add a table with its caption above it."""
    if block.caption:
        document.add_paragraph(one_line(block.caption), style="Caption")
    else:
        end_table(document)
    widths = widths_of(block)
    grid = _grid(document, len(block.rows) + 1, widths, block.caption)
    head, *rest = grid.rows
    _mark(head, "w:cantSplit", "w:tblHeader")
    aligns = [column.align for column in block.columns]
    for cell, column in zip(head.cells, block.columns, strict=True):
        _fill(cell, column.heading, column.align, strong=True)
        _shade(cell)
        _rule(cell, "bottom")
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    for drawn, row in zip(rest, block.rows, strict=True):
        _fill_row(drawn, row, aligns)
    whole = lines_of(block.rows, widths) <= _WHOLE
    _keep_together([head, *rest][:-1] if whole else [head])


def end_table(document: Document) -> None:
    """Add a line where a table came last: two in a row would be one, and no table may be last."""
    added = document.element.body[:-1]  # the last element says what the pages are like
    if added and isinstance(added[-1], CT_Tbl):
        document.add_paragraph().paragraph_format.line_spacing = Pt(1)


def part_from_table(following: Paragraph) -> None:
    """Leave room between a table and the paragraph after it, or the table's first cell."""
    style = following.style
    own = style.paragraph_format.space_before if isinstance(style, ParagraphStyle) else None
    following.paragraph_format.space_before = max(own or Pt(0), _ROOM)


def add_fields(document: Document, fields: Sequence[Field]) -> None:
    """Add the fields of the front sheet, a label and its words; short ones stand two to a row."""
    rows: list[list[Field]] = []
    for short, group in groupby(fields, key=lambda field: field.short):
        alike, step = list(group), 2 if short else 1
        rows += [alike[at : at + step] for at in range(0, len(alike), step)]
    widths = [WIDTH * share for share in _FIELD_SHARES]
    grid = _grid(document, len(rows), widths, "")
    for drawn, together in zip(grid.rows, rows, strict=True):
        _mark(drawn, "w:cantSplit")
        cells = drawn.cells
        words = [each for field in together for each in (field.label, field.text)]
        if not together[0].short:
            cells[1].merge(cells[-1])
        for at, each in enumerate(words):
            _fill(cells[at], each, Align.START, strong=at % 2 == 0)


def _grid(document: Document, rows: int, widths: Sequence[float], caption: str) -> Grid:
    grid: Grid = document.add_table(rows, len(widths), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    _look(grid, sum(widths), caption)
    return grid


def _look(grid: Grid, width: float, caption: str) -> None:
    """Set its width, light lines between rows and none between columns, and room in cells."""
    properties = grid._tbl.tblPr  # noqa: SLF001
    whole = properties.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(round(width * _TWIPS)))
    _insert(properties, _borders(), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = OxmlElement("w:tblCellMar")
    room = {"top": 2.5, "left": PADDING, "bottom": 3.5, "right": PADDING}
    for side, points in room.items():
        margins.append(_made(f"w:{side}", w=str(round(points * _TWIPS)), type="dxa"))
    _insert(properties, margins, "w:tblLook")
    if caption:
        properties.append(_made("w:tblCaption", val=one_line(caption)))


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        drawn = side in {"bottom", "insideH"}
        borders.append(_line(side, palette.LINE) if drawn else _made(f"w:{side}", val="nil"))
    return borders


def _line(side: str, colour: str) -> BaseOxmlElement:
    return _made(f"w:{side}", val="single", sz="4", space="0", color=colour.lstrip("#"))


def _made(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _insert(properties: BaseOxmlElement, element: BaseOxmlElement, *after: str) -> None:
    """Insert an element before those that must come after it, in the order Word asks for."""
    properties.insert_element_before(element, *after)


def _fill_row(drawn: _Row, row: Row, aligns: Sequence[Align]) -> None:
    _mark(drawn, "w:cantSplit")
    for at, (cell, words, align) in enumerate(zip(drawn.cells, row.cells, aligns, strict=True)):
        _fill(cell, words, align, strong=row.strong or at == 0)
        if row.strong:
            _rule(cell, "top")


def _fill(cell: _Cell, words: str, align: Align, *, strong: bool) -> None:
    """Write the lines of a cell; only the first of them is strong."""
    first = cell.paragraphs[0]
    for at, line in enumerate(paragraphs(words) or [""]):
        paragraph = first if at == 0 else cell.add_paragraph()
        paragraph._p.style = CELL_ID  # noqa: SLF001  # by name it is looked up among all styles
        if align is Align.END:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(line).bold = True if strong and at == 0 else None


def _mark(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in names:
        properties.append(OxmlElement(name))


def _keep_together(rows: Sequence[_Row]) -> None:
    """Keep each of these rows on the page of the one after it."""
    for row in rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _shade(cell: _Cell) -> None:
    shade = _made("w:shd", val="clear", fill=palette.TINT.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def _rule(cell: _Cell, side: str) -> None:
    """Draw a dark line above or below a cell."""
    borders = OxmlElement("w:tcBorders")
    borders.append(_line(side, palette.INK))
    after = ("w:shd", "w:noWrap", "w:tcMar", "w:vAlign")
    _insert(cell._tc.get_or_add_tcPr(), borders, *after)  # noqa: SLF001
