"""Stage 7: what each option costs and saves, with tax and VAT shown apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot

from appraiser.analysis.results import Results
from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import words
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.saying.money import (
    contract_rows,
    cost_rows,
    switching_rows,
    unknown_words,
    worth_rows,
    worth_words,
)

TITLE = "What would each option cost?"
UNDER = "VAT and tax stand apart, because they decided 2014."

Rows = Callable[[Appraisal, Results], Sequence[Sequence[str]]]


class CostsPage(Page):
    """Cost lines, tax positions and the ground rules of the costing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, UNDER)
        self._offers = Offers(workspace)
        self._tables: list[tuple[ResultTable, Rows]] = []
        self._rates, self._unknown = words("", "note"), words("", "note")
        self.section("Totals")
        self._totals()
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

    def _totals(self) -> None:
        self._table(
            "What it comes to",
            "Undiscounted, at one year's prices. Break-even productivity is the yearly gain that "
            "would pay for lost VAT and tax.",
            ("Option", "Once", "Every year", "VAT and tax a year", "Break-even productivity"),
            cost_rows,
        )
        self.add(self._rates)
        self._table(
            "What it is worth, against business as usual",
            "Present values; below nought costs more than it brings.",
            ("Option", "Social value (NPSV)", "The same a year", "The trust's cash"),
            worth_rows,
        )
        self.add(self._unknown)
        self._table(
            "What would change the order of value",
            "Each input moved alone until two options are worth the same, the nearest first; "
            "inputs that would have to change by more than all of themselves are left out.",
            ("Input", "Now", "Would have to be", "Level with"),
            switching_rows,
        )
        self._table(
            "The biggest contracts",
            "What the income hangs on.",
            ("Contract", "Share of income", "Ends", "Within the years costed"),
            contract_rows,
        )

    def _table(self, heading: str, note: str, columns: Sequence[str], rows: Rows) -> None:
        table = ResultTable(heading, note, columns)
        self._tables.append((table, rows))
        self.add(table)

    @Slot()
    def _follow(self) -> None:
        """Show what has been worked out."""
        results = self.workspace.results
        for table, rows in self._tables:
            table.show_rows(rows(self.workspace.assessed, results) if results else ())
        if results is not None:
            self._rates.setText(worth_words(results))
            self._unknown.setText(unknown_words(results))
        self._unknown.setVisible(bool(self._unknown.text()))


PAGE = PageInfo(
    stage=Stage.COSTS,
    why="In 2014 the VAT that could no longer be recovered outweighed every saving that was "
    "hoped for.",
    good="Finance has signed off each figure, and the tax position is confirmed by an adviser.",
    build=CostsPage,
)
