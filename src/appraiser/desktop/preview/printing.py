"""Prints the pages of a paper as they are, at their own size and as finely as the printer can."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from appraiser.desktop.preview.document import PageSize, Pixels, PreviewDocument
from appraiser.domain.problem import Problem

Progress = Callable[[int, int], object]
"""Hears how many sheets are printed, of how many."""
Cancelled = Callable[[], bool]
"""Tells whether nobody wants it any more."""

MOST_PIXELS = 4_000_000
"""Drawn at a time: a whole page of a fine printer would take half a gigabyte."""
_FINE_ENOUGH = 600
"""Dots to an inch beyond which nobody sees a difference, and a page takes ten seconds and more."""
_POINTS_TO_AN_INCH = 72
_SAME = 0.01
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
    False means that it was cancelled. Raises `Problem` where the printer refuses, and where a page
    cannot be read.
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
    except Problem:
        printer.abort()
        raise
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


def cut_of(image: QImage) -> int:
    """Give how much of a band is used: down to two rows that look the same, so through no letter.

    A printer puts bands together without a seam, but whoever looks at a printed file may see it.
    """
    length, bits = image.bytesPerLine(), image.constBits()
    below = b""
    for row in range(image.height() - 1, image.height() // 2, -1):
        here = bytes(bits[row * length : (row + 1) * length])
        if here == below:
            return row + 1
        below = here
    return image.height()


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
    coarser = max(1, resolution // _FINE_ENOUGH)
    wide, high = max(1, at.width // coarser), max(1, at.height // coarser)
    painter.scale(at.width / wide, at.height / high)
    is_grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    top, step = 0, max(1, MOST_PIXELS // wide)
    try:
        while top < high and not is_off():
            part = Pixels(wide, high, 0, top, wide, min(step, high - top))
            drawn = document.draw(number, part, on_paper=True)
            height = part.height if top + part.height == high else cut_of(drawn)
            band = drawn.copy(0, 0, wide, height)
            painter.drawImage(QPointF(0, top), _in_grey(band) if is_grey else band)
            top += height
    finally:
        painter.restore()
    return top == high


def _in_grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _refused(safe: str) -> Problem:
    todo = "Look whether it is switched on and has paper, or choose another."
    return Problem("The printer does not take the paper.", safe=safe, todo=todo)


def _never() -> bool:
    return False


def _fits(width: float, height: float, sheet: QRect) -> bool:
    return width <= sheet.width() * (1 + _SAME) and height <= sheet.height() * (1 + _SAME)
