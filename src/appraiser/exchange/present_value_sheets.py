"""The sheets of present values: factors, a row for each stream of money, one for each option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.flow_kinds import ECONOMIC, FINANCIAL
from appraiser.analysis.money.option_money import OptionMoney, StreamWorth
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal, called, entity
from appraiser.domain.fields import Kind
from appraiser.domain.ids import OptionId
from appraiser.exchange.cells import Formula
from appraiser.exchange.discount_sheet import FactorCells, add_factors
from appraiser.exchange.spreadsheet import add_sheet, put, put_headings, put_row
from appraiser.exchange.stream_formulas import MoneyCells, stream_formulas
from appraiser.exchange.tables import CellValue, Column, in_pounds, names_of

if TYPE_CHECKING:
    from openpyxl import Workbook

STREAMS, WORTH = "Present values", "Present value totals"

Rows = Mapping[OptionId, range]
"""The rows that the streams of each option stand in."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the sheets are made from."""

    appraisal: Appraisal
    results: Results
    catalogue: Catalogue
    cells: MoneyCells
    notes: Sequence[str]


def add_present_values(workbook: Workbook, matter: Matter) -> None:
    """Add the three sheets; where nothing can be discounted each says that there is nothing."""
    money = matter.results.money
    factors = add_factors(workbook, money, matter.catalogue, matter.notes)
    if factors is None:
        for title in (STREAMS, WORTH):
            sheet = add_sheet(workbook, title, title, matter.notes)
            put(sheet, sheet.max_row + 2, 1, "There are none: no discount factor is known.")
        return
    rows = _add_streams(workbook, matter, factors)
    _add_worth(workbook, matter, factors, rows)


_STREAM_COLUMNS = (
    Column("Option", Kind.LINE),
    Column("Stream", Kind.LINE),
    Column("Kind", Kind.LINE),
    Column("Given (£ a year)", Kind.MONEY),
    Column("Optimism bias (%)", Kind.NUMBER),
    Column("Adds in a year (£)", Kind.MONEY),
    Column("First year", Kind.WHOLE),
    Column("Last year costed", Kind.WHOLE),
    Column("Gain in health", Kind.FLAG),
    Column("Present value (£)", Kind.MONEY),
    Column("Present value in Appraiser (£)", Kind.MONEY),
    Column("Counts in the social value", Kind.FLAG),
    Column("Counts in the trust's cash", Kind.FLAG),
)
_STREAM_NOTES = (
    (
        "Each cost, tax and valued benefit of the shortlist. Amounts and years are those of the "
        "sheets before this one; a line added there is not taken in here."
    ),
    (
        "What adds is above nought, what takes away below. Optimism bias adds to a cost and takes "
        "off a saving."
    ),
)


def _add_streams(workbook: Workbook, matter: Matter, factors: FactorCells) -> Rows:
    sheet = add_sheet(workbook, STREAMS, STREAMS, [*matter.notes, *_STREAM_NOTES])
    row, rows = put_headings(sheet, _STREAM_COLUMNS) + 1, {}
    names = names_of(matter.appraisal)["options"]
    for each in matter.results.money.options:
        rows[each.option] = range(row, row + len(each.streams))
        for stream in each.streams:
            values = _stream(stream, row, matter, factors)
            put_row(sheet, row, _STREAM_COLUMNS, [names[each.option], *values])
            row += 1
    return rows


def _stream(stream: StreamWorth, row: int, matter: Matter, factors: FactorCells) -> list[CellValue]:
    made = stream_formulas(stream, row, matter.appraisal, matter.cells, matter.catalogue)
    given, bias = in_pounds(stream.typed), 100 * stream.uplift
    worth = None if stream.present_value is None else in_pounds(stream.present_value)
    used = factors.health if stream.health else factors.general
    within = f'{factors.years},">="&G{row},{factors.years},"<="&H{row}'
    return [
        "Estimate" if stream.estimated else called(entity(matter.appraisal, stream.about)),
        stream.kind.label,
        Formula(made.given, given) if made.given else given,
        Formula(made.bias, bias) if made.bias else None,
        Formula(made.yearly, in_pounds(stream.yearly)),
        Formula(made.first, stream.first) if made.first else stream.first,
        Formula(made.last, stream.last),
        _yes(stream.health),
        Formula(f"=F{row}*SUMIFS({used},{within})", worth),
        worth,
        _yes(stream.kind in ECONOMIC),
        _yes(stream.kind in FINANCIAL),
    ]


_WORTH_COLUMNS = (
    Column("Option", Kind.LINE),
    Column("Social value by itself (£)", Kind.MONEY),
    Column("Social value against business as usual, NPSV (£)", Kind.MONEY),
    Column("The same each year, EANC (£)", Kind.MONEY),
    Column("The trust's cash by itself (£)", Kind.MONEY),
    Column("The trust's cash against business as usual (£)", Kind.MONEY),
    Column("NPSV in Appraiser (£)", Kind.MONEY),
    Column("EANC in Appraiser (£)", Kind.MONEY),
    Column("The trust's cash in Appraiser (£)", Kind.MONEY),
    Column("Rests on an estimate of lost VAT", Kind.FLAG),
    Column("What is not known or left out", Kind.TEXT),
)
_WORTH_NOTE = (
    "Present values at the price base; below nought costs more than it brings. The social "
    "value leaves VAT and tax out, the trust's cash takes them in. An empty cell is not known."
)


def _add_worth(workbook: Workbook, matter: Matter, factors: FactorCells, streams: Rows) -> None:
    sheet = add_sheet(workbook, WORTH, WORTH, [*matter.notes, _WORTH_NOTE])
    names = names_of(matter.appraisal)["options"]
    found = matter.results.money.options
    first = put_headings(sheet, _WORTH_COLUMNS) + 1
    rows = {each.option: row for row, each in enumerate(found, start=first)}
    usual = matter.appraisal.business_as_usual
    baseline = None if usual is None else rows.get(usual.id)
    for each in found:
        row = rows[each.option]
        values = _worth(each, row, baseline, streams[each.option], factors)
        put_row(sheet, row, _WORTH_COLUMNS, [names[each.option], *values])


def _worth(
    each: OptionMoney, row: int, baseline: int | None, streams: range, factors: FactorCells
) -> list[CellValue]:
    """Give the values of an option by formula, and as the program found them."""
    social, cash = each.economic, each.financial
    pence = (
        *(social.in_itself.npv, social.incremental.npv, social.incremental.eanc),
        *(cash.in_itself.npv, cash.incremental.npv),
    )
    exported = [None if amount is None else in_pounds(amount) for amount in pence]
    _, npsv, eanc, _, net_cash = exported
    formulas = (
        _sum("L", streams),
        f"=B{row}-B{baseline}" if baseline else "",
        f"=C{row}/SUM({factors.later})",
        _sum("M", streams),
        f"=E{row}-E{baseline}" if baseline else "",
    )
    live = [
        Formula(words, value) if words and value is not None else value
        for words, value in zip(formulas, exported, strict=True)
    ]
    why = dict.fromkeys((*social.incremental.why, *cash.incremental.why))
    estimated = _yes(cash.incremental.estimated)
    return [*live, npsv, eanc, net_cash, estimated, "; ".join(reason.label for reason in why)]


def _sum(column: str, rows: range) -> str:
    """Add up the present values of one option's streams that count."""
    if not rows:
        return "=0"
    values, counts = (f"'{STREAMS}'!${each}${rows[0]}:${each}${rows[-1]}" for each in ("J", column))
    return f'=SUMIFS({values},{counts},"Yes")'


def _yes(so: bool) -> str:  # noqa: FBT001 - it is what is written
    return "Yes" if so else "No"
