"""The sheets of the support plan: its sum against the cap, its lines and its contracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from appraiser.analysis.support_totals import SupportLineTotal, SupportTotals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import SupportLineId
from appraiser.domain.money_terms import SupportKind, SupportStatus
from appraiser.domain.support import Contract, SupportLine
from appraiser.domain.term import Term
from appraiser.exchange.cells import Formula, cells_of
from appraiser.exchange.spreadsheet import add_sheet, put_headings, put_row
from appraiser.exchange.tables import (
    CellValue,
    Column,
    cell_value,
    column_of,
    in_pounds,
    names_of,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

SUMS = "Support against the cap"
LINES = "Support plan"
CONTRACTS = "Contracts"

Rows = Mapping[SupportLineId, int]
"""The row that each support line stands in."""


def add_support_sheets(
    workbook: Workbook, appraisal: Appraisal, support: SupportTotals, notes: Sequence[str]
) -> None:
    """Add the three sheets; a change to a rate, to days or to the cap changes what is left."""
    sums = add_sheet(workbook, SUMS, SUMS, [*notes, _BY_FORMULA])
    first = put_headings(sums, _SUM_COLUMNS) + 1
    rows = _add_lines(workbook, appraisal, support, notes, f"'{SUMS}'!$B${first + 1}")
    for row, values in enumerate(_sums(support, rows, first), start=first):
        put_row(sums, row, _SUM_COLUMNS, values)
    _add_contracts(workbook, appraisal, support, notes, rows)


_BY_FORMULA = "Sums by formula follow what is changed here; sums in Appraiser are as exported."
_SUM_COLUMNS = (
    Column("Sum", Kind.TEXT),
    Column("By formula (£)", Kind.MONEY),
    Column("In Appraiser (£)", Kind.MONEY),
)


def _sums(support: SupportTotals, rows: Rows, first: int) -> list[list[CellValue]]:
    cap = None if support.cap is None else in_pounds(support.cap)
    includes = "Yes" if support.cap_includes_vat else "No"
    by_formula = {
        "Spent": (_sum("P", rows), support.spent),
        "Committed": (_where("K", SupportStatus.COMMITTED, "Q", rows), support.committed),
        "Planned": (_where("K", SupportStatus.PLANNED, "Q", rows), support.planned),
        "Counted against the cap": (f"=SUM(B{first + 2}:B{first + 4})", support.used),
        "Left under the cap": (f'=IF(B{first}="","",B{first}-B{first + 5})', support.remaining),
        "Given in kind, apart from the cap": (
            _where("C", SupportKind.IN_KIND, "O", rows),
            support.in_kind,
        ),
        "Paid by the trust, apart from the cap": (
            _where("C", SupportKind.MATCH_FUNDED, "O", rows),
            support.match_funded,
        ),
    }
    found: list[list[CellValue]] = [
        ["Cap", cap, cap],
        ["The cap includes VAT", includes, includes],
    ]
    for label, (words, pence) in by_formula.items():
        exported = None if pence is None else in_pounds(pence)
        found.append([label, Formula(words, exported), exported])
    return found


def _sum(column: str, rows: Rows) -> str:
    return f"=SUM({_all(column, rows)})" if rows else "=0"


def _where(column: str, term: Term, summed: str, rows: Rows) -> str:
    if not rows:
        return "=0"
    return f'=SUMIF({_all(column, rows)},"{term.label}",{_all(summed, rows)})'


def _all(column: str, rows: Rows) -> str:
    return f"'{LINES}'!${column}${min(rows.values())}:${column}${max(rows.values())}"


_GIVEN = (
    *("title", "category", "kind", "contract", "grade", "day_rate", "days", "expenses"),
    *("vat_rate", "vat_recoverable", "status", "spent"),
)
"""The fields that the formulas work on, in columns A to L; the formulas stand in M to R."""

_REST = ("stage", "barriers", "deliverable", "basis")
_WORKED_OUT = (
    Column("Fees (£)", Kind.MONEY),
    Column("VAT (£)", Kind.MONEY),
    Column("Cost (£)", Kind.MONEY),
    Column("Spent, of the cap (£)", Kind.MONEY),
    Column("Still to spend, of the cap (£)", Kind.MONEY),
    Column("Counted against the cap (£)", Kind.MONEY),
    Column("Counted in Appraiser (£)", Kind.MONEY),
)


def _add_lines(
    workbook: Workbook,
    appraisal: Appraisal,
    support: SupportTotals,
    notes: Sequence[str],
    includes_vat: str,
) -> Rows:
    """Add the lines, each with its working, and give the row of each."""
    sheet = add_sheet(workbook, LINES, LINES, [*notes, _LINE_NOTE])
    given = [specs(SupportLine)[name] for name in _GIVEN]
    rest = [specs(SupportLine)[name] for name in _REST]
    columns = [*map(column_of, given), *_WORKED_OUT, *map(column_of, rest)]
    names = names_of(appraisal)
    first = put_headings(sheet, columns) + 1
    rows: dict[SupportLineId, int] = {}
    both = zip(appraisal.support_lines, support.lines, strict=True)
    for row, (line, total) in enumerate(both, start=first):
        rows[line.id] = row
        values = [cell_value(spec, getattr(line, spec.name), names) for spec in given]
        values += [*_working(row, includes_vat, total), in_pounds(total.counted)]
        values += [cell_value(spec, getattr(line, spec.name), names) for spec in rest]
        put_row(sheet, row, columns, values)
    return rows


_LINE_NOTE = (
    "Fees = day rate x days. Cost = fees + expenses + VAT that cannot be recovered. What is spent "
    "takes the place of what was planned."
)


def _working(row: int, includes_vat: str, total: SupportLineTotal) -> list[Formula]:
    """Give the formulas of fees, VAT, cost, spent, still to spend, and counted, of one line."""
    bought = f'C{row}="{SupportKind.BOUGHT.label}"'
    done = f'K{row}="{SupportStatus.SPENT.label}"'
    share = f'IF({includes_vat}="Yes",1,IF(O{row}=0,1,(M{row}+H{row})/O{row}))'
    spent = f"IF({done},IF(L{row}=0,O{row},L{row}),L{row})"
    left = f"IF({done},0,MAX(0,O{row}-L{row}))"
    in_kind = f'C{row}="{SupportKind.IN_KIND.label}"'
    worked_out = {
        f"=ROUND(F{row}*G{row},2)": total.net,
        f"=IF({in_kind},0,ROUND((M{row}+H{row})*I{row}/100,2))": total.vat,
        f'=M{row}+H{row}+IF(J{row}="Yes",0,N{row})': total.cost,
        f"=IF({bought},ROUND({spent}*{share},2),0)": total.spent,
        f"=IF({bought},ROUND({left}*{share},2),0)": total.committed + total.planned,
        f"=P{row}+Q{row}": total.counted,
    }
    return [Formula(words, in_pounds(pence)) for words, pence in worked_out.items()]


def _add_contracts(
    workbook: Workbook,
    appraisal: Appraisal,
    support: SupportTotals,
    notes: Sequence[str],
    rows: Rows,
) -> None:
    """Add the contracts, each with what is paid under it."""
    approval = support.approval
    told = f"Approval to spend: the {approval.words}." if approval else ""
    sheet = add_sheet(workbook, CONTRACTS, CONTRACTS, [*notes, told])
    described = [spec for spec in specs(Contract).values() if spec.name != "id"]
    columns = [*map(column_of, described), *_CONTRACT_SUMS]
    names = names_of(appraisal)
    first = put_headings(sheet, columns) + 1
    both = zip(appraisal.contracts, support.contracts, strict=True)
    for row, (contract, total) in enumerate(both, start=first):
        values = [cell_value(spec, getattr(contract, spec.name), names) for spec in described]
        paid = [
            rows[line.id]
            for line in appraisal.support_lines
            if line.contract == contract.id and line.kind is not SupportKind.IN_KIND
        ]
        cells = ",".join(f"'{LINES}'!{each}" for each in cells_of(15, paid).split(",") if each)
        above = "Yes" if total.over_threshold else "No"
        paid_out = in_pounds(total.cost)
        cost = Formula(f"=SUM({cells})" if cells else "=0", paid_out)
        put_row(sheet, row, columns, [*values, cost, paid_out, above])


_CONTRACT_SUMS = (
    Column("Cost by formula (£)", Kind.MONEY),
    Column("Cost in Appraiser (£)", Kind.MONEY),
    Column("Above the approval threshold", Kind.FLAG),
)
