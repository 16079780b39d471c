"""A figure of the results on a card, with its numbers a click away in a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
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
from appraiser.desktop.widgets.parts import Card, button, pill
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.figures.geometry import Figure

MakeFigure = Callable[[Results, Appraisal, float], Figure]
"""Makes a figure of the results at a width in points."""

MARGINS = 38
"""What stands beside a figure on its card, in pixels."""

NARROWEST = 380.0


class FigureCard(Card):
    """Follows the results and its own width; away while there is nothing to show."""

    def __init__(self, heading: str, workspace: Workspace, make: MakeFigure) -> None:
        super().__init__(heading)
        self._workspace, self._make = workspace, make
        self._instead: Results | None = None
        self._view = FigureView(workspace.tokens)
        self._table = QTableWidget()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.setAccessibleName(f"{heading}, as a table")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._table)
        self._instead_of = pill("", "watch")
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
        """Draw other results than those worked out, and say why, until given None or they change.

        While a slider is dragged this happens many times a second, so the table waits.
        """
        self._instead = results
        self._say_instead(why if results is not None else "")
        self._draw()

    @Slot()
    def refresh(self) -> None:
        """Make the figure of the results as they are, and fill its table."""
        self._instead = None
        self._say_instead("")
        self._draw()

    def _say_instead(self, why: str) -> None:
        self._instead_of.setText(why)
        self._instead_of.setVisible(bool(why))

    def _draw(self) -> None:
        results = self._instead or self._workspace.results
        if results is None:
            self.hide()
            return
        width = max((self.width() - MARGINS) / SCALE, NARROWEST)
        figure = self._make(results, self._workspace.assessed, width)
        if self.parent() is not None:  # or it would be a window of its own for a moment
            self.setVisible(bool(figure.table.rows))
        self._view.show_figure(figure)
        self._stack.setFixedHeight(self._view.sizeHint().height() + 2)
        self._fill_table(figure)

    def _fill_table(self, figure: Figure) -> None:
        table = figure.table
        self._table.setColumnCount(len(table.header))
        self._table.setRowCount(len(table.rows))
        self._table.setHorizontalHeaderLabels(list(table.header))
        for at, cells in enumerate(table.rows):
            for across, cell in enumerate(cells):
                self._table.setItem(at, across, QTableWidgetItem(cell))
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    @Slot()
    def _take_tokens(self) -> None:
        self._view.set_tokens(self._workspace.tokens)

    @Slot()
    def _switch(self) -> None:
        to_table = self._stack.currentWidget() is self._view
        self._stack.setCurrentWidget(self._table if to_table else self._view)
        self.switch.setText("Show as figure" if to_table else "Show as table")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self._view.picture())
