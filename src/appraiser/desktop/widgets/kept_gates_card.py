"""The gate results the paper was decided on, and what a newer library would change in them."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.gates import gate_results
from appraiser.analysis.library.decided import (
    KeptAgainstNow,
    KeptResults,
    RuleNamed,
    keep_gates,
    kept_against_now,
    rules_vintage,
)
from appraiser.desktop.announcing import announce
from appraiser.desktop.widgets.parts import Card, button, row, words
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.written import counted, date_and_time, listed, long_date

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
        names = {each.id: named(each) for each in appraisal.options}
        rows = [
            (names[each.option], each.gate.label, each.kept.label, each.now.label, _rules(each))
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
        laws = sorted({each.rules_date for each in found.gates if each.rules_date})
        law = f", under the law of {listed([long_date(each) for each in laws])}" if laws else ""
        at = f" {date_and_time(found.kept_at)}" if found.kept_at else ""
        kept = f"Kept{at}{law}, with rules last looked over in {found.kept_vintage}."
        count = len(found.differing)
        differ = f"{counted(count, 'gate')} {'says' if count == 1 else 'say'} otherwise now."
        return " ".join(filter(None, (kept, differ[0].upper() + differ[1:], self._more(found))))

    def _more(self, found: KeptResults) -> str:
        said = []
        if found.vintage_now != found.kept_vintage:
            said.append(f"The rules now: {found.vintage_now}.")
        if found.unkept:
            names = [named(self._workspace.appraisal.option(each)) for each in found.unkept]
            said.append(f"Not kept, on the shortlist since: {listed(names)}.")
        return " ".join(said)


def _rules(gate: KeptAgainstNow) -> str:
    added = f"Added: {_titles(gate.added)}." if gate.added else ""
    gone = f"Gone: {_titles(gate.gone)}." if gate.gone else ""
    same = "" if added or gone else "The same rules: an answer or a barrier has changed."
    return " ".join(filter(None, (added, gone, same)))


def _titles(rules: tuple[RuleNamed, ...]) -> str:
    return listed([each.title for each in rules])
