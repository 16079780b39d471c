"""Tables in Word: captions, heading rows that repeat, first cells that head their rows."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as Grid
from docx.table import _Cell, _Row

from appraiser.paper import palette
from appraiser.paper.blocks import Align, Field, Row, Table
from appraiser.paper.docx.styles import CELL_ID
from appraiser.paper.plain_text import one_line, paragraphs

_WIDTH = 170.0
"""Millimetres between the margins."""


def add_table(document: Document, block: Table) -> None:
    """Add a table with its caption above it."""
    if block.caption:
        document.add_paragraph(one_line(block.caption), style="Caption")
    grid = _grid(document, len(block.rows) + 1, [column.weight for column in block.columns])
    head, *rest = grid.rows
    _repeat(head)
    aligns = [column.align for column in block.columns]
    for cell, column in zip(head.cells, block.columns, strict=True):
        _fill(cell, column.heading, column.align, strong=True)
        _shade(cell)
    for drawn, row in zip(rest, block.rows, strict=True):
        _fill_row(drawn, row, aligns)
    document.add_paragraph()


def add_fields(document: Document, fields: Sequence[Field]) -> None:
    """Add the fields of the front sheet, a label and its words to a line."""
    grid = _grid(document, len(fields), [1, 3])
    for drawn, field in zip(grid.rows, fields, strict=True):
        _fill_row(drawn, Row((field.label, field.text)), [Align.START, Align.START])


def _grid(document: Document, rows: int, weights: Sequence[float]) -> Grid:
    grid: Grid = document.add_table(rows, len(weights), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    grid.autofit = False
    widths = [Mm(_WIDTH * weight / sum(weights)) for weight in weights]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    _lighten(grid)
    return grid


def _fill_row(drawn: _Row, row: Row, aligns: Sequence[Align]) -> None:
    for at, (cell, words, align) in enumerate(zip(drawn.cells, row.cells, aligns, strict=True)):
        _fill(cell, words, align, strong=row.strong or at == 0)


def _fill(cell: _Cell, words: str, align: Align, *, strong: bool) -> None:
    """Write the lines of a cell; only the first of them is strong."""
    first = cell.paragraphs[0]
    for at, line in enumerate(paragraphs(words) or [""]):
        paragraph = first if at == 0 else cell.add_paragraph()
        paragraph._p.style = CELL_ID  # noqa: SLF001  # by name it is looked up among all styles
        if align is Align.END:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(line).bold = True if strong and at == 0 else None


def _repeat(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), palette.TINT.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def _lighten(grid: Grid) -> None:
    """Draw light lines between rows and none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = side in {"top", "bottom", "insideH"}
        line.set(qn("w:val"), "single" if drawn else "nil")
        line.set(qn("w:color"), palette.LINE.lstrip("#"))
        borders.append(line)
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # the order Word asks for
    grid._tbl.tblPr.insert_element_before(borders, *after)  # noqa: SLF001
