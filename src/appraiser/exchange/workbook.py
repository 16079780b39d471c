"""Write an appraisal as a workbook whose totals and support plan work when changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.scores import CONSENSUS, Score, ScoreSheet
from appraiser.domain.sources import Citation
from appraiser.exchange.about_sheet import about_table
from appraiser.exchange.benefits_sheet import add_benefits
from appraiser.exchange.cost_totals_sheet import add_cost_totals
from appraiser.exchange.costs_sheets import add_costs
from appraiser.exchange.notices import notices
from appraiser.exchange.place_words import place_words
from appraiser.exchange.present_value_sheets import Matter, add_present_values
from appraiser.exchange.spreadsheet import add_table, new_workbook, save_workbook
from appraiser.exchange.stream_formulas import MoneyCells
from appraiser.exchange.support_sheets import add_support_sheets
from appraiser.exchange.tables import (
    Column,
    Table,
    cell_value,
    collection_table,
    column_of,
    names_of,
)
from appraiser.exchange.totals_sheets import add_totals_sheets

if TYPE_CHECKING:
    from openpyxl import Workbook

    from appraiser.catalogue.loading import Catalogue


def write_workbook(
    appraisal: Appraisal, results: Results, path: Path, *, catalogue: Catalogue | None = None
) -> None:
    """Write the workbook to a file, whole or not at all; raise `Problem` if it cannot be.

    Scores are the ones the totals use; nobody who scored is named. The vintage of the reference
    data is that of `catalogue`, by default the shipped one.
    """
    if catalogue is None:
        from appraiser.catalogue.loading import load_catalogue

        catalogue = load_catalogue()
    referred = {
        "form": {each.id: each.name for each in catalogue.forms.values()},
        "kind": {each.id: each.title for each in catalogue.barriers.values()},
    }
    told = notices(appraisal, results)
    workbook = new_workbook(appraisal.question.title or appraisal.trust.name or "Appraisal")
    add_table(workbook, about_table(appraisal, results, catalogue), told)
    add_table(workbook, collection_table(appraisal, "options", "Options", referred), told)
    add_table(workbook, _gates(appraisal, results), told)
    add_totals_sheets(workbook, appraisal, results, told)
    add_table(workbook, collection_table(appraisal, "weight_sets", "Weight sets"), told)
    add_table(workbook, _reasons(appraisal), told)
    add_support_sheets(workbook, appraisal, results.support, told)
    for collection, title in _PLAIN_SHEETS.items():
        add_table(workbook, collection_table(appraisal, collection, title, referred), told)
    _add_money(workbook, appraisal, results, catalogue, told)
    add_table(workbook, collection_table(appraisal, "sources", "Sources"), told)
    add_table(workbook, _citations(appraisal), told)
    save_workbook(workbook, path)


_PLAIN_SHEETS = {
    "barriers": "Barriers",
    "actions": "Actions",
    "requests": "Requests",
}


def _add_money(
    workbook: Workbook,
    appraisal: Appraisal,
    results: Results,
    catalogue: Catalogue,
    told: Sequence[str],
) -> None:
    """Add costs, taxes, benefits and present values; each sheet works on the ones before it."""
    costs = add_costs(workbook, appraisal, told)
    add_cost_totals(workbook, appraisal, results, costs, told)
    benefits = add_benefits(workbook, appraisal, catalogue, costs.horizon, told)
    cells = MoneyCells(costs, benefits)
    add_present_values(workbook, Matter(appraisal, results, catalogue, cells, told))


def _citations(appraisal: Appraisal) -> Table:
    """Give what rests on which source, each place in plain words."""
    table = collection_table(appraisal, "citations", "What rests on what")
    at = [spec.name for spec in specs(Citation).values() if spec.kind is not Kind.ID].index("about")
    rows = zip(appraisal.citations, table.rows, strict=True)
    return replace(
        table,
        rows=tuple(
            (*row[:at], place_words(appraisal, each.about), *row[at + 1 :]) for each, row in rows
        ),
    )


def _gates(appraisal: Appraisal, results: Results) -> Table:
    """Give what every gate says of every option, and the reasons that decide it."""
    columns = (
        Column("Option", Kind.LINE),
        Column("Gate", Kind.LINE),
        Column("Outcome", Kind.LINE),
        Column("Deciding reasons", Kind.TEXT),
    )
    names = names_of(appraisal)["options"]
    rows = tuple(
        (
            names[gate.option],
            gate.gate.label,
            gate.outcome.label,
            "\n".join(each.words for each in gate.deciding),
        )
        for option in results.options
        for gate in option.gates
    )
    return Table("Gates", columns, rows)


def _reasons(appraisal: Appraisal) -> Table:
    """Give every cell the room agreed on, with its range, its reason and its evidence."""
    names = names_of(appraisal)
    described = specs(Score).values()
    columns = (
        Column("Option", Kind.LINE),
        Column("Criterion", Kind.LINE),
        *map(column_of, described),
    )
    cells = appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    rows = tuple(
        (
            names["options"][cell.option],
            names["criteria"][cell.criterion],
            *(cell_value(spec, getattr(score, spec.name), names) for spec in described),
        )
        for cell, score in sorted(cells.items())
    )
    return Table("Reasons for scores", columns, rows)
