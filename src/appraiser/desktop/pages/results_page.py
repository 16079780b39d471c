"""Stage 8: who leads, by how much, what would change it, how sure that is, and who agrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.verdict import Thresholds
from appraiser.desktop.result_words import headline
from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import words
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.widgets.what_if_card import WhatIfCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import points
from appraiser.figures.first_ranks import first_ranks_figure
from appraiser.figures.ranking import ranking_figure
from appraiser.saying.agreement import agreement_words, dissent_rows, split_rows, view_rows
from appraiser.saying.changes import (
    certain,
    lead_rows,
    switch_rows,
    tornado_rows,
    value_rows,
    weight_rows,
)
from appraiser.saying.sureness import best_rows, central_rows, drawn, other_rows

WAITING = "Working out the results."

Rows = Callable[[Appraisal, Results], Sequence[Sequence[str]]]


class ResultsPage(Page):
    """The ranking, what would change it, how sure it is, and from whose view another leads."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, WAITING, "")
        self._tables: list[tuple[ResultTable, Rows]] = []
        self._certain, self._drawn, self._agreed = (words("", "note") for _ in range(3))
        self.section("Ranking")
        self._ranking()
        self.section("What would change it")
        self._changes()
        self.section("How sure")
        self._sureness()
        self.section("Who agrees")
        self._agreement()
        workspace.results_changed.connect(self._follow)
        self._follow()

    def _ranking(self) -> None:
        ranking = FigureCard("Overall value by what it is made of", self.workspace, ranking_figure)
        self.add(ranking)
        what_if = WhatIfCard(self.workspace)
        what_if.tried.connect(ranking.show_instead)
        self.add(what_if)
        self._table(
            "Totals and ranks",
            "By the weights that were given. A gate is never part of a total.",
            ("Option", "Total", "Rank", "Rank without gates", "Comes first in"),
            total_rows,
        )

    def _changes(self) -> None:
        self.add(self._certain)
        self._table(
            "What the lead is made of",
            "Points that each criterion adds to the lead or takes from it, rounded to a tenth.",
            ("Criterion", "Over the runner-up", "Over business as usual"),
            lead_rows,
        )
        self._table(
            "Weights that would change the leader",
            "The weight past which another option leads, the other criteria keeping their ratios.",
            ("Criterion", "Weighs now", "If it weighed", "The leader would be"),
            weight_rows,
        )
        self._table(
            "Scores that would change the leader",
            "The smallest change of one score, in points, that would bring each rival level.",
            ("Rival", "Points behind", "Its own would", "Or the leader's would"),
            switch_rows,
        )
        self._table(
            "One thing at a time",
            "The lead over the best rival, in points, as one score moves over its range or one "
            "weight over its band. Those that move it most come first.",
            ("What moves", "Lead at its lowest", "At its highest", "Leader changes"),
            tornado_rows,
        )
        self._table(
            "Value against cost",
            "The cost is the present value of costs, VAT and tax, less savings. An option is "
            "beaten by one that is no worse on either and better on one.",
            ("Option", "Total", "Cost", "Beaten by"),
            value_rows,
        )

    def _sureness(self) -> None:
        self.add(self._drawn)
        self.add(
            FigureCard("How often each option comes first", self.workspace, first_ranks_figure)
        )
        self._table(
            "What would have to matter",
            "The mean of the weights that put each option first, its two heaviest shown, and how "
            "often it comes first at that mean as scores vary.",
            ("Option", "The weights that put it first", "First then in"),
            central_rows,
        )
        self._table(
            "If other weights were meant",
            "The same scores, with weights spread otherwise.",
            ("Weights", "First most often", "In"),
            other_rows,
        )
        self._table(
            "At the weights that do most for it",
            "Points ahead of the best other option. One that is behind even then cannot be first.",
            ("Option", "Of any weights", "Of those in the panel's order"),
            best_rows,
        )
        self.add_form(
            "What is tried",
            Ref("robustness"),
            *("weights", "scores", "concentration", "band", "draws", "seed", "note"),
            note="Kept in the file and printed, so that anyone can do the same again.",
        )

    def _agreement(self) -> None:
        self.add(self._agreed)
        self._table(
            "Views from which another option leads",
            "Scorers go by their roles.",
            ("View", "First"),
            dissent_rows,
        )
        self._table(
            "By whose view",
            "The same options, by each way to bring scores together, each group's scores and each "
            "set of weights.",
            ("View", "For the totals", "First"),
            view_rows,
        )
        self._table(
            "Cells to talk about",
            "Where people are split, those that differ most first. Names are left out.",
            ("Cell", "Scorers", "Lowest", "Median", "Highest", "Because"),
            split_rows,
        )

    def _table(self, heading: str, note: str, columns: Sequence[str], rows: Rows) -> None:
        table = ResultTable(heading, note, columns)
        self._tables.append((table, rows))
        self.add(table)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what takes longer once someone looks."""
        super().showEvent(event)
        self.workspace.examine()

    @Slot()
    def _follow(self) -> None:
        results = self.workspace.results
        if results is None:
            return
        appraisal = self.workspace.assessed
        self.set_title(*headline(appraisal, results))
        for table, rows in self._tables:
            table.show_rows(rows(appraisal, results))
        self._certain.setText(" ".join(certain(appraisal, results)))
        self._drawn.setText(drawn(appraisal, results))
        self._agreed.setText(agreement_words(results))
        if self.isVisible():
            self.workspace.examine()


def total_rows(appraisal: Appraisal, results: Results) -> list[tuple[str, ...]]:
    """Give each option's total and ranks."""
    bars = results.verdict.thresholds
    return [_total_row(named(appraisal.option(each.option)), each, bars) for each in results.ranked]


def _total_row(name: str, result: OptionResult, bars: Thresholds) -> tuple[str, ...]:
    total = "No total" if result.total is None else points(result.total)
    if result.total is None and result.lowest is not None and result.highest is not None:
        total = f"{points(result.lowest)} to {points(result.highest)}"
    first = "Not counted" if result.first_rank is None else bars.how_often(result.first_rank)
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
