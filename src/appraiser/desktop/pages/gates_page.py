"""Stage 4: which gates an option gets through, what stands in the way, and who can remove it."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.gate_table import GateCard
from appraiser.desktop.widgets.kept_gates_card import KeptGatesCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.then_and_now_card import ThenAndNowCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
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
        self._barriers()
        self.section("Actions and requests", "actions", "requests")
        self.add_collection(ACTIONS)
        self.add_collection(REQUESTS)
        workspace.results_changed.connect(self._follow)
        self._follow()

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

    def _barriers(self) -> None:
        self.add_collection(
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
