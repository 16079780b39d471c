"""The formulas of one stream of money: what is given, what a year adds, in which years it falls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.flow_kinds import FlowKind
from appraiser.analysis.money.option_money import StreamWorth
from appraiser.domain.appraisal import Appraisal, entity
from appraiser.domain.costs import CostLine
from appraiser.domain.ids import BenefitId, Ref, TaxPositionId
from appraiser.domain.money_terms import CostKind
from appraiser.exchange.benefits_sheet import BENEFITS
from appraiser.exchange.costs_sheets import LINES, TAX, VAT, CostCells

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class MoneyCells:
    """Where costs, taxes and benefits stand."""

    costs: CostCells
    benefits: Mapping[BenefitId, int]


@dataclass(frozen=True, slots=True)
class StreamFormulas:
    """What stands under given, bias, each year, first and last year, for a row of streams.

    The given amount stands in D of that row and the bias in E. What is empty has no formula.
    """

    yearly: str
    last: str
    given: str = ""
    bias: str = ""
    first: str = ""


def stream_formulas(
    stream: StreamWorth, row: int, appraisal: Appraisal, cells: MoneyCells, catalogue: Catalogue
) -> StreamFormulas:
    """Tie a stream to the cells it comes from; an estimate that nobody stated comes from none."""
    about, horizon = stream.about, cells.costs.horizon
    every_year = StreamFormulas(yearly=f"=-D{row}", last=f"={horizon}-1")
    match about.collection:
        case "cost_lines":
            return _cost(about, row, appraisal, cells.costs, catalogue)
        case "benefits":
            return _benefit(cells.benefits[BenefitId(about.id)], row, horizon)
        case "tax_positions":
            category = VAT if stream.kind is FlowKind.LOST_VAT else TAX
            stands = cells.costs.taxes.positions[TaxPositionId(about.id)]
            stated = cells.costs.taxes.cell(category, stands)
            return StreamFormulas(every_year.yearly, every_year.last, given=f"={stated}")
    return every_year


def _cost(
    about: Ref, row: int, appraisal: Appraisal, cells: CostCells, catalogue: Catalogue
) -> StreamFormulas:
    line = entity(appraisal, about)
    assert isinstance(line, CostLine)
    kind, amount, first, last, mitigated = (
        f"'{LINES}'!${column}${cells.lines[line.id]}" for column in "CEFGI"
    )
    known = catalogue.optimism.get(line.optimism_category.strip())
    yearly = f"IF(D{row}<0,-D{row}*MAX(0,1-E{row}/100),-D{row}*(1+E{row}/100))"
    until = f'IF({last}="",{cells.horizon}-1,MIN({last},{cells.horizon}-1))'
    once = f"MIN({first},{cells.horizon}-1)"
    return StreamFormulas(
        yearly=f"={yearly}",
        last=f'=IF({kind}="{CostKind.ONE_OFF.label}",{once},{until})',
        given=f"={amount}",
        bias=f"={known.cost!r}*(1-{mitigated}/100)" if known else "",
        first=f"={first}",
    )


def _benefit(stands: int, row: int, horizon: str) -> StreamFormulas:
    value, first, last = (f"'{BENEFITS}'!${column}${stands}" for column in "FGH")
    return StreamFormulas(
        yearly=f"=D{row}",
        last=f'=IF({last}="",{horizon}-1,MIN({last},{horizon}-1))',
        given=f"={value}",
        first=f"={first}+0",  # an empty cell is year 0
    )
