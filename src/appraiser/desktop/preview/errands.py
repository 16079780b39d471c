"""What the preview has done off the window's thread, one thing at a time, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from appraiser.desktop.background import Background
from appraiser.domain.problem import Problem


class Errand(NamedTuple):
    """Some work, and what is done with its answer or with the problem it met."""

    work: Callable[[], object]
    done: Callable[[Any], object]
    failed: Callable[[Problem], object]


Source = Callable[[], Errand | None]
"""Gives the errand that is most wanted of its kind, or none. It is asked anew each time, so that
what has gone out of view meanwhile is never done."""


class Errands(QObject):
    """Asks its sources in order; a later one waits while an earlier one has something to do."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._sources: tuple[Source, ...] = ()
        self._is_out = self._is_closed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)

    def serve(self, *sources: Source) -> None:
        """Take on those that have errands, the most urgent first."""
        self._sources = sources

    @Slot()
    def wake(self) -> None:
        """Look for something to do, as soon as what is being done here is over."""
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Have the most urgent errand done, unless another is out."""
        if self._is_out or self._is_closed:
            return
        for source in self._sources:
            errand = source()
            if errand is not None:
                self._is_out = True
                done, failed = self._done(errand), self._failed(errand)
                self._background.start(errand.work, done, failed)
                return

    def close(self) -> None:
        """Do no more."""
        self._is_closed = True

    def _done(self, errand: Errand) -> Callable[[Any], object]:
        def done(answer: Any) -> None:
            self._is_out = False
            errand.done(answer)
            self.wake()

        return done

    def _failed(self, errand: Errand) -> Callable[[BaseException], object]:
        def failed(error: BaseException) -> None:
            self._is_out = False
            if not isinstance(error, Problem):
                raise error
            errand.failed(error)
            self.wake()

        return failed
