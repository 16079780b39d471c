"""The support plan: what expert help is bought, and what it comes to against the cap."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.support_totals import ContractTotal, SupportLineTotal
from appraiser.domain.appraisal import entity
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import SupportKind
from appraiser.domain.support import Contract, SupportLine
from appraiser.domain.trust import Programme
from appraiser.domain.written import plain_number, pounds
from appraiser.figures.support import support_figure
from appraiser.paper.blocks import (
    Align,
    Block,
    Column,
    FigureBlock,
    Heading,
    Row,
    Table,
    paragraph,
)
from appraiser.paper.material import Material, name, whole_name
from appraiser.paper.ranking import FIGURE_WIDTH
from appraiser.paper.support_words import support_words
from appraiser.paper.wording import given, prose, sentence

_UNNAMED = "A line without a name"
_ROUNDED = " Rows are rounded to the pound, so they may not add up to the totals."


def support(matter: Material) -> Iterator[Block]:
    """Give the section on the support plan."""
    appraisal, totals = matter.appraisal, matter.results.support
    yield Heading(1, "What does the expert support cost?", "support")
    yield paragraph("support.total", support_words(matter), *_programme(appraisal.programme))
    if not totals.lines:
        return
    figure = support_figure(matter.results, appraisal, FIGURE_WIDTH)
    yield FigureBlock(figure, "The support plan against its cap", "support-plan")
    yield _lines(matter)
    if totals.contracts:
        yield _contracts(matter)
        yield paragraph("support.approval", _approval(matter))
    if totals.contingency:
        held = f"Contingency of {pounds(totals.contingency)}."
        reason = appraisal.support_plan.contingency_reason or "Why so much has not been said."
        yield from prose("support.contingency", reason, held)


def _programme(programme: Programme) -> Iterator[str]:
    if programme.name.strip():
        yield f" Programme: {sentence(programme.name)}"
    if programme.funder.strip():
        yield f" Paid for by: {sentence(programme.funder)}"


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
            _contract(contract, total)
            for contract, total in zip(
                matter.appraisal.contracts, matter.results.support.contracts, strict=True
            )
        ),
        "contracts",
    )


def _contract(contract: Contract, total: ContractTotal) -> Row:
    return Row(
        (
            whole_name(contract, "A contract without a name"),
            given(contract.supplier),
            pounds(total.cost),
            "\n".join(_approvals(contract, total)),
        )
    )


def _approvals(contract: Contract, total: ContractTotal) -> Iterator[str]:
    yield f"{_flag(total)}{contract.approval.label}"
    if contract.approval_note.strip():
        yield contract.approval_note


def _flag(total: ContractTotal) -> str:
    return "Above the threshold. " if total.over_threshold else ""


def _approval(matter: Material) -> str:
    totals = matter.results.support
    if totals.approval is None:
        return (
            "No amount above which a contract needs approval was in force for this trust on the "
            "date of the law used here."
        )
    limit = pounds(totals.approval.above)
    over = [each for each in totals.suppliers if each.over_threshold]
    if not over:
        return f"No contract and no supplier comes to more than {limit}."
    names = ", ".join(name(each, "a supplier") for each in over)
    return f"More than the {totals.approval.words}, over all contracts: {names}."
