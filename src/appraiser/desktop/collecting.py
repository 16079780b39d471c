"""Python's garbage collected on the window's thread alone.

Whichever thread runs into the collector's threshold collects, and a worker that lays out a paper
runs into it often. A widget that it collects is taken down outside its own thread, and the
program with it.
"""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

OFTEN_MILLISECONDS = 100
"""What is young is looked through this often, if there is enough of it; it takes a moment."""

RARELY_SECONDS = 30.0
"""What is old is looked through no more often than this: it takes as long as a stutter."""


class Collecting(QObject):
    """Takes the collector's work over from the threads of the program, while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # never again through what was made while starting
        self._last = monotonic()
        self._timer = QTimer(self, interval=OFTEN_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect what the thresholds ask for, the young often and the old rarely."""
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if old and monotonic() - self._last > RARELY_SECONDS:
            gc.collect()
            self._last = monotonic()
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)
