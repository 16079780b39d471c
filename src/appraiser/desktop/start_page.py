"""The first page: start something new, go on with something old, or try a sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from appraiser.desktop.recent import RecentFile
from appraiser.desktop.widgets.parts import Card, button, column, words

SAMPLES = (
    (
        "leicester",
        "University Hospitals of Leicester",
        "Whole organisation, December 2014. Public facts; illustrative scores.",
    ),
    (
        "fenmarsh",
        "Fenmarsh Community Health",
        "A made-up community trust, one service line, today's law.",
    ),
    (
        "northcliff",
        "Northcliff Mental Health",
        "A made-up trust whose readiness check says pause.",
    ),
)


class StartPage(QWidget):
    """What a person sees first. It needs nothing but Qt and the list of recent files."""

    new_asked = Signal()
    open_asked = Signal()
    file_asked = Signal(Path)
    sample_asked = Signal(str)
    forget_asked = Signal(Path)

    def __init__(self, recent: tuple[RecentFile, ...]) -> None:
        super().__init__()
        self.setObjectName("startPage")
        self._entries: dict[Path, tuple[QLabel, QPushButton]] = {}
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 48, 24, 24)
        inner.setSpacing(16)
        inner.addWidget(words("Should all or part of your trust become a mutual?", "title"))
        note = "Ten stages take you from the question to a board paper, all on this computer."
        inner.addWidget(words(note, "note"))
        inner.addLayout(self._first_row())
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self._recent_card(recent), self._sample_card()):
            upright = column(card)
            upright.addStretch(1)
            cards.addLayout(upright, stretch=1)
        inner.addLayout(cards)
        inner.addStretch(1)
        outer.addLayout(inner, stretch=6)
        outer.addStretch(1)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.new_button = button("&New appraisal", self.new_asked.emit, kind="primary")
        self.open_button = button("&Open…", self.open_asked.emit)
        row.addWidget(self.new_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        return row

    def _recent_card(self, recent: tuple[RecentFile, ...]) -> Card:
        card = Card("Recent")
        if not recent:
            card.add(words("What you open will be listed here.", "note"))
        for each in recent:
            entry = button(each.title.replace("&", "&&"), self._open_recent, kind="link")
            entry.setProperty("file", str(each.path))
            card.add(entry)
            place = words(str(each.path.parent), "note")
            forget = button("Take off this list", self._forget, kind="link")
            forget.setAccessibleName(f"Take {each.title} off this list")
            forget.setProperty("file", str(each.path))
            forget.hide()
            card.add(place)
            card.add(forget)
            self._entries[each.path] = (place, forget)
        return card

    @property
    def files(self) -> tuple[Path, ...]:
        """The recent files it offers."""
        return tuple(self._entries)

    @Slot(object)
    def show_missing(self, gone: tuple[Path, ...]) -> None:
        """Mark files that are no longer where they were, and let them be taken off the list."""
        for path in gone:
            place, forget = self._entries[path]
            place.setText(f"Not found in {path.parent}")
            forget.show()

    def _sample_card(self) -> Card:
        card = Card("Try a sample")
        for file, title, note in SAMPLES:
            entry = button(title, self._open_sample, kind="link")
            entry.setProperty("sample", file)
            card.add(entry)
            card.add(words(note, "note"))
        return card

    @Slot()
    def _open_recent(self) -> None:
        self.file_asked.emit(Path(_pressed(self).property("file")))

    @Slot()
    def _forget(self) -> None:
        self.forget_asked.emit(Path(_pressed(self).property("file")))

    @Slot()
    def _open_sample(self) -> None:
        self.sample_asked.emit(_pressed(self).property("sample"))


def _pressed(page: QWidget) -> QPushButton:
    pressed = page.sender()
    assert isinstance(pressed, QPushButton)
    return pressed
