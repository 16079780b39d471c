"""Fields that are typed: one line, or room for several."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from appraiser.desktop.announcing import announce
from appraiser.desktop.typed import read, shown
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.parts import words
from appraiser.domain.fields import FieldSpec, Kind
from appraiser.domain.problem import Problem

PAUSE_MILLISECONDS = 900
"""Typing has paused this long before what was typed is kept."""

MOST_CHARACTERS = 10_000_000
"""Qt's own limit would cut a line off without a word."""

_Key = QKeySequence.StandardKey


class TypedEditor(FieldEditor):
    """A field that is typed: one line, or room for several.

    Enter goes on to the next field and Escape puts back what was there before. What cannot be
    read stays as it was typed, with a sentence under it; the value stays what it was.
    """

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._value: object = None
        self._before: object = None
        self._written = ""
        """The value and its text when typing began."""
        self._typing = False
        self._writing = False
        self._text = _box(spec)
        if isinstance(self._text, QLineEdit):
            self._text.setMaxLength(MOST_CHARACTERS)
            self._text.setPlaceholderText(spec.hint)
            self._text.editingFinished.connect(self.keep)
            self._text.returnPressed.connect(self._go_on)
            self._text.textEdited.connect(self._typed)
        else:
            self._text.textChanged.connect(self._typed)
        self._text.installEventFilter(self)
        self._text.setAcceptDrops(False)  # a file that is dropped is opened by the window
        self._place(self._text)
        self._wrong = words("", "wrong")
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

    @property
    def wrong(self) -> str:
        """The sentence under the field, if there is one."""
        return self._wrong.text()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the field be read and copied, but not typed in."""
        self._text.setReadOnly(read_only)

    def show_value(self, value: object) -> None:
        """Show a value; what is being typed is left alone while the value stays the same."""
        if value != self._value or not self._typing:
            self.begin(value)

    def begin(self, value: object) -> None:
        """Show a value whatever was typed."""
        self._value = value
        self._write(shown(self.spec, value))
        self._say("")

    def keep(self) -> None:
        """Give what was typed, or say what is wrong with it."""
        self._pause.stop()
        if not self._typing:
            return
        try:
            value = self._read()
        except Problem as problem:
            self._say(_sentence(problem.what))
            announce(self._text, f"{self.spec.label}: {self.wrong}")
            return
        self._say("")
        self._give(value)
        self._write(shown(self.spec, self._value))  # 2m becomes £2,000,000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when the box is left; see to Escape, undo and redo."""
        match event.type():
            case QEvent.Type.FocusOut:
                self.keep()
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if event.matches(_Key.Undo) or event.matches(_Key.Redo):
                    event.ignore()  # undo is the appraisal's, so that it means one thing only
                    return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape and self._typing:
                    self._put_back()
                    return True
        return super().eventFilter(watched, event)

    @Slot()
    def _typed(self) -> None:
        if self._writing:
            return
        if not self._typing:
            self._typing, self._before = True, self._value
        self._pause.start()

    @Slot()
    def _keep_if_right(self) -> None:
        """In a pause, keep only what can be read; half a date is not yet a mistake."""
        with suppress(Problem):
            self._give(self._read())

    def _read(self) -> object:
        """Read what was typed; the text there was before stands for the value there was before."""
        return self._before if self.typed == self._written else read(self.spec, self.typed)

    @Slot()
    def _go_on(self) -> None:
        self.keep()
        if not self.wrong:
            self._text.focusNextChild()

    def _put_back(self) -> None:
        """Go back to the value there was before anything was typed."""
        self._give(self._before)
        self.begin(self._value)

    def _give(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.given.emit(value)

    def _write(self, text: str) -> None:
        self._writing = True
        if text != self.typed:
            if isinstance(self._text, QLineEdit):
                self._text.setText(text)
                self._text.setCursorPosition(len(text) if self._text.hasFocus() else 0)
            else:
                self._text.setPlainText(text)
        self._writing = self._typing = False
        self._written = self.typed
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text anew at the new width."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = min(max(self.document().size().height(), 2), 9)
        self.setFixedHeight(int(lines * self.fontMetrics().lineSpacing() + 24))


def _box(spec: FieldSpec) -> QLineEdit | QPlainTextEdit:
    return _TextBox() if spec.kind in {Kind.TEXT, Kind.LINES} else QLineEdit()


def _sentence(what: str) -> str:
    whole = what[:1].upper() + what[1:]
    return whole if whole.endswith(".") else whole + "."
