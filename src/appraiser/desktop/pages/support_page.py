"""Stage 9: what the programme's money buys, against its cap."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.support_days import days_bought
from appraiser.desktop.support_rows import (
    DAYS_COLUMNS,
    FOUND_COLUMNS,
    METER_COLUMNS,
    NOTHING_FOUND,
    RATE_COLUMNS,
    day_rows,
    finding_rows,
    meter_rows,
    rate_rows,
)
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import Card
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import pounds
from appraiser.figures.support import support_figure

TITLE = "What does the money buy?"


LINES = CollectionView(
    "support_lines",
    "Support lines",
    "Day rate times days, and expenses; VAT counts where it cannot be recovered.",
    ("title", "category", "day_rate", "days", "status"),
    (
        *("title", "category", "kind", "contract", "grade", "stage", "day_rate"),
        *("days", "expenses", "vat_rate", "status", "spent", "vat_recoverable"),
        *("barriers", "deliverable", "basis"),
    ),
)
CONTRACTS = CollectionView(
    "contracts",
    "Contracts",
    "One agreement with one supplier. Approval is needed above a threshold.",
    ("title", "supplier", "approval"),
    (
        *("title", "supplier", "route", "approval", "starts", "ends", "extends"),
        *("summary", "approval_note", "authorised_by"),
    ),
)


class SupportPage(Page):
    """The plan against its cap, its lines and the contracts they are bought under."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self.add(FigureCard("The plan against the cap", workspace, support_figure))
        self._add_meter()
        self._add_days()
        self.section("Support lines", "support_lines")
        self.add_collection(LINES)
        self.section("Contracts", "contracts")
        self.add_collection(CONTRACTS)
        self._suppliers = ResultTable(
            "By supplier",
            "With the VAT that cannot be recovered and expenses, as the approval rule counts.",
            ("Supplier", "Cost", "Approval"),
        )
        self.add(self._suppliers)
        self.section("The plan as a whole")
        self.add_form(
            "The plan as a whole",
            Ref("support_plan"),
            *("least_contingency", "contingency_reason", "note"),
        )
        workspace.results_changed.connect(self._follow)
        self._follow()

    def _add_meter(self) -> None:
        """Show what counts against the cap and what stands apart, and what was found in it."""
        self.section("The cap")
        self._meter = ResultTable(
            "The cap and what counts against it",
            "Forecast = spent + committed + planned and not yet spent. Only what the programme "
            "pays for counts against its cap; help in kind and match funding stand apart.",
            METER_COLUMNS,
        )
        self.add(self._meter)
        self._found = self._add_words("What a check finds")

    def _add_days(self) -> None:
        """Show the days that the money buys at each grade, and what the known rates rest on."""
        self.section("What it buys")
        self._days = ResultTable(
            "Days at each grade",
            "Days = money / day rate; where the VAT cannot be recovered, money / (day rate + VAT). "
            "Expenses are left out. The known rates are reference points and no price list.",
            DAYS_COLUMNS,
        )
        self.add(self._days)
        self._rates = self._add_words("What the known rates rest on")
        self._rates.show_rows(RATE_COLUMNS, rate_rows(self.workspace.catalogue))

    def _add_words(self, heading: str) -> WordTable:
        """Put a card with a table of sentences under the others."""
        card, table = Card(heading), WordTable(heading)
        card.add(table)
        self.add(card)
        return table

    @Slot()
    def _follow(self) -> None:
        """Say what is used and what is left."""
        results = self.workspace.results
        if results is None:
            self.set_title(TITLE, "")
            return
        support = results.support
        under = f"{pounds(support.forecast)} forecast; the programme sets no cap."
        if support.cap is not None and support.over_cap:
            under = f"{pounds(support.over_cap)} over the cap of {pounds(support.cap)}."
        elif support.cap is not None and support.remaining is not None:
            under = f"{pounds(support.forecast)} forecast of {pounds(support.cap)}, "
            under += f"{pounds(support.remaining)} left."
        self.set_title(TITLE, under)
        self._meter.show_rows(meter_rows(support))
        self._found.show_rows(FOUND_COLUMNS, finding_rows(results) or [NOTHING_FOUND])
        rates = tuple(self.workspace.catalogue.rates.values())
        days = days_bought(self.workspace.assessed, support, rates)
        self._days.show_rows(day_rows(days))
        self._suppliers.show_rows(
            [
                (each.name, pounds(each.cost), "Above the threshold" if each.over_threshold else "")
                for each in support.suppliers
            ]
        )


PAGE = PageInfo(
    stage=Stage.SUPPORT,
    why="The programme pays for help up to a cap. Every pound should take a barrier away.",
    good="Each line names the barrier it helps remove, where its rate comes from, and what is "
    "delivered.",
    build=SupportPage,
)
