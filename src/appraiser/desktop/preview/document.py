"""A PDF that is open to be read: its pages as pictures and as words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from PySide6.QtGui import QImage

from appraiser.desktop.preview.page_links import Link, links_of
from appraiser.desktop.preview.page_text import (
    Box,
    Hit,
    boxes_of,
    character_at,
    runs_of,
    words_of,
)
from appraiser.domain.problem import Problem
from appraiser.pdfium_lock import PDFIUM

_WHITE = 0xFFFFFFFF
_APOSTROPHES = str.maketrans("'\u2019", "\u2019'")
"""Either kind is found by the other: hardly anybody can type the curved one."""


class PageSize(NamedTuple):
    """How large a page is, in points."""

    width: float
    height: float


_USUAL = PageSize(595.0, 842.0)
"""A4, as most papers are."""


class Pixels(NamedTuple):
    """A part of a page drawn at some size: the size of the whole page and the part, in pixels."""

    whole_width: int
    whole_height: int
    left: int
    top: int
    width: int
    height: int


class PreviewDocument:
    """The pages of a PDF, counted from 0. Places are points from the left and the top of a page.

    PDFium is not safe on two threads. Every call of it is made here with `PDFIUM` held, one lock
    of the whole program, so this may be used from any thread; nothing of PDFium's is handed out.
    Whatever cannot be read raises `Problem`.
    """

    def __init__(self, content: bytes, password: str = "") -> None:
        self._document: Any = None
        self._opened: _OpenedPage | None = None
        with PDFIUM:
            self._document = _open(content, password)
            self.sizes: tuple[PageSize, ...] = tuple(_sizes(self._document))
        if not self.sizes:
            raise Problem("This PDF has no pages.")

    def __del__(self) -> None:
        """Close what was forgotten while others are kept from PDFium."""
        self.close()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def render(self, page: int, scale: float, ratio: float = 1.0) -> QImage:
        """Draw a page at so many of the program's pixels to a point.

        `ratio` is how many pixels of the screen stand for one of them; the picture knows it.
        """
        width, height = (max(1, round(each * scale * ratio)) for each in self.sizes[page])
        image = self.draw(page, Pixels(width, height, 0, 0, width, height))
        image.setDevicePixelRatio(ratio)
        return image

    def draw(self, page: int, part: Pixels, *, on_paper: bool = False) -> QImage:
        """Draw a part of a page, as it looks on screen or on paper."""
        from pypdfium2 import PdfBitmap, raw

        with PDFIUM:
            flags = raw.FPDF_ANNOT | (raw.FPDF_PRINTING if on_paper else 0)
            opened = self._page(page)
            bitmap = PdfBitmap.new_native(part.width, part.height, raw.FPDFBitmap_BGRx)
            try:
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, part.width, part.height, _WHITE)
                around = (-part.left, -part.top, part.whole_width, part.whole_height)
                raw.FPDF_RenderPageBitmap(bitmap, opened.page, *around, 0, flags)
                drawn = memoryview(bitmap.buffer).cast("B")
                kind = QImage.Format.Format_RGB32
                shared = QImage(drawn, part.width, part.height, bitmap.stride, kind)
                return shared.copy()  # the bitmap's memory goes with the bitmap
            finally:
                bitmap.close()

    def text(self, page: int) -> str:
        """Give the words of a page, line by line."""
        return self.words(page, 0, None)

    def words(self, page: int, first: int, last: int | None) -> str:
        """Give the words of a page from one character to another, or to the end."""
        with PDFIUM:
            text = self._page(page).text
            return words_of(text, first, _count(text, first, last))

    def boxes(self, page: int, first: int, last: int | None) -> tuple[Box, ...]:
        """Give where these words stand."""
        with PDFIUM:
            opened = self._page(page)
            count = _count(opened.text, first, last)
            return boxes_of(opened.page, opened.text, first, count) if count else ()

    def find(self, words: str, page: int) -> tuple[Hit, ...]:
        """Find words on a page, large and small letters alike, also where a line ends in them."""
        sought = {words, words.translate(_APOSTROPHES)} if words.strip() else set()
        with PDFIUM:
            opened = self._page(page)
            runs = sorted({run for each in sought for run in runs_of(opened.text, each)})
            boxes = (boxes_of(opened.page, opened.text, *run) for run in runs)
            return tuple(Hit(page, each) for each in boxes if each)

    def find_everywhere(self, words: str) -> Iterator[Hit]:
        """Find words on every page, from the first to the last."""
        for page in range(self.page_count):
            yield from self.find(words, page)

    def character_at(self, page: int, across: float, down: float, reach: float) -> int | None:
        """Give which character stands at a point, or nearest to it within reach, if one does."""
        with PDFIUM:
            opened = self._page(page)
            return character_at(opened.page, opened.text, across, down, reach)

    def links(self, page: int) -> tuple[Link, ...]:
        """Give the links of a page that lead elsewhere in the paper."""
        with PDFIUM:
            return tuple(links_of(self._document, self._page(page).page))

    def close(self) -> None:
        """Let go of the PDF; it can be read no more."""
        if self._document is None:
            return
        with PDFIUM:
            self._put_away()
            self._document.close()
            self._document = None

    def _page(self, number: int) -> _OpenedPage:
        """Give a page; the last one stays open, since the next question is mostly of it too."""
        from pypdfium2 import PdfiumError

        if self._document is None:
            raise Problem("The paper has been closed.")
        if self._opened is None or self._opened.number != number:
            self._put_away()
            try:
                self._opened = _OpenedPage(number, self._document.get_page(number))
            except PdfiumError as error:
                raise Problem("This page cannot be read.", place=f"page {number + 1}") from error
        return self._opened

    def _put_away(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()


class _OpenedPage:
    """A page that is open, with its words from when they are first asked for."""

    def __init__(self, number: int, page: Any) -> None:
        self.number, self.page = number, page
        self._text: Any = None

    @property
    def text(self) -> Any:
        """The words of the page, as PDFium holds them."""
        if self._text is None:
            self._text = self.page.get_textpage()
        return self._text

    def close(self) -> None:
        """Close the page, and its words with it."""
        self.page.close()


def _open(content: bytes, password: str) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        return PdfDocument(content, password or None)
    except PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            todo = "Give the password it was locked with."
            raise Problem("This PDF is locked with a password.", todo=todo) from error
        raise Problem("This is not a PDF that can be read.") from error


def _sizes(document: Any) -> Iterator[PageSize]:
    """Give the size of each page; a page that cannot be read is as large as the one before."""
    from pypdfium2 import PdfiumError

    size = _USUAL
    for page in range(len(document)):
        with suppress(PdfiumError):
            size = PageSize(*document.get_page_size(page))
        yield size


def _count(text: Any, first: int, last: int | None) -> int:
    """Give how many characters there are from one to another, or to the end of the page."""
    there: int = text.count_chars()
    return max(0, (there if last is None else min(last + 1, there)) - first)
