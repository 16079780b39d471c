"""Stage 7: what each option costs and saves, with tax and VAT shown apart."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.cost_table import CostTable
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage

TITLE = "What would each option cost?"
UNDER = "Undiscounted, at one year's prices. VAT and tax stand apart, because they decided 2014."


class CostsPage(Page):
    """Cost lines, tax positions and the ground rules of the costing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, UNDER)
        self._offers = Offers(workspace)
        self.section("Totals")
        self._totals = CostTable(workspace)
        self.add(self._totals)
        self.section("Ground rules")
        self.add_form(
            "Ground rules",
            Ref("costing"),
            *("price_base", "base_year", "horizon", "schedule", "productivity", "note"),
            offers={"schedule": self._offers.schedules},
        )
        self.section("Costs and savings", "cost_lines")
        self.add_collection(
            CollectionView(
                "cost_lines",
                "Costs and savings",
                "Below nought for a saving. Say what each figure rests on.",
                ("title", "option", "kind", "amount"),
                (
                    *("title", "option", "kind", "category", "amount", "first_year", "last_year"),
                    *("optimism_category", "mitigation", "basis"),
                ),
                offers={"optimism_category": self._offers.optimism},
            )
        )
        self.section("VAT and tax", "tax_positions")
        self.add_collection(
            CollectionView(
                "tax_positions",
                "VAT and corporation tax",
                "What changes when a service leaves the NHS body.",
                ("option", "lost_vat", "taxable_surplus", "settled"),
                ("option", "lost_vat", "taxable_surplus", "tax_rate", "settled", "basis"),
            )
        )
        workspace.results_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show the totals as they have been worked out."""
        self._totals.refresh()


PAGE = PageInfo(
    stage=Stage.COSTS,
    why="In 2014 the VAT that could no longer be recovered outweighed every saving that was "
    "hoped for.",
    good="Finance has signed off each figure, and the tax position is confirmed by an adviser.",
    build=CostsPage,
)
