"""Forms of the library side by side: two to four of them, cell by cell."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout

from appraiser.analysis.library.comparing import ComparedRow, compare
from appraiser.desktop.library_words import behind, said
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import Card, words
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace

MOST, FEWEST = 4, 2
_PLACES = ("First form", "Second form", "Third form", "Fourth form")
_HINT = "Choose a cell to see what it rests on."


class FormComparisonCard(Card):
    """A list for each form, and a table with a row for each thing the library says."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Compare forms")
        self._workspace = workspace
        note = (
            "Two to four forms, side by side. Our own judgements stand in place of the library's."
        )
        self.add(words(note, "note"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        self.lists: list[ChoiceList] = []
        for at, place in enumerate(_PLACES):
            label, choice = words(place, "label", wrap=False), ChoiceList()
            choice.setAccessibleName(place)
            label.setBuddy(choice)
            choice.activated.connect(self.refresh)
            grid.addWidget(label, 2 * (at // 2), at % 2)
            grid.addWidget(choice, 2 * (at // 2) + 1, at % 2)
            grid.setColumnStretch(at % 2, 1)
            self.lists.append(choice)
        self.add(grid)
        self.only = QCheckBox("Show only what differs")
        self.only.clicked.connect(self.refresh)
        self.add(self.only)
        self._said = words("", "note")
        self.add(self._said)
        self.table = WordTable("Forms side by side", by_cell=True)
        self.table.currentCellChanged.connect(self._show_behind)
        self.add(self.table)
        self._behind = words(_HINT, "note")
        self.add(self._behind)
        self._rows: tuple[ComparedRow, ...] = ()
        self._asked: object = None
        self._offer()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the forms that are chosen."""
        chosen = [each.currentData() for each in self.lists if each.currentData()]
        asked = (chosen, self.only.isChecked(), self._workspace.appraisal.form_notes)
        if asked == self._asked:
            return
        self._asked = asked
        if len(chosen) < FEWEST or len(set(chosen)) < len(chosen):
            self._rows = ()
            self.table.show_rows((), ())
            self._said.setText("Choose at least two forms, each of them once.")
            self._show_behind()
            return
        notes = self._workspace.appraisal.form_notes
        found = compare(self._workspace.catalogue, chosen, notes)
        only = self.only.isChecked()
        self._rows = tuple(each for each in found.rows if each.differs or not only)
        alike = len(found.rows) - sum(each.differs for each in found.rows)
        self._said.setText(f"{len(found.rows)} things are said of each; {alike} are the same.")
        columns = [("About", 0.7), *((name, 1.0) for name in found.names)]
        self.table.show_rows(columns, [_row(each) for each in self._rows])
        self._show_behind()

    @Slot()
    def _show_behind(self) -> None:
        """Say what the chosen cell rests on."""
        line, across = self.table.currentRow(), self.table.currentColumn() - 1
        if not 0 <= line < len(self._rows) or not 0 <= across < len(self._rows[line].cells):
            self._behind.setText(_HINT if self._rows else "")
            return
        cells = self._rows[line].cells[across]
        rests = [behind(self._workspace.catalogue, each) for each in cells]
        self._behind.setText("\n".join(dict.fromkeys(rests)))

    def _offer(self) -> None:
        """Offer every form, and begin with those of the shortlist."""
        forms = self._workspace.catalogue.forms
        used = dict.fromkeys(each.form for each in self._workspace.appraisal.shortlist)
        first = [*(each for each in used if each in forms), "ft-plus", "cic-guarantee"]
        begin = list(dict.fromkeys(first))[:FEWEST]
        for at, choice in enumerate(self.lists):
            if at >= FEWEST:
                choice.addItem("None", "")
            for form in forms.values():
                choice.addItem(form.name, form.id)
            choice.setCurrentIndex(choice.findData(begin[at]) if at < len(begin) else 0)


def _row(row: ComparedRow) -> tuple[str, ...]:
    return (row.label, *("\n".join(map(said, cells)) for cells in row.cells))
