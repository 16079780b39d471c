"""A button that exports a document; while it is written, it says how far it is and stops it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from appraiser.desktop.exporting import Choices, Document, Export
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
        self._title, self._keep = self.text(), keep
        self._choices = Choices()
        self._against: Callable[[], str] = str
        self.is_writing = False
        # The workspace's own, so that a page that goes while it is written is simply not told.
        self._export = Export(workspace, document)
        self._export.finished.connect(self._finished)
        self._export.progressed.connect(self._progressed)
        self.clicked.connect(self._begin)

    def set_edition(self, *, public: bool, whole_journal: bool, password: bool) -> None:
        """Take what is chosen of the next export."""
        self._choices = Choices(public, whole_journal, password)

    def ask_first(self, against: Callable[[], str]) -> None:
        """Have the person confirm an export against which something stands; nothing if empty."""
        self._against = against

    @Slot()
    def _begin(self) -> None:
        if self.is_writing:
            self._export.cancel()
            return
        self._keep()
        self.is_writing = self._export.ask_and_start(self._choices, self._against())
        if self.is_writing:
            self.setText("Stop writing")

    @Slot(float)
    def _progressed(self, share: float) -> None:
        if self.is_writing:
            self.setText(f"Stop writing ({share:.0%})")

    @Slot(object)
    def _finished(self, path: Path | None) -> None:
        self.is_writing = False
        self.setText(self._title)
        if path is not None:
            self.written.emit(path)
