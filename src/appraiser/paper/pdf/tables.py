"""Tables in print: they break between rows, repeat their headings and never outgrow a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table as Grid
from reportlab.platypus import TableStyle
from reportlab.platypus.tables import CellStyle

from appraiser.figures.font_metrics import source_sans
from appraiser.paper import palette
from appraiser.paper.blocks import Align, Column, Row, Run, Table
from appraiser.paper.column_widths import column_widths
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.setting import Piece, Setting
from appraiser.paper.pdf.tags.structure import Path
from appraiser.paper.pdf.tags.tables import table_paths
from appraiser.paper.pdf.tags.words import TaggedWords, words_at

PADDING = 5
"""Points between a cell's words and its sides."""

_ABOVE, _BELOW = 2.0, 3.5
"""Points between a cell's words and the lines above and below it."""

TALLEST = 300
"""Points: a row taller than this goes on in a further row, so that it always finds a page."""

_WHOLE = styles.HEIGHT * 0.2
"""Points: a table no taller than this is not broken."""

_CHARACTER = 10
"""Points: the width of the widest letter of a cell."""

_LINES = 18
"""Lines of the widest letters that one piece of a cell may come to."""

Cells = list[list[TaggedWords]]


def table(block: Table, setting: Setting) -> Piece:
    """Set a table: its caption, and a grid that splits between rows under its headings."""
    widths = column_widths(block, styles.WIDTH, 2 * PADDING, _measured)
    paths = table_paths(len(block.columns), len(block.rows), captioned=bool(block.caption))
    header = [
        [words_at(setting.markup(Run(each.heading)), _style(each, head=True), path)]
        for each, path in zip(block.columns, paths.header, strict=True)
    ]
    rows: list[Cells] = [header]
    strong: list[int] = []
    for row, cells in zip(block.rows, paths.rows, strict=True):
        split = list(parts(_cells(row, block.columns, widths, setting, cells), widths))
        if row.strong:
            strong += range(len(rows), len(rows) + len(split))
        rows += split
    caption = []
    if block.caption:
        run = (Run(block.caption),)
        caption = setting.paragraph(run, styles.CAPTION, under=paths.caption)
    heights = [_height(cells, widths) for cells in rows]
    head, body = [_cell("BOTTOM")] * len(widths), [_cell("TOP")] * len(widths)
    grid = _Rows(
        rows,
        widths,
        heights,
        repeatRows=1,
        cellStyles=[head, *[body] * (len(rows) - 1)],
        style=_look(strong),
        hAlign="LEFT",
        spaceAfter=9,
    )
    height = sum(heights)
    above = 26 if caption else 0
    return Piece([*caption, grid], above + (height if height <= _WHOLE else sum(heights[:2])))


def _height(cells: Cells, widths: Sequence[float]) -> float:
    """Give the height of a row, whose words are broken into lines by now."""
    tallest = max(
        sum(words.wrap(_room(width), TALLEST)[1] for words in lines)
        for lines, width in zip(cells, widths, strict=True)
    )
    return tallest + _ABOVE + _BELOW


def _room(width: float) -> float:
    """Give the width of a column's words, to the last bit as ReportLab reckons it."""
    return width - PADDING - PADDING


def _measured(word: str) -> float:
    return source_sans(word, styles.CELL.fontSize, bold=True)


def _style(column: Column, *, head: bool) -> ParagraphStyle:
    if column.align is Align.END:
        return styles.CELL_HEAD_END if head else styles.CELL_END
    return styles.CELL_HEAD if head else styles.CELL


def _cells(
    row: Row,
    columns: Sequence[Column],
    widths: Sequence[float],
    setting: Setting,
    paths: Sequence[Path],
) -> Cells:
    found = []
    for at, (words, column, width) in enumerate(zip(row.cells, columns, widths, strict=True)):
        longest, cell = longest_piece(width), paths[at]
        lines = setting.lines(words, _style(column, head=row.strong or at == 0), longest, cell)
        if at == 0 and lines[1:] and not row.strong:
            lines[1:] = setting.lines(words, _style(column, head=False), longest, cell)[1:]
        found.append(lines)
    return found


def longest_piece(width: float) -> int:
    """Give how many characters of a column's cell surely fit one row of a table."""
    return max(20, int((width - 2 * PADDING) / _CHARACTER) * _LINES)


def parts(cells: Cells, widths: Iterable[float]) -> Iterator[Cells]:
    """Part a row that is too tall into rows that are not; each cell goes on where it left off."""
    left = [list(lines) for lines in cells]
    rooms = [_room(width) for width in widths]
    while True:
        yield [_fitting(lines, room) for lines, room in zip(left, rooms, strict=True)]
        if not any(left):
            return


def _fitting(lines: list[TaggedWords], width: float) -> list[TaggedWords]:
    """Take from the front as many lines as fit a row, and always one."""
    taken: list[TaggedWords] = []
    height = 0.0
    while lines:
        _, tall = lines[0].wrap(width, TALLEST)
        if taken and height + tall > TALLEST:
            break
        taken.append(lines.pop(0))
        height += tall
    return taken


@cache
def _cell(valign: Literal["TOP", "BOTTOM"]) -> CellStyle:
    """Give how words stand in a cell; all cells that are alike share it."""
    found = CellStyle(valign)
    found.fontname, found.valign = styles.CELL.fontName, valign
    found.leftPadding = found.rightPadding = PADDING
    found.topPadding, found.bottomPadding = _ABOVE, _BELOW
    return found


class _Rows(Grid):
    """Rows of which the last two stay together; a rule for that is looked up for every cell."""

    def _getFirstPossibleSplitRowPosition(self, *args: Any, **kwargs: Any) -> int:  # noqa: N802
        """Give how many rows fit, as ReportLab asks it, without the last but one alone."""
        rows: int = super()._getFirstPossibleSplitRowPosition(*args, **kwargs)  # type: ignore[misc]
        return rows - 1 if rows == self._nrows - 1 else rows  # type: ignore[attr-defined]


def _look(strong: list[int]) -> TableStyle:
    line, ink = HexColor(palette.LINE), HexColor(palette.INK)
    return TableStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.TINT)),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, ink),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, line),
            *(("LINEABOVE", (0, at), (-1, at), 0.8, ink) for at in strong),
        ]
    )
