"""The annex on expert support: each line and each contract, to redo the sum against the cap."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.support_totals import ContractTotal, SupportLineTotal
from appraiser.domain.appraisal import entity
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import SupportKind
from appraiser.domain.support import Contract, SupportLine
from appraiser.domain.written import plain_number, pounds
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import WITHHELD, given, prose

_UNNAMED = "A line without a name"
_ROUNDED = " Rows are rounded to the pound, so they may not add up to the totals."


def annex_support(matter: Material) -> Iterator[Block]:
    """Give the ledger of the support plan."""
    totals = matter.results.support
    yield Heading(1, "The ledger of expert support", key_of("support"))
    yield from prose("annex-support.note", matter.appraisal.support_plan.note)
    if not totals.lines:
        yield paragraph("annex-support.none", "The plan has no line yet.")
        return
    if matter.hides("support_lines", "contracts"):
        yield paragraph(
            "annex-support.withheld",
            "Amounts line by line and contract by contract are left out of the public paper, "
            "since with the total they would give away those that are private.",
        )
    yield _lines(matter)
    if totals.contracts:
        yield _contracts(matter)
    if totals.contingency:
        held = f"Contingency of {pounds(totals.contingency)}."
        reason = (
            matter.appraisal.support_plan.contingency_reason or "Why so much has not been said."
        )
        yield from prose("annex-support.contingency", reason, held)


def _lines(matter: Material) -> Table:
    totals = matter.results.support
    rows = [_row(matter, each) for each in totals.lines]
    rows.append(Row(("Counted against the cap", "", "", pounds(totals.used)), strong=True))
    if totals.cap is not None:
        rows.append(Row(("Cap", "", "", pounds(totals.cap)), strong=True))
    rounded = sum(_whole(each.counted) for each in totals.lines) != _whole(totals.used)
    return Table(
        "The plan, line by line: cost with expenses"
        + (" and VAT that cannot be recovered." if totals.cap_includes_vat else ", before VAT.")
        + (_ROUNDED if rounded else ""),
        (
            Column("Support", 3.4),
            Column("Days and rate", 2),
            Column("Status", 3),
            Column("Against the cap", 1.5, Align.END),
        ),
        tuple(rows),
        "support-lines",
    )


def _whole(pence: int) -> int:
    return int(pounds(pence).replace("£", "").replace(",", ""))


def _row(matter: Material, total: SupportLineTotal) -> Row:
    line = entity(matter.appraisal, Ref("support_lines", total.line))
    assert isinstance(line, SupportLine)
    if matter.hides("support_lines", "contracts"):
        return Row((whole_name(line, _UNNAMED), WITHHELD, total.status.label, WITHHELD))
    if line.kind is SupportKind.BOUGHT:
        status, amount = total.status.label, pounds(total.counted)
    else:
        status = f"{total.kind.label}, worth {pounds(total.cost)}"
        amount = "Not counted"
    return Row((whole_name(line, _UNNAMED), _days(line), status, amount))


def _days(line: SupportLine) -> str:
    if not line.days:
        return "Sum"
    days = "1 day" if line.days == 1 else f"{plain_number(line.days)} days"
    return f"{days} at {pounds(line.day_rate)}" if line.day_rate else days


def _contracts(matter: Material) -> Table:
    return Table(
        "What each contract comes to, with expenses and VAT that cannot be recovered",
        (
            Column("Contract", 3),
            Column("Supplier", 1.7),
            Column("Cost", 1.1, Align.END),
            Column("Approval to spend", 4),
        ),
        tuple(
            _contract(matter, contract, total)
            for contract, total in zip(
                matter.appraisal.contracts, matter.results.support.contracts, strict=True
            )
        ),
        "contracts",
    )


def _contract(matter: Material, contract: Contract, total: ContractTotal) -> Row:
    return Row(
        (
            whole_name(contract, "A contract without a name"),
            given(contract.supplier),
            WITHHELD if matter.hides("support_lines", "contracts") else pounds(total.cost),
            "\n".join(_approvals(contract, total)),
        )
    )


def _approvals(contract: Contract, total: ContractTotal) -> Iterator[str]:
    yield f"{_flag(total)}{contract.approval.label}"
    if contract.approval_note.strip():
        yield contract.approval_note


def _flag(total: ContractTotal) -> str:
    return "Above the threshold. " if total.over_threshold else ""
