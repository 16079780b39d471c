"""A trust's share of a programme's return with nothing in it that anybody typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Barrier, Request
from appraiser.domain.board_paper import BoardPaper, PathStep
from appraiser.domain.options import Option
from appraiser.domain.sources import Citation, PartMark, Source
from appraiser.domain.support import SupportLine
from appraiser.domain.trust import Programme, Question, Trust
from appraiser.exchange.programme_rows import SupportRow, TrustRow

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

OWN_BARRIER = "A barrier of a trust's own"
OWN_REQUEST = "A request in a trust's own words"
_THOUSAND = 1_000_00


def nameless(appraisal: Appraisal, name: str, catalogue: Catalogue) -> Appraisal:
    """Give what the return needs of an appraisal, under another name and in no words of its own.

    It is put together from what cannot name anybody: terms of fixed lists, numbers, and ids of
    the reference data, whose own words then stand for the trust's. Everything else is left behind,
    so that a text nobody thought of cannot slip through.
    """
    return Appraisal(
        id=appraisal.id,
        trust=Trust(
            name=name,
            status=appraisal.trust.status,
            kind=appraisal.trust.kind,
            made_up=appraisal.trust.made_up,
        ),
        programme=Programme(
            cap=appraisal.programme.cap, cap_includes_vat=appraisal.programme.cap_includes_vat
        ),
        question=Question(scope=appraisal.question.scope),
        paper=BoardPaper(
            recommendation=appraisal.paper.recommendation, recommended=appraisal.paper.recommended
        ),
        options=tuple(_option(each, catalogue) for each in appraisal.options),
        path_steps=tuple(PathStep(id=each.id, option=each.option) for each in appraisal.path_steps),
        barriers=tuple(_barrier(each, catalogue) for each in appraisal.barriers),
        requests=_requests(appraisal, catalogue),
        support_lines=tuple(map(_support_line, appraisal.support_lines)),
        sources=tuple(Source(id=each.id, standing=each.standing) for each in appraisal.sources),
        citations=tuple(
            Citation(id=each.id, source=each.source, about=each.about)
            for each in appraisal.citations
        ),
        part_marks=tuple(
            PartMark(id=each.id, about=each.about, part=each.part) for each in appraisal.part_marks
        ),
    )


def _option(option: Option, catalogue: Catalogue) -> Option:
    return Option(id=option.id, form=option.form if option.form in catalogue.forms else "")


def _barrier(barrier: Barrier, catalogue: Catalogue) -> Barrier:
    known = catalogue.barriers.get(barrier.kind)
    return Barrier(
        id=barrier.id,
        title=known.title if known else OWN_BARRIER,
        kind=barrier.kind if known else "",
        resolver=barrier.resolver,
        also_resolver=barrier.also_resolver,
        likelihood=barrier.likelihood,
        severity=barrier.severity,
        show_stopper=barrier.show_stopper,
        status=barrier.status,
        mitigation=known.mitigation.text if known else "",
    )


def _requests(appraisal: Appraisal, catalogue: Catalogue) -> tuple[Request, ...]:
    """Give each request as one about the barrier that it is made for."""
    kinds = {each.id: catalogue.barriers.get(each.kind) for each in appraisal.barriers}
    found = []
    for each in appraisal.requests:
        known = kinds[each.barrier]
        title = f"Remove or ease: {known.title}" if known else OWN_REQUEST
        found.append(
            Request(
                id=each.id,
                barrier=each.barrier,
                asked_of=each.asked_of,
                title=title,
                status=each.status,
            )
        )
    return tuple(found)


def _support_line(line: SupportLine) -> SupportLine:
    return SupportLine(
        id=line.id,
        category=line.category,
        kind=line.kind,
        day_rate=line.day_rate,
        days=line.days,
        expenses=line.expenses,
        vat_rate=line.vat_rate,
        vat_recoverable=line.vat_recoverable,
        status=line.status,
        spent=line.spent,
    )


def rounded_trust(row: TrustRow) -> TrustRow:
    """Round a trust's sums to the thousand pounds: an exact one could be looked up in its paper."""
    return replace(row, cap=None if row.cap is None else _rounded(row.cap), used=_rounded(row.used))


def rounded_support(row: SupportRow) -> SupportRow:
    """Round what one trust bought to the thousand pounds."""
    return replace(row, counted=_rounded(row.counted), spent=_rounded(row.spent))


def _rounded(pence: int) -> int:
    return (pence + _THOUSAND // 2) // _THOUSAND * _THOUSAND
