"""What the library says of the barrier that is chosen: what eases it, the law then and since."""

from __future__ import annotations

from appraiser.catalogue.facts import cells
from appraiser.desktop.widgets.fact_rows import FactRows
from appraiser.desktop.widgets.parts import Card, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import BarrierId
from appraiser.domain.written import listed

_NO_BARRIER = (
    "Choose a barrier, or add one from the library, and what is known of it is shown here."
)
_NO_KIND = "Give this barrier a kind, and what is known of that kind is shown here."


class BarrierLibraryCard(Card):
    """The facts of one kind of barrier, each with its sources and how far it may be relied on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What the library says")
        self._workspace = workspace
        self._shown: str | None = None
        self._lead = words("", "note")
        self._facts = FactRows(workspace.catalogue)
        self.add(self._lead)
        self.add(self._facts)

    def show_barrier(self, barrier: BarrierId | None) -> None:
        """Show what is known of the kind of a barrier."""
        found = {each.id: each.kind for each in self._workspace.appraisal.barriers}
        kind = self._workspace.catalogue.barriers.get(found.get(barrier, "")) if barrier else None
        self._lead.setText(_NO_BARRIER if barrier is None else _NO_KIND if kind is None else "")
        self._lead.setVisible(kind is None)
        if kind is not None and kind.id == self._shown:
            return
        self._shown = kind.id if kind is not None else None
        self._facts.clear()
        if kind is None:
            return
        self._facts.add_words("Kind", kind.title)
        self._facts.add_words("Ask first", kind.prompt)
        can = listed([each.inline for each in kind.resolvers])
        self._facts.add_words("Who can remove it", f"{can[0].upper()}{can[1:]}.")
        for cell in cells(kind):
            self._facts.add_fact(cell.label, cell.fact)
