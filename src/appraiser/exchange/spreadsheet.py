"""Put values into a spreadsheet safely: what people typed is text there and never a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from appraiser.domain.fields import Kind
from appraiser.exchange.cells import Formula, sheet_text
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
_WIDTHS = {Kind.TEXT: 48, Kind.LINES: 48, Kind.LINE: 26, Kind.LINK: 26, Kind.LINKS: 34}
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
        stream.write(packed.getvalue())


def add_sheet(workbook: Workbook, name: str, title: str, notes: Sequence[str]) -> Worksheet:
    """Add a sheet with its title in the first row and one note in each row below it."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = workbook.create_sheet(name)
    put(sheet, 1, 1, title).font = Font(bold=True, size=14)
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
    for number, column in enumerate(columns, start=1):
        put_heading(sheet, row, number, column.title)
        width = _WIDTHS.get(column.kind, 14)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"B{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"
    return row


def put_heading(sheet: Worksheet, row: int, column: int, title: str) -> None:
    """Write one heading of a column or a row."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = put(sheet, row, column, title)
    cell.font = Font(bold=True)
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


def put(sheet: Worksheet, row: int, column: int, value: CellValue, shown: str = "") -> Cell:
    """Write one value; `shown` is the format of a number or a date."""
    cell: Any = sheet.cell(row, column)
    match value:
        case Formula():
            cell.value = str(value)
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
