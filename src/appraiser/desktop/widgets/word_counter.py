"""Counts the words of an answer against its limit while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit

from appraiser.desktop.announcing import announce
from appraiser.desktop.widgets.collection_card import CollectionCard
from appraiser.desktop.widgets.parts import words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import entity
from appraiser.domain.consistency import words_in
from appraiser.domain.problem import Problem

QUIET_MILLISECONDS = 1500
"""The keyboard has rested this long before a listener is told the count."""


def count_words(text: str, limit: int | None) -> str:
    """Say how many words a text has: `171 of 500 words`, `512 of 500 words, 12 over`."""
    count = words_in(text)
    if limit is None:
        return "1 word" if count == 1 else f"{count:,} words"
    of = f"{count:,} of {limit:,} {'word' if limit == 1 else 'words'}"
    return f"{of}, {count - limit:,} over" if count > limit else of


class WordCounter(QObject):
    """A line under one text of a card's form, which counts as it is typed.

    The form is made when the first thing is chosen, so the line waits for it.
    """

    def __init__(self, workspace: Workspace, card: CollectionCard, text: str, limit: str) -> None:
        """Count `text` against the whole number in `limit`, two fields of the card's form."""
        super().__init__(card)
        self._workspace, self._card, self._text, self._limit = workspace, card, text, limit
        self._box: QPlainTextEdit | None = None
        self._told = ""
        self.line = words("", "note", wrap=False)
        self._rest = QTimer(self, singleShot=True, interval=QUIET_MILLISECONDS)
        self._rest.timeout.connect(self._tell)
        card.table.selectionModel().currentRowChanged.connect(self._follow)
        workspace.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Count the answer that is shown now, against its limit as it is now."""
        if self._box is None and not self._find():
            return
        self._count()
        self._told = self.line.text()
        self._rest.stop()

    def _find(self) -> bool:
        """Look for the form; tell whether it is there."""
        editor = self._card.form.editor(self._text) if self._card.form is not None else None
        layout = editor.layout() if editor is not None else None
        if editor is None or layout is None or not isinstance(editor.control, QPlainTextEdit):
            return False
        self._box = editor.control
        layout.addWidget(self.line)
        self._box.textChanged.connect(self._typed)
        return True

    @Slot()
    def _typed(self) -> None:
        self._count()
        if self._box is not None and self._box.hasFocus():
            self._rest.start()

    def _count(self) -> None:
        if self._box is None or self._card.form is None:
            return
        try:
            answer = entity(self._workspace.appraisal, self._card.form.ref)
        except Problem:
            return  # it has just been removed, and the form goes with it
        said = count_words(self._box.toPlainText(), getattr(answer, self._limit))
        role = "wrong" if said.endswith("over") else "note"
        if self.line.property("role") != role:
            self.line.setProperty("role", role)
            self.line.style().polish(self.line)
        self.line.setText(said)
        self.line.setAccessibleName(f"Words in the answer: {said}")

    @Slot()
    def _tell(self) -> None:
        """Tell a listener the count once the keyboard rests, where it is another than before."""
        said = self.line.text()
        if said != self._told and self._box is not None:
            self._told = said
            announce(self._box, said)
