"""Find anything: type a few letters of a name and go to where it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, Appraisal, called, entities
from appraiser.domain.ids import Ref
from appraiser.domain.term import in_sentence
from appraiser.domain.terms import Stage

MOST_SHOWN = 50
_PLACE = Qt.ItemDataRole.UserRole


class FindDialog(QDialog):
    """A line to type in and a list that narrows; Enter goes to the one chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Find anything")
        self.setMinimumSize(520, 380)
        self._workspace = workspace
        self._known = list(places(workspace.appraisal))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        self._line = QLineEdit()
        self._line.setPlaceholderText("Type a few letters of a name")
        self._line.setAccessibleName("Find")
        self._line.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setAccessibleName("Found")
        self._list.itemActivated.connect(self._go)
        self._line.returnPressed.connect(self._go_to_current)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._narrow("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the line is typed in."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._list.count():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            at = self._list.currentRow() + step
            self._list.setCurrentRow(max(0, min(at, self._list.count() - 1)))
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self._list.clear()
        for words, place in self._known:
            if all(each in words.casefold() for each in wanted):
                item = QListWidgetItem(words, self._list)
                item.setData(_PLACE, place)
            if self._list.count() == MOST_SHOWN:
                break
        self._list.setCurrentRow(0)

    @Slot()
    def _go_to_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._go(item)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        self.accept()
        stages = {str(stage): stage for stage in Stage}
        self._workspace.go_to(stages[place] if isinstance(place, str) else Ref(*place))


def places(appraisal: Appraisal) -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Give everything that can be gone to: the stages, then whatever has a name."""
    for stage in Stage:
        yield stage.label, str(stage)
    for collection in COLLECTIONS.values():
        for each in entities(appraisal, collection.name):
            if name := called(each):
                yield f"{name}: {in_sentence(collection.noun)}", (collection.name, each.id)
