"""Put values into a spreadsheet safely: what people typed is text there and never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from math import ceil
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from appraiser.domain.fields import Kind
from appraiser.exchange.cells import Formula, sheet_text
from appraiser.exchange.repackaging import Values, repackaged
from appraiser.exchange.tables import CellValue, Column, Table
from appraiser.replacing import replacing

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {
    Kind.MONEY: "#,##0.00",
    Kind.DATE: "d mmm yyyy",
    Kind.MOMENT: "d mmm yyyy hh:mm",
}
_WIDTHS = {
    Kind.TEXT: 48,
    Kind.LINES: 48,
    Kind.LINKS: 34,
    Kind.LINE: 26,
    Kind.LINK: 26,
    Kind.CHOICE: 18,
}
_OTHER_WIDTH = 14
_PAGE = 215
"""Widths, in characters, that a page holds at the smallest size that is easily read."""
_LINE, _TALLEST = 15, 409
"""Points: the height of a line, and of the tallest row."""
_FACE = "Calibri"
"""The face of a workbook that names no other."""
_FIRST_YEAR = 1900  # spreadsheets know no day before it


def new_workbook(title: str) -> Workbook:
    """Start a workbook without sheets, its properties naming no person."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "Appraiser"
    workbook.properties.title = sheet_text(title)[:250]
    workbook.properties.language = "en-GB"
    workbook.calculation.fullCalcOnLoad = True
    return workbook


def save_workbook(workbook: Workbook, path: Path) -> None:
    """Write a workbook whole or not at all; raise `Problem` if it cannot be."""
    packed = BytesIO()
    workbook.save(packed)
    with replacing(path) as stream:
        stream.write(repackaged(packed.getvalue(), _worked_out(workbook)))


def _worked_out(workbook: Workbook) -> list[Values]:
    """Give what each formula comes to, sheet by sheet, by its cell."""
    return [
        {
            cell.coordinate: cell.value.value
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, Formula)
        }
        for sheet in workbook.worksheets
    ]


def add_sheet(workbook: Workbook, name: str, title: str, notes: Sequence[str]) -> Worksheet:
    """Add a sheet with its title in the first row and one note in each row below it."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = workbook.create_sheet(name)
    put(sheet, 1, 1, title).font = Font(name=_FACE, bold=True, size=14)
    for row, note in enumerate((each for each in notes if each), start=2):
        put(sheet, row, 1, note)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def add_table(workbook: Workbook, table: Table, notes: Sequence[str]) -> Worksheet:
    """Add a sheet that holds one table, or says that there is nothing to hold."""
    sheet = add_sheet(workbook, table.title, table.title, notes)
    if not table.rows:
        put(sheet, sheet.max_row + 2, 1, "There are none.")
        return sheet
    row = put_headings(sheet, table.columns)
    for number, values in enumerate(table.rows, start=row + 1):
        put_row(sheet, number, table.columns, values)
    return sheet


def put_headings(sheet: Worksheet, columns: Sequence[Column]) -> int:
    """Write headings two rows below what is there, keep them in sight, and give their row."""
    from openpyxl.utils import get_column_letter

    row = sheet.max_row + 2
    widths = [_WIDTHS.get(column.kind, _OTHER_WIDTH) for column in columns]
    for number, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        put_heading(sheet, row, number, column.title)
        sheet.column_dimensions[get_column_letter(number)].width = width
    _fit_height(sheet, row, zip((column.title for column in columns), widths, strict=True))
    sheet.freeze_panes = f"B{row + 1}"
    sheet.print_title_rows, sheet.print_title_cols = f"{row}:{row}", "A:A"
    sheet.page_setup.fitToWidth = ceil(sum(widths) / _PAGE)
    return row


def _fit_height(sheet: Worksheet, row: int, cells: Iterable[tuple[CellValue, int]]) -> None:
    """Make a row as tall as its texts need in columns of these widths; not every program does."""
    lines = max(
        sum(len(wrap(line, width)) or 1 for line in text.split("\n"))
        for text, width in ((str(text or ""), width) for text, width in cells)
    )
    if lines > 1:
        sheet.row_dimensions[row].height = min(_TALLEST, lines * _LINE)


def put_heading(sheet: Worksheet, row: int, column: int, title: str) -> None:
    """Write one heading of a column or a row."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = put(sheet, row, column, title)
    cell.font = Font(name=_FACE, bold=True)
    cell.fill = PatternFill("solid", fgColor="E8EDEE")
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def put_row(
    sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[CellValue]
) -> None:
    """Write one value under each heading."""
    from openpyxl.styles import Alignment

    for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        cell = put(sheet, row, number, value, _FORMATS.get(column.kind, ""))
        cell.alignment = Alignment(wrap_text=column.kind in _WIDTHS, vertical="top")
    kinds = [column.kind for column in columns]
    wrapped = [
        (value, _WIDTHS[kind])
        for value, kind in zip(values, kinds, strict=True)
        if kind in _WIDTHS and isinstance(value, str)
    ]
    _fit_height(sheet, row, [("", 1), *wrapped])


def put(sheet: Worksheet, row: int, column: int, value: CellValue, shown: str = "") -> Cell:
    """Write one value; `shown` is the format of a number or a date."""
    cell: Any = sheet.cell(row, column)
    match value:
        case Formula():
            cell.value = value
            cell._value = value  # noqa: SLF001 - the library keeps the words alone
        case date() if value.year < _FIRST_YEAR:
            cell.value = value.isoformat()
        case str():
            cell.value = sheet_text(value)
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
        case _:
            cell.value = value
    if shown and cell.data_type != "s":
        cell.number_format = shown
    return cell  # type: ignore[no-any-return]
