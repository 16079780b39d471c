"""What an option inherits from its form: tax, VAT, pension, indemnity, capital, failure."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from appraiser.catalogue.facts import Fact, cells
from appraiser.desktop.widgets.parts import Card, empty, pill, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import OptionId
from appraiser.domain.sources import Standing


class InheritanceCard(Card):
    """A table of facts, each with its standing, for the option that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What it inherits")
        self._workspace = workspace
        self._form = ""
        self._lead = words("", "note")
        self.add(self._lead)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)

    def show_option(self, option: OptionId | None) -> None:
        """Show what follows from the form of an option."""
        wanted = self._workspace.appraisal.option(option).form if option else ""
        form = self._workspace.catalogue.forms.get(wanted)
        if form is None:
            self._form = ""
            empty(self._grid)
            self._lead.setText("Choose a form, and what follows from it is shown here.")
            return
        if form.id == self._form:
            return
        self._form = form.id
        empty(self._grid)
        self._lead.setText(form.summary)
        inherited = self._workspace.catalogue.inheritance[form.inheritance]
        for line, cell in enumerate((*cells(form), *cells(inherited))):
            self._show_fact(line, cell.label, cell.fact)

    def _show_fact(self, line: int, title: str, fact: Fact) -> None:
        self._grid.addWidget(words(title, "label"), line, 0)
        self._grid.addWidget(words(fact.text), line, 1)
        standing = "good" if fact.standing is Standing.PUBLISHED else "watch"
        self._grid.addLayout(row(pill(fact.standing.label, standing), None), line, 2)
