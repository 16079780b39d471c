"""Prints a paper on a thread of its own, told page by page, and can be stopped."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.asking import Ask
from appraiser.desktop.background import Background
from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.printing import Progress, print_pages
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printing(QObject):
    """One paper at a time. `told` gives a sentence, or nothing once it is over."""

    told = Signal(str)
    _printed = Signal(int, int)

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._background = Background(self)
        self._stopped = Event()
        self.is_on = False
        self._printed.connect(self._tell)

    def start(self, content: bytes, printer: QPrinter, page: int) -> None:
        """Begin to print a paper; `page` is in view, from 0."""
        self.is_on = True
        self._stopped.clear()
        self.told.emit("Printing…")
        work = partial(_print, content, printer, page, self._printed.emit, self._stopped)
        self._background.start(work, self._end, self._fail)

    def stop(self) -> None:
        """Print no further page."""
        self._stopped.set()

    def put_away(self) -> None:
        """Stop, and wait until the printer is let go of."""
        self.stop()
        self._background.close()

    def _tell(self, done: int, of: int) -> None:
        if self.is_on:
            self.told.emit(f"Printing: {done} of {of}")

    def _end(self, _whole: object) -> None:
        self.is_on = False
        self.told.emit("")

    def _fail(self, error: BaseException) -> None:
        self._end(None)
        if not isinstance(error, Problem):
            raise error
        self._ask.tell(error)


def _print(content: bytes, printer: QPrinter, page: int, told: Progress, stopped: Event) -> bool:
    document = PreviewDocument(content)
    try:
        return print_pages(document, printer, told, stopped.is_set, current=page)
    finally:
        document.close()
