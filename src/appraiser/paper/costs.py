"""What the options would cost, with VAT and tax apart; undiscounted, and said to be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from appraiser.analysis.option_results import OptionResult
from appraiser.domain.written import counted, rounded, short_pounds
from appraiser.paper.annex_costs import has_costs
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.options import UNNAMED
from appraiser.paper.wording import prose, sentence

_LINES = pointing("costs", "has every cost, the tax positions and the present values.")


def costs(matter: Material) -> Iterator[Block]:
    """Give the section on costs."""
    yield Heading(1, "What would the options cost?", "costs")
    found = [each for each in matter.results.options if _known(each)]
    if not found:
        yield paragraph("costs.none", "No option has been costed yet.")
        return
    costing = matter.appraisal.costing
    base = sentence(costing.price_base).rstrip(".") or "a price base that has not been given"
    yield paragraph(
        "costs.basis",
        f"Costs are the change each option brings, at {base}, over "
        f"{counted(costing.horizon, 'year')}. They are not discounted. VAT that could no longer be "
        "recovered, and corporation tax, are real costs to the body that pays them and are shown "
        "apart. Break-even is the yearly gain, as a share of income, that would pay for them. ",
        *([_LINES] if has_costs(matter) else []),
    )
    yield _table(matter)
    unsettled = [each for each in found if each.costs.lost_vat_and_tax and not each.costs.settled]
    if unsettled:
        names = matter.options(each.option for each in unsettled)
        yield paragraph(
            "costs.unsettled", f"No tax adviser has confirmed the tax position of {names} yet."
        )
    yield from prose("costs.note", costing.note)


def _known(result: OptionResult) -> bool:
    found = result.costs
    return any(
        each is not None
        for each in (found.one_off, found.yearly, found.lost_vat, found.corporation_tax)
    )


def _table(matter: Material) -> Table:
    horizon = matter.appraisal.costing.horizon
    return Table(
        "Costs by option, undiscounted; below nought is a saving",
        (
            Column("Option", 3.9),
            Column("Once", 1.2, Align.END),
            Column("Each year", 1.3, Align.END),
            Column("VAT lost each year", 1.4, Align.END),
            Column("Tax each year", 1.3, Align.END),
            Column(f"All over {horizon} {'year' if horizon == 1 else 'years'}", 1.4, Align.END),
            Column("Break-even", 1.3, Align.END),
        ),
        tuple(_row(matter, each) for each in matter.results.options),
        "costs",
    )


def _row(matter: Material, result: OptionResult) -> Row:
    found = result.costs
    return Row(
        (
            whole_name(matter.appraisal.option(result.option), UNNAMED),
            _money(found.one_off),
            _money(found.yearly),
            _money(found.lost_vat),
            _money(found.corporation_tax),
            _money(found.over_horizon),
            _gain(found.break_even_productivity),
        )
    )


def _money(pence: int | None) -> str:
    return "Not known" if pence is None else short_pounds(pence)


def _gain(value: float | None) -> str:
    if value is None:
        return "Not known"
    return "None" if value == 0 else f"{rounded(Decimal(repr(value)), 1)}%"
