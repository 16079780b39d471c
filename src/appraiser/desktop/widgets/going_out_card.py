"""Which Part of the paper goes out, and how: with the whole journal, behind a password."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from appraiser.desktop.preparing import Preparing
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.export_button import ExportButton
from appraiser.desktop.widgets.parts import Card, row, words
from appraiser.domain.sources import PaperPart

_NOTES = {
    PaperPart.PRIVATE: "Everything, for the board alone.",
    PaperPart.PUBLIC: "Without what is marked private; it says what was left out and why. The "
    "finished file is searched for every private word before it is given out.",
}


class GoingOutCard(Card):
    """The choices that the preview, the list and the export go by."""

    def __init__(self, preparing: Preparing, export: ExportButton) -> None:
        super().__init__("What goes out")
        self._preparing, self._export = preparing, export
        self.part = ChoiceList()
        for part in (PaperPart.PRIVATE, PaperPart.PUBLIC):
            self.part.addItem(part.label, str(part))
        self.part.setAccessibleName("Which Part of the paper")
        self.journal = QCheckBox("With every change ever made")
        self.password = QCheckBox("Behind a password (PDF)")
        self._note = words("", "note")
        self.add(row(self.part, self.journal, self.password, None))
        self.add(self._note)
        self.part.activated.connect(self._choose)
        self.journal.toggled.connect(self._choose)
        self.password.toggled.connect(self._choose)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        part = PaperPart.PRIVATE if self.part.currentIndex() == 0 else PaperPart.PUBLIC
        public = part is PaperPart.PUBLIC
        self.journal.setEnabled(not public)
        whole = self.journal.isChecked() and not public
        self._note.setText(_NOTES[part])
        self._preparing.set_edition(public=public, whole_journal=whole)
        self._export.set_edition(
            public=public, whole_journal=whole, password=self.password.isChecked()
        )
