"""Stage 4: which gates an option gets through, what stands in the way, and who can remove it."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.barrier_library_card import BarrierLibraryCard
from appraiser.desktop.widgets.barrier_lists_card import BarrierListsCard
from appraiser.desktop.widgets.collection_card import CollectionCard, CollectionView
from appraiser.desktop.widgets.gate_table import GateCard
from appraiser.desktop.widgets.kept_gates_card import KeptGatesCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import button
from appraiser.desktop.widgets.then_and_now_card import ThenAndNowCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS
from appraiser.domain.edits import AddEntity
from appraiser.domain.ids import BarrierId, Ref, new_id
from appraiser.domain.terms import Stage
from appraiser.domain.written import counted

TITLE = "What stands in the way?"


ACTIONS = CollectionView(
    "actions",
    "What we do",
    "",
    ("title", "barrier", "owner", "due", "status"),
    ("title", "barrier", "owner", "due", "status", "cost"),
)
REQUESTS = CollectionView(
    "requests",
    "What we ask of others",
    "Requests to Government are gathered from every trust in the programme.",
    ("title", "barrier", "asked_of", "status"),
    ("title", "barrier", "asked_of", "sent_on", "status", "answer"),
)


class GatesPage(Page):
    """The gates of every option, people's answers to them, and the register of barriers."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self._offers = Offers(workspace)
        self.section("Gates")
        self._gates = GateCard(workspace)
        self.add(self._gates)
        self._answers()
        self._over_time()
        self.section("Barriers", "barriers")
        self._barriers = self._barriers_card()
        self._library = BarrierLibraryCard(workspace)
        self.add(self._library)
        self.section("Actions and requests", "actions", "requests")
        self.add(BarrierListsCard(workspace))
        self.add_collection(ACTIONS)
        self.add_collection(REQUESTS)
        self._barriers.table.selectionModel().currentRowChanged.connect(self._follow_barrier)
        workspace.changed.connect(self._follow_barrier)
        workspace.results_changed.connect(self._follow)
        self._follow()
        self._follow_barrier()

    def go_to(self, ref: Ref, field: str) -> bool:
        """Go to the results that were kept, or to a field."""
        if ref.collection == "kept_gates":
            return self.give_keyboard(self._kept.keep_button)
        return super().go_to(ref, field)

    def _over_time(self) -> None:
        """Show what another date would say, and what was kept when the paper was decided on."""
        self.section("Then and now")
        self._kept = KeptGatesCard(self.workspace)
        for card in (ThenAndNowCard(self.workspace), self._kept):
            self.add(card)
            card.refresh()
            self.workspace.results_changed.connect(card.refresh)

    def _answers(self) -> None:
        self.add_collection(
            CollectionView(
                "gate_answers",
                "Answers to the gates",
                "What no rule settles: is it safe, affordable, can it be contracted?",
                ("option", "gate", "answer", "decided_by"),
                (
                    *("option", "gate", "answer", "decided_by", "decided_on"),
                    *("reason", "evidence", "unlock"),
                ),
            )
        )

    def _barriers_card(self) -> CollectionCard:
        card = self.add_collection(
            CollectionView(
                "barriers",
                "Barriers",
                "A show-stopper bars its options until it is resolved, or accepted by a named "
                "role with a reason.",
                ("title", "resolver", "likelihood", "severity", "status"),
                (
                    *("title", "kind", "resolver", "also_resolver", "likelihood", "severity"),
                    *("status", "owner", "due", "gate", "yearly_cost", "one_off_cost"),
                    *("show_stopper", "accepted_by", "description", "mitigation", "options"),
                    *("status_reason", "evidence"),
                ),
                offers={"kind": self._offers.barriers},
            )
        )
        card.add_button_for(button("Add from the library…", self._add_from_library))
        return card

    @Slot()
    def _add_from_library(self) -> None:
        """Add a barrier that others met, with who can remove it, its gate and what eases it."""
        kinds = tuple(self.workspace.catalogue.barriers.values())
        known = {each.kind for each in self.workspace.appraisal.barriers}
        titles = [
            f"{each.title} (in the register)" if each.id in known else each.title for each in kinds
        ]
        question = "Which barrier? What eases it and who can remove it come with it."
        picked = self.workspace.ask.pick("Add from the library", question, titles)
        if picked is None:
            return
        made = kinds[picked].barrier(BarrierId(new_id(COLLECTIONS["barriers"].prefix)))
        edit = AddEntity("barriers", made)
        if self.workspace.perform(edit, f"adding {made.title} from the library"):
            self._barriers.show_thing(Ref("barriers", made.id))
            self._barriers.go_to_field("title")

    @Slot()
    def _follow_barrier(self) -> None:
        """Show what the library says of the barrier that is chosen."""
        form = self._barriers.form
        there = form is not None and any(
            each.id == form.ref.id for each in self.workspace.appraisal.barriers
        )
        self._library.show_barrier(BarrierId(form.ref.id) if form is not None and there else None)

    @Slot()
    def _follow(self) -> None:
        """Say how many options are barred."""
        self._gates.refresh()
        results = self.workspace.results
        if results is None:
            self.set_title(TITLE, "Working out what the law says.")
            return
        barred = sum(each.barred for each in results.options)
        under = f"{counted(barred, 'option')} barred on the law and answers so far. "
        under += "A barred option keeps its score and cannot be recommended."
        self.set_title(TITLE, under[0].upper() + under[1:])


PAGE = PageInfo(
    stage=Stage.GATES,
    why="VAT and statute decided more than any score in 2014. A gate is passed or not; no score "
    "buys it off.",
    good="Each barrier has an owner, a date and the one body that can remove it.",
    build=GatesPage,
)
