"""The small pieces that pages are made of: cards, titles, notes, pills, buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QResizeEvent

GRID = 4
NARROWEST = 40
LONGEST_LABEL = 2_000
"""Characters of a text that a label shows; the whole of it is in its field."""


class Card(QFrame):
    """A white panel with a heading and room under it."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 14, 18, 16)
        self._layout.setSpacing(2 * GRID)
        self.head = QHBoxLayout()
        self.head.setSpacing(2 * GRID)
        if heading:
            self.head.addWidget(words(heading, "heading"), stretch=1)
            self._layout.addLayout(self.head)
            self.setAccessibleName(heading)

    def add(self, part: QWidget | QLayout) -> None:
        """Put something under what is there."""
        if isinstance(part, QWidget):
            self._layout.addWidget(part)
        else:
            self._layout.addLayout(part)


def words(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Make a label of plain text; what a person typed is never read as markup."""
    label = QLabel(cut(text, LONGEST_LABEL))
    label.setProperty("textFormat", "PlainText")  # by name, since Qt's enums take long to make
    label.setWordWrap(wrap)
    label.setProperty("role", role)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        label.setMinimumWidth(NARROWEST)  # or one long word would widen the page
    return label


class Line(QLabel):
    """A line of plain text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setProperty("textFormat", "PlainText")
        self.setProperty("role", role)
        self._words = ""

    @property
    def words(self) -> str:
        """All of it."""
        return self._words

    def say(self, said: str) -> None:
        """Show other words; what is cut off is in the tip."""
        said = cut(said, LONGEST_LABEL)
        if said != self._words:
            self._words = said
            self.setAccessibleName(said)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for room for all of it."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + GRID, _height(self))

    def minimumSizeHint(self) -> QSize:
        """Make do with little."""
        return QSize(min(NARROWEST, self.sizeHint().width()), _height(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = self.sizeHint().width() <= self.width()
        self.setText(self._words if whole else self._cut())
        self.setToolTip("" if whole else tip(self._words))

    def _cut(self) -> str:
        from PySide6.QtCore import Qt

        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self._words, end, self.width())


def _height(label: QLabel) -> int:
    return label.fontMetrics().height() + GRID


def tip(text: str) -> str:
    """Give a text as it is shown in a tip: wrapped, and never read as markup."""
    from html import escape

    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if text else ""


def cut(text: str, longest: int) -> str:
    """Shorten a text that would take long to lay out."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def pill(text: str, kind: str) -> QLabel:
    """Make a short fact in a pill: good, watch, bad or fact."""
    label = words(text, wrap=False)
    label.setProperty("pill", kind)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


class _Link(QPushButton):
    """A button that looks like a link."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pointing hand; not before, since Qt's enums take long to make."""
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


def button(text: str, pressed: Callable[[], object], *, kind: str = "") -> QPushButton:
    """Make a button: plain, `primary` for the page's main act, or `link`."""
    made = _Link(text) if kind == "link" else QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty(kind, True)
    made.clicked.connect(pressed)
    return made


def column(*parts: QWidget | QLayout, spacing: int = 3 * GRID) -> QVBoxLayout:
    """Stand things one under another."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def row(*parts: QWidget | QLayout | None, spacing: int = 2 * GRID) -> QHBoxLayout:
    """Stand things side by side; None is room that stretches."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
