"""What an option inherits from its form: tax, VAT, pension, indemnity, capital, failure."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from appraiser.analysis.library.comparing import ComparedCell, Comparison, compare
from appraiser.analysis.library.inherits import (
    InheritedAnswer,
    InheritedByIncome,
    inherits_by_income,
)
from appraiser.desktop.library_words import said, sources_sentence, standing_words
from appraiser.desktop.widgets.fact_rows import LABELS_WIDTH
from appraiser.desktop.widgets.parts import Card, column, empty, pill, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import OptionId
from appraiser.domain.sources import Standing
from appraiser.domain.written import listed, whole_percent

_HINT = "Choose a form, and what follows from it is shown here."
_COVERS = {"yes": "good", "conditions": "watch", "no": "bad", "not-known": "watch"}


class InheritanceCard(Card):
    """A table of facts, each with its standing, for the option that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What it inherits")
        self._workspace = workspace
        self._shown: object = None
        self._lead = words(_HINT, "note")
        self.add(self._lead)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, LABELS_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)
        self._by_income = column(spacing=4)
        self.add(self._by_income)

    def show_option(self, option: OptionId | None) -> None:
        """Show what follows from the form of an option, and from who pays for its work."""
        appraisal, catalogue = self._workspace.appraisal, self._workspace.catalogue
        form = catalogue.forms.get(appraisal.option(option).form) if option else None
        if form is None or option is None:
            self._shown = None
            empty(self._grid)
            empty(self._by_income)
            self._lead.setText(_HINT)
            return
        table = compare(catalogue, [form.id], appraisal.form_notes)
        income = inherits_by_income(appraisal, catalogue, option)
        if (table, income) == self._shown:
            return
        self._shown = (table, income)
        self._lead.setText(form.summary)
        self._show_table(table)
        self._show_income(income)

    def _show_table(self, table: Comparison) -> None:
        empty(self._grid)
        line = 0
        for each in table.rows:
            for at, cell in enumerate(each.cells[0]):
                self._show_cell(line, "" if at else each.label, cell, len(each.cells[0]))
                line += 1

    def _show_cell(self, line: int, label: str, cell: ComparedCell, beside: int) -> None:
        self._grid.addWidget(words(label, "label"), line, 0)
        text = f"{cell.of_class}: {cell.text}" if cell.of_class and beside > 1 else cell.text
        self._grid.addWidget(words(text), line, 1)
        sure = cell.standing is Standing.PUBLISHED
        mark = pill(standing_words(cell), "good" if sure else "watch")
        self._grid.addLayout(row(mark, None), line, 2)

    def _show_income(self, income: InheritedByIncome | None) -> None:
        """Show pension and cover by payer and by how staff move."""
        empty(self._by_income)
        if income is None:
            return
        self._by_income.addWidget(words("Pension and cover, by who pays", "heading"))
        self._by_income.addWidget(words(split_words(income), "note"))
        for answer in income.answers:
            self._show_answer(answer)

    def _show_answer(self, answer: InheritedAnswer) -> None:
        head = words(answer_heading(answer), "label")
        line = row(head)
        line.setStretchFactor(head, 1)
        line.addWidget(pill(answer.covers.label, _COVERS[str(answer.covers)]))
        self._by_income.addLayout(line)
        cell = ComparedCell(answer.text, answer.standing)
        self._by_income.addWidget(words(said(cell)))
        sources = sources_sentence(self._workspace.catalogue, answer.sources)
        more = " ".join(filter(None, (f"To do: {answer.todo}" if answer.todo else "", sources)))
        if more:
            self._by_income.addWidget(words(more, "note"))


def split_words(income: InheritedByIncome) -> str:
    """Say how the income is split, and how staff move."""
    if income.stays_in_nhs:
        return "The trust stays the employer and the member of both schemes."
    share = income.council_share
    if share is None:
        split = "How much councils pay is not known, so both kinds of payer are answered."
    else:
        split = f"Councils pay {whole_percent(share)} of the income."
    if income.route is None:
        return f"{split} How staff would move is not said yet."
    return f"{split} How staff move: {income.route.inline}."


def answer_heading(answer: InheritedAnswer) -> str:
    """Name what is answered: the matter, the body, the work it is about, and how staff move."""
    paid = f"paid by {listed([each.inline for each in answer.payers])}"
    if answer.share is not None and answer.share < 1:
        paid += f", {whole_percent(answer.share)} of income"
    moved = " or ".join(each.inline for each in answer.routes)
    return f"{answer.matter.label} ({answer.body.inline}): {paid}; {moved}"
