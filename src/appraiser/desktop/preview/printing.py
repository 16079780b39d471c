"""Prints the pages of a paper as they are, at their own size and as finely as the printer can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from appraiser.desktop.preview.document import PageSize, Pixels, PreviewDocument
from appraiser.domain.problem import Problem

Progress = Callable[[int, int], object]
"""Hears how many sheets are printed, of how many."""
Cancelled = Callable[[], bool]
"""Tells whether nobody wants it any more."""

MOST_PIXELS = 4_000_000
"""Drawn at a time: a whole page of a fine printer would take half a gigabyte."""
_POINTS_TO_AN_INCH = 72
_SAME = 0.02
"""Sheets whose sizes differ by no more than this share are the same."""


class Laid(NamedTuple):
    """How a page is put on the printer's sheet: its size there, where, and whether turned."""

    width: int
    height: int
    left: float
    top: float
    is_turned: bool


def print_pages(
    document: PreviewDocument,
    printer: QPrinter,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    current: int = 0,
) -> bool:
    """Print what the printer was told to, on any thread; tell whether all of it was printed.

    The printer's sheet becomes that of the paper, where the printer has it; else a page keeps its
    size if it fits, and is turned or made smaller if not. `current` is the page that is looked at.
    False means that it was cancelled. Raises `Problem` where the printer refuses.
    """
    numbers = pages_to_print(printer, document.page_count, current)
    is_off = cancelled or _never
    take_sheet(printer, document.sizes[numbers[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused("Nothing was printed.")
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for at, number in enumerate(numbers):
            if at and not printer.newPage():
                raise _refused(f"The first {at} of {len(numbers)} sheets may have been printed.")
            if not _print_page(document, number, printer, painter, is_off):
                printer.abort()
                return False
            if progress is not None:
                progress(at + 1, len(numbers))
    finally:
        painter.end()
    return True


def pages_to_print(printer: QPrinter, count: int, current: int) -> list[int]:
    """Give the pages to print, counted from 0, in their order and as often as is wanted.

    Raises `Problem` where the paper has none of the pages that were asked for.
    """
    asked = printer.pageRanges()
    match printer.printRange():
        case QPrinter.PrintRange.CurrentPage:
            numbers = [current]
        case QPrinter.PrintRange.PageRange if not asked.isEmpty():
            numbers = [page for page in range(count) if asked.contains(page + 1)]
        case _:
            numbers = list(range(count))
    if not numbers:
        todo = f"Choose from pages 1 to {count}."
        raise Problem("The paper has no such pages.", safe="Nothing was printed.", todo=todo)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _ in range(copies)]


def take_sheet(printer: QPrinter, size: PageSize) -> None:
    """Have the printer take a sheet of the paper's size, all of it up to its edges."""
    upright = QSizeF(min(size), max(size))
    lies = size.width > size.height
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    match_policy = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", match_policy))
    printer.setPageOrientation(way)
    printer.setFullPage(True)


def laid(size: PageSize, sheet: QRect, resolution: float) -> Laid:
    """Lay a page on a sheet, in the printer's own dots."""
    wide, high = (each * resolution / _POINTS_TO_AN_INCH for each in size)
    turned = (wide > high) != (sheet.width() > sheet.height()) and not _fits(wide, high, sheet)
    across, down = (high, wide) if turned else (wide, high)
    smaller = min(1.0, sheet.width() / across, sheet.height() / down)
    if smaller >= 1 - _SAME:
        smaller = 1.0  # a rounded size of a sheet is no reason to print at 99.9%
    left = max(0.0, (sheet.width() - across * smaller) / 2)
    top = max(0.0, (sheet.height() - down * smaller) / 2)
    return Laid(round(wide * smaller), round(high * smaller), left, top, turned)


def bands(width: int, height: int) -> Iterator[tuple[int, int]]:
    """Cut a picture into bands that are drawn one by one: the top of each and how high it is."""
    step = max(1, MOST_PIXELS // width)
    for top in range(0, height, step):
        yield top, min(step, height - top)


def _print_page(
    document: PreviewDocument, number: int, printer: QPrinter, painter: QPainter, is_off: Cancelled
) -> bool:
    """Print a page; tell whether it was printed to its end."""
    resolution = printer.resolution()
    sheet = printer.pageLayout().fullRectPixels(resolution)
    at = laid(document.sizes[number], sheet, resolution)
    painter.save()
    painter.translate(at.left, at.top)
    if at.is_turned:
        painter.translate(at.height, 0)
        painter.rotate(90)
    try:
        for top, height in bands(at.width, at.height):
            if is_off():
                return False
            part = Pixels(at.width, at.height, 0, top, at.width, height)
            painter.drawImage(QPointF(0, top), document.draw(number, part, on_paper=True))
    finally:
        painter.restore()
    return True


def _refused(safe: str) -> Problem:
    todo = "Look whether it is switched on and has paper, or choose another."
    return Problem("The printer does not take the paper.", safe=safe, todo=todo)


def _never() -> bool:
    return False


def _fits(width: float, height: float, sheet: QRect) -> bool:
    return width <= sheet.width() * (1 + _SAME) and height <= sheet.height() * (1 + _SAME)
