"""A figure of the results on a card, with its numbers a click away in a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
)

from appraiser.analysis.results import Results
from appraiser.desktop.widgets.figure_view import SCALE, FigureView
from appraiser.desktop.widgets.lively import Lively
from appraiser.desktop.widgets.parts import Card, button, pill, tip
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.figures.geometry import Figure, Table

MakeFigure = Callable[[Results, Appraisal, float], Figure]
"""Makes a figure of the results at a width in points."""

MARGINS = 38
"""What stands beside a figure on its card, in pixels."""

NARROWEST = 380.0

WIDEST_COLUMN = 260
"""Of the table, in pixels; what is longer ends in an ellipsis and is whole in its tip."""


class FigureCard(Card):
    """Follows the results and its own width; away while there is nothing to show."""

    def __init__(self, heading: str, workspace: Workspace, make: MakeFigure) -> None:
        super().__init__(heading)
        self._workspace, self._make = workspace, make
        self._instead: Results | None = None
        self._drawn: Appraisal | None = None
        self._figure: Figure | None = None
        self._view = FigureView(workspace.tokens)
        self._table = _table(f"{heading}, as a table")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._table)
        self._instead_of = Lively(pill("", "watch"))
        self._instead_of.hide()
        self.head.addWidget(self._instead_of)
        self.switch = button("Show as table", self._switch, kind="link")
        self.copy = button("Copy image", self._copy, kind="link")
        self.head.addWidget(self.switch)
        self.head.addWidget(self.copy)
        self.add(self._stack)
        workspace.results_changed.connect(self.refresh)
        workspace.tokens_changed.connect(self._take_tokens)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the figure out again at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._draw()

    @Slot(object, str)
    def show_instead(self, results: Results | None, why: str) -> None:
        """Draw other results than those worked out, and say why, until given None.

        They go by themselves once the appraisal moves on. While a slider is dragged this happens
        many times a second, so the table is only filled where it is what is shown. What is only
        tried is not to be copied into a document.
        """
        self._instead = results
        why = why if results is not None else ""
        self._instead_of.say(why)
        self._instead_of.setVisible(bool(why))
        self.copy.setEnabled(results is None)
        self._draw()

    @Slot()
    def refresh(self) -> None:
        """Make the figure of the results as they are, unless others of the same snapshot stand."""
        if self._instead is not None and self._drawn is not self._workspace.assessed:
            self.show_instead(None, "")
        else:
            self._draw()

    def _draw(self) -> None:
        results, assessed = self._instead or self._workspace.results, self._workspace.assessed
        if results is None:
            self.hide()
            return
        width = max((self.width() - MARGINS) / SCALE, NARROWEST)
        figure = self._make(results, assessed, width)
        self._drawn, self._figure = assessed, figure
        if self.parent() is not None:  # or it would be a window of its own for a moment
            self.setVisible(not figure.is_empty)
        self._view.show_figure(figure)
        if self._instead is not None:
            self._view.setAccessibleName(f"{figure.title}. {self._instead_of.text()}")
        self._stack.setFixedHeight(self._view.sizeHint().height() + 2)
        if self._stack.currentWidget() is self._table:
            _fill(self._table, figure.table)

    @Slot()
    def _take_tokens(self) -> None:
        self._view.set_tokens(self._workspace.tokens)

    @Slot()
    def _switch(self) -> None:
        to_table = self._stack.currentWidget() is self._view
        if to_table and self._figure is not None:
            _fill(self._table, self._figure.table)
        self._stack.setCurrentWidget(self._table if to_table else self._view)
        self.switch.setText("Show as figure" if to_table else "Show as table")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self._view.picture())


def _table(name: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
    head.setMaximumSectionSize(WIDEST_COLUMN)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTableWidget, numbers: Table) -> None:
    """Put numbers in, leaving the cells that are there where they are: one may have the focus."""
    table.setColumnCount(len(numbers.header))
    table.setRowCount(len(numbers.rows))
    for across, heading in enumerate(numbers.header):
        named = QTableWidgetItem(heading)
        named.setToolTip(heading)
        table.setHorizontalHeaderItem(across, named)
    for at, cells in enumerate(numbers.rows):
        for across, cell in enumerate(cells):
            item = table.item(at, across)
            if item is None:
                item = QTableWidgetItem()
                table.setItem(at, across, item)
            if item.text() != cell:
                item.setText(cell)
                item.setToolTip(tip(cell))
