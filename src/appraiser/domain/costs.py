"""Stage 7, costs: what each option costs and saves, with tax and VAT shown apart."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.fields import (
    MOST_PENCE,
    choice,
    entry,
    flag,
    identity,
    line,
    link,
    money,
    percent,
    prose,
    whole,
)
from appraiser.domain.ids import CostLineId, OptionId, TaxPositionId
from appraiser.domain.money_terms import CostCategory, CostKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One cost of one option, at the price base; below nought for a saving.

    Years count from the base year, 0. A one-off falls in `first_year`.
    """

    id: CostLineId = identity()
    option: OptionId = link("Option", "options", owned=True)
    title: str = line("Cost")
    kind: CostKind = choice("Falls", default=CostKind.YEARLY)
    category: CostCategory = choice("For", default=CostCategory.RUNNING)
    amount: int = money("Amount", low=-MOST_PENCE, default=0)
    first_year: int = whole("First year", low=0, high=300, default=0)
    last_year: int | None = whole("Last year", "Blank runs to the horizon", low=0, high=300)
    optimism_category: str = entry("Optimism bias category")
    mitigation: float | None = percent("Share of the bias already mitigated")
    basis: str = prose("Basis")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxPosition:
    """What an option changes in VAT and corporation tax. Money is for one year."""

    id: TaxPositionId = identity()
    option: OptionId = link("Option", "options", owned=True)
    lost_vat: int | None = money("VAT lost in a year")
    taxable_surplus: int | None = money("Taxable surplus in a year")
    tax_rate: float | None = percent("Corporation tax rate")
    settled: bool = flag("Confirmed by adviser")
    basis: str = prose("Basis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Costing:
    """The ground rules of the costing."""

    price_base: str = line("Price base", "Such as 2014-15 prices")
    base_year: int | None = whole("Base year", low=1990, high=2200)
    horizon: int = whole("Years costed", low=1, high=300, default=5)
    schedule: str = entry("Discount schedule")
    productivity: float | None = percent("Productivity gain expected in a year")
    note: str = prose("What is left out, and why")
