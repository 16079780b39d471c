"""What each option on the shortlist comes to, undiscounted, with VAT and tax apart."""

from __future__ import annotations

from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.written import pounds

NOT_KNOWN = "Not given"


class CostTable(ResultTable):
    """A row for each option."""

    def __init__(self, workspace: Workspace) -> None:
        columns = ("Option", "Once", "Every year", "VAT and tax a year", "Break-even productivity")
        note = "Break-even productivity is the yearly gain that would pay for lost VAT and tax."
        super().__init__("What it comes to", note, columns)
        self._workspace = workspace

    def refresh(self) -> None:
        """Show the totals as they have been worked out."""
        results = self._workspace.results
        names = {option.id: named(option) for option in self._workspace.appraisal.options}
        rows = []
        for each in results.options if results else ():
            costs = each.costs
            productivity = costs.break_even_productivity
            rows.append(
                (
                    names.get(each.option, ""),
                    _money(costs.one_off),
                    _money(costs.yearly),
                    _money(costs.lost_vat_and_tax),
                    f"{productivity:.1f}% of income" if productivity else "None",
                )
            )
        self.show_rows(rows)


def _money(pence: int | None) -> str:
    return NOT_KNOWN if pence is None else pounds(pence)
