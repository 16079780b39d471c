"""Fields that are chosen: yes or no, one of a list, or any number of a list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QWidget

from appraiser.desktop.widgets.field_editor import Choices, FieldEditor
from appraiser.domain.fields import FieldSpec, Kind

NONE_CHOSEN = "Not chosen"


class FlagEditor(FieldEditor):
    """A yes or no. Its label is the box's own words."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._box = QCheckBox(spec.label)
        self._box.clicked.connect(self._clicked)
        self._place(self._box)

    @property
    def control(self) -> QWidget:
        """The check box."""
        return self._box

    def show_value(self, value: object) -> None:
        """Show yes or no."""
        self._box.setChecked(bool(value))

    @Slot()
    def _clicked(self) -> None:
        self.given.emit(self._box.isChecked())


class ChoiceEditor(FieldEditor):
    """One of several: the terms of a list, or the entities of a collection."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._list = ChoiceList()
        self._list.activated.connect(self._chosen)
        self._place(self._list)
        if spec.choices is not None:
            self.offer(tuple((str(term), term.label) for term in spec.choices))

    @property
    def control(self) -> QWidget:
        """The list."""
        return self._list

    def offer(self, choices: Choices) -> None:
        """Take what may be chosen."""
        blank: Choices = (("", NONE_CHOSEN),) if self.spec.optional or not choices else ()
        wanted = blank + choices
        shown_now = tuple(
            (self._list.itemData(at), self._list.itemText(at)) for at in range(self._list.count())
        )
        if wanted != shown_now:
            self._list.clear()
            for key, text in wanted:
                self._list.addItem(text, key)

    def show_value(self, value: object) -> None:
        """Show what is chosen; a value that is not on offer is shown all the same."""
        key = "" if value is None else str(value)
        at = self._list.findData(key)
        if at < 0 and key:
            self._list.addItem(key, key)
            at = self._list.count() - 1
        self._list.setCurrentIndex(max(at, 0))

    @Slot(int)
    def _chosen(self, at: int) -> None:
        key = self._list.itemData(at)
        if self.spec.choices is not None:
            self.given.emit(next((term for term in self.spec.choices if term == key), None))
        elif self.spec.kind is Kind.LINE:
            self.given.emit(key)
        else:
            self.given.emit(key or None)


class LinksEditor(FieldEditor):
    """Any number of the entities of a collection, as a list of boxes to tick."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._list = QListWidget()
        self._list.setTabKeyNavigation(False)
        self._list.itemChanged.connect(self._ticked)
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setMaximumHeight(150)
        self._filling = False
        self._place(self._list)

    @property
    def control(self) -> QWidget:
        """The list."""
        return self._list

    def offer(self, choices: Choices) -> None:
        """Take what may be ticked."""
        shown_now = tuple(
            (item.data(Qt.ItemDataRole.UserRole), item.text()) for item in self._items()
        )
        if choices == shown_now:
            return
        self._filling = True
        self._list.clear()
        for key, text in choices:
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._filling = False

    def show_value(self, value: object) -> None:
        """Tick what is linked."""
        linked = set(value) if isinstance(value, tuple) else set()
        self._filling = True
        for item in self._items():
            ticked = item.data(Qt.ItemDataRole.UserRole) in linked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._filling = False

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(at) for at in range(self._list.count())]

    @Slot(QListWidgetItem)
    def _ticked(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            ticked = (i for i in self._items() if i.checkState() is Qt.CheckState.Checked)
            self.given.emit(tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked))


class ChoiceList(QComboBox):
    """A list that the wheel turns only when it has the keyboard, so scrolling changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the list, and the mark that says there is more than one."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.6))
        across, down = self.width() - 20.0, self.height() / 2 - 2
        points = (QPointF(across, down), QPointF(across + 5, down + 5), QPointF(across + 10, down))
        painter.drawPolyline(points)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll unless the list is being used."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
