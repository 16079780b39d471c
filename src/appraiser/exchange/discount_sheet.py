"""The sheet of discount factors: the rate of each year, and its factor by formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.money_results import MoneyResults
from appraiser.analysis.money.schedules import ScheduleUsed
from appraiser.domain.fields import Kind
from appraiser.domain.written import year_month_or_day
from appraiser.exchange.cells import Formula
from appraiser.exchange.spreadsheet import add_sheet, put, put_headings, put_row
from appraiser.exchange.tables import CellValue, Column

if TYPE_CHECKING:
    from openpyxl import Workbook

    from appraiser.catalogue.loading import Catalogue

FACTORS = "Discount factors"


@dataclass(frozen=True, slots=True)
class FactorCells:
    """Where the discount factors stand."""

    years: str
    general: str
    """The factors of all that is not a gain in health."""
    health: str
    """The factors of gains in health; empty where there are none in money."""
    later: str
    """The factors of every year but year 0."""


def add_factors(
    workbook: Workbook, money: MoneyResults, catalogue: Catalogue, notes: Sequence[str]
) -> FactorCells | None:
    """Add the rate and the factor of each year; give None where nothing can be discounted."""
    used = money.schedule
    told = [] if used is None else [_words(used), _NOTE]
    sheet = add_sheet(workbook, FACTORS, FACTORS, [*notes, *told])
    if used is None or not money.factors:
        put(sheet, sheet.max_row + 2, 1, "There are none.")
        return None
    both = [(used.id, money.factors), (used.health, money.health_factors)]
    tables = [(catalogue.schedule(name), factors) for name, factors in both if factors]
    columns = _COLUMNS[: 1 + 2 * len(tables)]
    first = put_headings(sheet, columns) + 1
    last = first + len(money.factors) - 1
    for year, row in enumerate(range(first, last + 1)):
        values: list[CellValue] = [year]
        for letter, (schedule, factors) in zip("BD", tables, strict=False):
            values += _year(letter, row, year, schedule.rate(year), factors[year])
        put_row(sheet, row, columns, values)
        for column in range(3, len(columns) + 1, 2):
            sheet.cell(row, column).number_format = "0.000000"
    years, general, health = (f"'{FACTORS}'!${each}${first}:${each}${last}" for each in "ACE")
    later = f"'{FACTORS}'!$C${first + 1}:$C${last}"
    return FactorCells(years, general, health if len(tables) > 1 else "", later)


_NOTE = (
    "Year 0 is not discounted. The factor of a later year is that of the year before, divided by "
    "1 + its rate."
)
_COLUMNS = (
    Column("Year", Kind.WHOLE),
    Column("Rate (%)", Kind.NUMBER),
    Column("Factor", Kind.NUMBER),
    Column("Rate for gains in health (%)", Kind.NUMBER),
    Column("Factor for gains in health", Kind.NUMBER),
)


def _words(used: ScheduleUsed) -> str:
    standing = " It is a proposal and not in force." if used.pending else ""
    return f"{used.name} as of {year_month_or_day(used.vintage)}.{standing}"


def _year(letter: str, row: int, year: int, rate: float, factor: float) -> list[CellValue]:
    """Give the rate and the factor of a year, standing in a column and the one after it."""
    if not year:
        return [None, 1]
    after = chr(ord(letter) + 1)
    return [rate, Formula(f"={after}{row - 1}/(1+{letter}{row}/100)", factor)]
