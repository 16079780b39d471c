"""A button that exports a document, and rests while it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from appraiser.desktop.exporting import Document, Export
from appraiser.desktop.workspace import Workspace


class ExportButton(QPushButton):
    """Keeps what was typed on its page, then exports. `written` gives the path."""

    written = Signal(object)

    def __init__(
        self, workspace: Workspace, document: Document, keep: Callable[[], None], *, kind: str = ""
    ) -> None:
        super().__init__(f"{document.title}…")
        self.setAutoDefault(False)
        if kind:
            self.setProperty(kind, True)
        self._keep = keep
        # The workspace's own, so that a page that goes while it is written is simply not told.
        self._export = Export(workspace, document)
        self._export.finished.connect(self._finished)
        self.clicked.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._keep()
        self.setEnabled(False)
        if not self._export.ask_and_start():
            self.setEnabled(True)

    @Slot(object)
    def _finished(self, path: Path | None) -> None:
        self.setEnabled(True)
        if path is not None:
            self.written.emit(path)
