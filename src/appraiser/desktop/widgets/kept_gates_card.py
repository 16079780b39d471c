"""The gate results the paper was decided on, and what a newer library would change in them."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.gates import gate_results
from appraiser.analysis.library.decided import (
    KeptResults,
    keep_gates,
    kept_against_now,
    rules_vintage,
)
from appraiser.desktop.announcing import announce
from appraiser.desktop.widgets.parts import Card, button, row, words
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.naming import Names
from appraiser.saying.kept_gates import changed_rules, kept_words

_COLUMNS = (("Option", 1.0), ("Gate", 0.8), ("Kept", 0.7), ("Now", 0.7), ("Rules", 1.8))


class KeptGatesCard(Card):
    """A button that keeps the results as they are, and a table of what differs since."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Results the paper was decided on")
        self._workspace = workspace
        self._said = words("")
        self.add(self._said)
        self.keep_button = button("Keep these results", self.keep)
        self.add(row(self.keep_button, None))
        self.table = WordTable("Gates that say otherwise than what was kept")
        self.add(self.table)

    @property
    def said(self) -> str:
        """What was kept, and how much differs."""
        return self._said.text()

    @Slot()
    def refresh(self) -> None:
        """Hold what was kept against today's library."""
        appraisal = self._workspace.appraisal
        self.keep_button.setEnabled(bool(appraisal.shortlist))
        found = kept_against_now(appraisal, self._workspace.catalogue)
        self._said.setText(self._lead(found))
        names = Names(appraisal)
        rows = [
            (
                names.option(each.option),
                each.gate.label,
                each.kept.label,
                each.now.label,
                changed_rules(each),
            )
            for each in (found.differing if found else ())
        ]
        self.table.show_rows(_COLUMNS, rows)

    @Slot()
    def keep(self) -> None:
        """Keep what every gate of the shortlist says, in place of what was kept before."""
        appraisal, catalogue = self._workspace.appraisal, self._workspace.catalogue
        gates = gate_results(appraisal, catalogue)
        edit = keep_gates(appraisal, gates, catalogue, self._workspace.now())
        self._workspace.perform(edit)
        self.refresh()
        announce(self, self.said)

    def _lead(self, found: KeptResults | None) -> str:
        if found is None:
            vintage = rules_vintage(self._workspace.catalogue)
            return (
                "Nothing is kept yet. Keep the results when the board decides, so that a newer "
                f"library can be held against them. The rules were last looked over in {vintage}."
            )
        return kept_words(self._workspace.appraisal, found)
