"""Facts of the library in a grid: what each is about, what it says, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from appraiser.catalogue.facts import Fact
from appraiser.catalogue.loading import Catalogue
from appraiser.desktop.source_words import source_words
from appraiser.desktop.widgets.parts import GRID, column, empty, pill, words
from appraiser.domain.sources import Standing

LABELS_WIDTH = 150
_TOP = Qt.AlignmentFlag.AlignTop


class FactRows(QGridLayout):
    """One fact under another, each with its standing as a pill and its sources under it."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._lines = 0
        self.setHorizontalSpacing(4 * GRID)
        self.setVerticalSpacing(2 * GRID)
        self.setColumnMinimumWidth(0, LABELS_WIDTH)
        self.setColumnStretch(1, 1)

    def clear(self) -> None:
        """Take all of them away."""
        empty(self)
        self._lines = 0

    def add_words(self, title: str, said: str) -> None:
        """Add something that is no fact of the library."""
        self.addWidget(words(title, "label"), self._lines, 0, _TOP)
        self.addWidget(words(said), self._lines, 1)
        self._lines += 1

    def add_fact(self, title: str, fact: Fact) -> None:
        """Add a fact."""
        said = column(words(fact.text), spacing=GRID)
        for under in (fact.note, self._sources(fact)):
            if under:
                said.addWidget(words(under, "note"))
        self.addWidget(words(title, "label"), self._lines, 0, _TOP)
        self.addLayout(said, self._lines, 1)
        standing = "good" if fact.standing is Standing.PUBLISHED else "watch"
        self.addWidget(pill(fact.standing.label, standing), self._lines, 2, _TOP)
        self._lines += 1

    def _sources(self, fact: Fact) -> str:
        said = source_words(self._catalogue, fact.sources)
        return f"Source: {said}." if said else ""
