"""Looks whether files are still there, on a thread of its own: a share may take long to answer."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Lookout(QObject):
    """Looks once; `missing` carries the paths of those that are gone. Nothing waits for it."""

    missing = Signal(object)

    def __init__(self, files: tuple[Path, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._files = files

    def look(self) -> None:
        """Begin to look."""
        Thread(target=self._look, name="lookout", daemon=True).start()

    def _look(self) -> None:
        gone = tuple(each for each in self._files if _is_gone(each))
        with suppress(RuntimeError):  # the page that asked has gone meanwhile
            self.missing.emit(gone)


def _is_gone(path: Path) -> bool:
    """Tell whether a file is not there; one that cannot be reached may well be."""
    try:
        return not path.is_file()
    except OSError:
        return False
