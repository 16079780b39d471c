"""The annex on costs: each cost and tax position, to redo the sums by hand, and present values."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.money.cost_totals import CostTotals, stated_taxes, years_of
from appraiser.domain.costs import CostLine
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.options import Option
from appraiser.domain.written import counted, percent, pounds_and_pence
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph, words_table
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import given, yes_no
from appraiser.saying.money import switching_rows, unknown_words, worth_rows, worth_words

_UNNAMED = "A cost without a name"


def annex_costs(matter: Material) -> Iterator[Block]:
    """Give the costs of each option of the shortlist with their sum, and the tax positions."""
    yield Heading(1, "Costs, tax and present values", key_of("costs"))
    if not has_costs(matter):
        # no present value is known without a cost either
        yield paragraph("annex-costs.none", "No option has been costed yet.")
        return
    horizon = matter.appraisal.costing.horizon
    yield Heading(2, "Costs and tax, line by line", "cost-lines")
    yield paragraph(
        "annex-costs.costs",
        f"Years are counted from 0, and the costing covers years 0 to {horizon - 1}. Each line "
        "comes to its amount times the years in which it falls within those years. VAT and tax "
        "that a tax position states take the place of cost lines for them.",
    )
    for each in matter.results.options:
        option = matter.appraisal.option(each.option)
        rows = tuple(_rows(matter, option))
        if rows:
            yield _table(matter, option, rows, each.costs)
    if matter.appraisal.tax_positions:
        yield _positions(matter)
    yield from _worth(matter)


def _worth(matter: Material) -> Iterator[Block]:
    """Give present values at the rates that were chosen, and what would change their order."""
    appraisal, results = matter.appraisal, matter.results
    yield Heading(2, "What the options are worth, discounted", "present-values-heading")
    yield paragraph("annex-costs.worth", worth_words(results))
    rows = worth_rows(appraisal, results)
    if not rows:
        return
    yield from words_table(
        "Present values against business as usual; below nought costs more than it brings",
        (
            Column("Option", 3.6),
            Column("Social value (NPSV)", 2, Align.END),
            Column("The same each year", 2, Align.END),
            Column("The trust's cash", 2, Align.END),
        ),
        rows,
        "present-values",
    )
    unknown = unknown_words(results)
    if unknown:
        yield paragraph("annex-costs.unknown", unknown)
    yield from words_table(
        "Each input moved alone until two options are worth the same, the nearest first; those "
        "that would have to change by more than all of themselves are left out",
        (
            Column("Input", 4),
            Column("Now", 1.6, Align.END),
            Column("Would have to be", 2.4, Align.END),
            Column("Level with", 2.4),
        ),
        switching_rows(appraisal, results),
        "switching-values",
    )


def has_costs(matter: Material) -> bool:
    """Tell whether there is a cost or a tax position to print."""
    listed = {each.option for each in matter.results.options}
    appraisal = matter.appraisal
    return any(line.option in listed for line in appraisal.cost_lines) or any(
        position.option in listed for position in appraisal.tax_positions
    )


def _table(matter: Material, option: Option, rows: tuple[Row, ...], totals: CostTotals) -> Table:
    over = counted(matter.appraisal.costing.horizon, "year")
    total = "Not known" if totals.over_horizon is None else pounds_and_pence(totals.over_horizon)
    return Table(
        f"{whole_name(option, 'An option without a name')}: what makes up the sum over {over}",
        (
            Column("Cost and its basis", 4.4),
            Column("Falls", 2),
            Column("Amount", 1.5, Align.END),
            Column("Years", 0.8, Align.END),
            Column("Comes to", 1.5, Align.END),
        ),
        (*rows, Row((f"All over {over}", "", "", "", total), strong=True)),
        f"costs-{option.id}",
    )


def _rows(matter: Material, option: Option) -> Iterator[Row]:
    horizon = matter.appraisal.costing.horizon
    position = next(
        (each for each in matter.appraisal.tax_positions if each.option == option.id), None
    )
    stated = stated_taxes(position)
    for line in matter.appraisal.cost_lines:
        if line.option == option.id:
            replaced = line.category in stated
            times = 0 if replaced else years_of(line, horizon)
            yield Row(
                (
                    _named(line),
                    _falls(line, horizon),
                    pounds_and_pence(line.amount),
                    str(times),
                    "In the tax position" if replaced else pounds_and_pence(line.amount * times),
                )
            )
    for category, amount in stated.items():
        yield Row(
            (
                f"{_TAXES[category]}\nFrom the tax position",
                f"Yearly, years 0 to {horizon - 1}",
                pounds_and_pence(amount),
                str(horizon),
                pounds_and_pence(amount * horizon),
            )
        )


_TAXES = {
    CostCategory.IRRECOVERABLE_VAT: "VAT no longer recovered",
    CostCategory.CORPORATION_TAX: "Corporation tax",
}


def _named(line: CostLine) -> str:
    return f"{whole_name(line, _UNNAMED)}\n{line.basis.strip() or 'No basis has been given.'}"


def _falls(line: CostLine, horizon: int) -> str:
    if line.kind is CostKind.ONE_OFF:
        return f"Once, year {line.first_year}"
    last = horizon - 1 if line.last_year is None else line.last_year
    return f"Yearly, years {line.first_year} to {last}"


def _positions(matter: Material) -> Table:
    listed = {each.option for each in matter.results.options}
    return Table(
        "Tax positions: money is for one year",
        (
            Column("Option", 2.4),
            Column("VAT lost", 1.5, Align.END),
            Column("Taxable surplus", 1.5, Align.END),
            Column("Rate", 0.8, Align.END),
            Column("Settled", 1),
            Column("Basis", 3.6),
        ),
        tuple(
            Row(
                (
                    matter.option(each.option),
                    _money(each.lost_vat),
                    _money(each.taxable_surplus),
                    "Not known" if each.tax_rate is None else percent(each.tax_rate),
                    yes_no(each.settled),
                    given(each.basis),
                )
            )
            for each in matter.appraisal.tax_positions
            if each.option in listed
        ),
        "tax-positions",
    )


def _money(pence: int | None) -> str:
    return "Not known" if pence is None else pounds_and_pence(pence)
