"""Stage 8: who leads, by how much, what would change it, and what the gates say."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.option_results import OptionResult
from appraiser.desktop.result_words import flips, headline
from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.terms import Stage
from appraiser.domain.written import in_ten, points
from appraiser.figures.ranking import ranking_figure

WAITING = "Working out the results."


class ResultsPage(Page):
    """The ranking as a figure, the totals as a table, and what would change the answer."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, WAITING, "")
        self.add(FigureCard("Overall value by what it is made of", workspace, ranking_figure))
        self._totals = ResultTable(
            "Totals and ranks",
            "A gate is never part of a total. First place is counted over the weightings that "
            "keep the panel's order of the criteria.",
            ("Option", "Total", "Rank", "Rank without gates", "Comes first in"),
        )
        self.add(self._totals)
        self._flips = ResultTable(
            "What would change the leader",
            "The weight at which another option takes the lead, the others keeping their ratios.",
            ("If this criterion", "Weighs now", "Weighed", "The leader would be"),
        )
        self.add(self._flips)
        workspace.results_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        results = self.workspace.results
        if results is None:
            return
        self.set_title(*headline(self.workspace.appraisal, results))
        names = {option.id: named(option) for option in self.workspace.appraisal.options}
        known = [each for each in results.ranked if each.option in names]
        self._totals.show_rows([_total_row(names[each.option], each) for each in known])
        self._flips.show_rows(flips(self.workspace.appraisal, results))


def _total_row(name: str, result: OptionResult) -> tuple[str, ...]:
    total = "No total" if result.total is None else points(result.total)
    if result.total is None and result.lowest is not None and result.highest is not None:
        total = f"{points(result.lowest)} to {points(result.highest)}"
    first = "Not counted" if result.first_rank is None else in_ten(result.first_rank)
    return (
        name,
        total,
        "Barred" if result.barred else str(result.open_rank or ""),
        str(result.rank or ""),
        first,
    )


PAGE = PageInfo(
    stage=Stage.RESULTS,
    why="Totals are a tool for the discussion, not the decision. Say what would have to be true "
    "for another option to lead.",
    good="The panel has looked at what changes the answer, and recorded what it made of it.",
    build=ResultsPage,
)
