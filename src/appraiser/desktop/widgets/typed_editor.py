"""Fields that are typed: one line, or room for several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from appraiser.desktop.typed import read, shown
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.parts import words
from appraiser.domain.fields import FieldSpec, Kind
from appraiser.domain.problem import Problem

PAUSE_MILLISECONDS = 900
"""Typing has paused this long before what was typed is kept."""


class TypedEditor(FieldEditor):
    """A field that is typed: one line, or room for several."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._value: object = None
        self._text = _box(spec)
        if isinstance(self._text, QLineEdit):
            self._text.setPlaceholderText(spec.hint)
            self._text.editingFinished.connect(self.keep)
            self._text.textEdited.connect(self._typed)
        else:
            self._text.textChanged.connect(self._typed)
            self._text.installEventFilter(self)
        self._place(self._text)
        self._wrong = words("", "note")
        self._wrong.hide()
        self._layout.addWidget(self._wrong)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._keep_if_right)

    @property
    def control(self) -> QWidget:
        """The box that is typed in."""
        return self._text

    @property
    def typed(self) -> str:
        """The text as it stands."""
        return self._text.text() if isinstance(self._text, QLineEdit) else self._text.toPlainText()

    def show_value(self, value: object) -> None:
        """Show a value; what is being typed is left alone while it means the same."""
        if self._pause.isActive() and self._text.hasFocus():
            return
        self._value = value
        text = shown(self.spec, value)
        if text != self.typed:
            self._set(text)
        self._say("")

    def keep(self) -> None:
        """Give what was typed, or say what is wrong with it."""
        if not self._pause.isActive() and self._reads() == self._value:
            return
        self._pause.stop()
        try:
            value = read(self.spec, self.typed)
        except Problem as problem:
            self._say(_sentence(problem.what))
            return
        self._say("")
        if value != self._value:
            self._value = value
            self.given.emit(value)
        self._tidy()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when the box is left."""
        if event.type() is QEvent.Type.FocusOut and watched is self._text:
            self.keep()
        return super().eventFilter(watched, event)

    @Slot()
    def _typed(self) -> None:
        if self.typed != shown(self.spec, self._value):
            self._pause.start()

    @Slot()
    def _keep_if_right(self) -> None:
        """In a pause, keep only what can be read; half a date is not yet a mistake."""
        value = self._reads()
        if value is not _UNREADABLE and value != self._value:
            self._value = value
            self.given.emit(value)

    def _reads(self) -> object:
        try:
            return read(self.spec, self.typed)
        except Problem:
            return _UNREADABLE

    def _tidy(self) -> None:
        """Write the value the way the program writes it: 2m becomes £2,000,000."""
        if self.spec.kind not in {Kind.LINE, Kind.TEXT, Kind.LINES}:
            self._set(shown(self.spec, self._value))

    def _set(self, text: str) -> None:
        if isinstance(self._text, QLineEdit):
            self._text.setText(text)
        else:
            self._text.setPlainText(text)
        self._pause.stop()

    def _say(self, wrong: str) -> None:
        if bool(self._text.property("wrong")) != bool(wrong):
            self._text.setProperty("wrong", bool(wrong))
            self._text.style().polish(self._text)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._text.setAccessibleDescription(wrong or self.spec.hint)


class _TextBox(QPlainTextEdit):
    """Room for a text, as high as the text needs within reason."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand the cursor at the end when reached by keyboard."""
        super().focusInEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text anew at the new width."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = min(max(self.document().size().height(), 2), 9)
        self.setFixedHeight(int(lines * self.fontMetrics().lineSpacing() + 24))


_UNREADABLE = object()


def _box(spec: FieldSpec) -> QLineEdit | QPlainTextEdit:
    return _TextBox() if spec.kind in {Kind.TEXT, Kind.LINES} else QLineEdit()


def _sentence(what: str) -> str:
    whole = what[:1].upper() + what[1:]
    return whole if whole.endswith(".") else whole + "."
