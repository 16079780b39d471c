"""One trust's share of a programme's return, and how barriers are counted across trusts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.standing import rests_on_illustration
from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.barriers import Barrier
from appraiser.domain.ids import OptionId
from appraiser.domain.money_terms import SupportCategory, SupportKind
from appraiser.domain.sources import PaperPart
from appraiser.domain.terms import BarrierStatus, Recommendation, Resolver, TaskStatus

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

NO_THEME = "No theme yet"


@dataclass(frozen=True, slots=True)
class TrustRow:
    """One trust: what it recommends, and what its support comes to. Money is in pence."""

    trust: str
    status: str
    kind: str
    scope: str
    recommendation: Recommendation
    recommended: str
    """The form recommended, or the forms of the path, or why there is none."""
    cap: int | None
    used: int
    illustrative: bool
    made_up: bool


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """One barrier of one trust. Likelihood and severity run from 1 to 5."""

    trust: str
    resolver: Resolver
    also_resolver: Resolver | None
    theme: str
    kind: str
    title: str
    description: str
    mitigation: str
    likelihood: int
    severity: int
    show_stopper: bool
    status: BarrierStatus


@dataclass(frozen=True, slots=True)
class BarrierGroup:
    """One kind of barrier under the one who can remove it, counted across trusts."""

    resolver: Resolver
    theme: str
    kind: str
    trusts: tuple[str, ...]
    barriers: int
    unresolved: int
    show_stoppers: int
    worst: int
    """The highest likelihood times severity, from 1 to 25."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request that one trust makes of Government."""

    trust: str
    request: str
    barrier: str
    status: TaskStatus
    answer: str


@dataclass(frozen=True, slots=True)
class SupportRow:
    """What one trust bought of one kind of support, counted against its cap, in pence."""

    trust: str
    category: SupportCategory
    lines: int
    counted: int
    spent: int


def trust_row(appraisal: Appraisal, catalogue: Catalogue, support: SupportTotals) -> TrustRow:
    """Give what the return says of a trust as a whole."""
    trust = appraisal.trust
    return TrustRow(
        trust=trust.name,
        status=trust.status.label,
        kind=trust.kind.label,
        scope=appraisal.question.scope.label,
        recommendation=appraisal.paper.recommendation,
        recommended=_recommended(appraisal, catalogue),
        cap=support.cap,
        used=support.used,
        illustrative=rests_on_illustration(appraisal),
        made_up=trust.made_up,
    )


def _recommended(appraisal: Appraisal, catalogue: Catalogue) -> str:
    paper = appraisal.paper
    match paper.recommendation:
        case Recommendation.ONE_OPTION if paper.recommended is not None:
            return _form(appraisal, paper.recommended, catalogue)
        case Recommendation.STAGED:
            steps = [each.option for each in appraisal.path_steps if each.option is not None]
            forms = dict.fromkeys(_form(appraisal, each, catalogue) for each in steps)
            return ", then ".join(forms) or paper.recommendation.label
    return paper.recommendation.label


def _form(appraisal: Appraisal, option: OptionId, catalogue: Catalogue) -> str:
    chosen = appraisal.option(option)
    known = catalogue.forms.get(chosen.form)
    return known.name if known else chosen.form or "A form not chosen yet"


def barrier_rows(appraisal: Appraisal, catalogue: Catalogue) -> tuple[BarrierRow, ...]:
    """Give the barriers of a trust, without those marked private."""
    return tuple(
        _barrier_row(appraisal, each, catalogue)
        for each in appraisal.barriers
        if not _is_private(appraisal, "barriers", each.id)
    )


def _barrier_row(appraisal: Appraisal, barrier: Barrier, catalogue: Catalogue) -> BarrierRow:
    known = catalogue.barriers.get(barrier.kind)
    return BarrierRow(
        trust=appraisal.trust.name,
        resolver=barrier.resolver,
        also_resolver=barrier.also_resolver,
        theme=known.theme.label if known else NO_THEME,
        kind=known.title if known else called(barrier) or "A barrier without a name",
        title=called(barrier),
        description=barrier.description,
        mitigation=barrier.mitigation,
        likelihood=barrier.likelihood,
        severity=barrier.severity,
        show_stopper=barrier.show_stopper,
        status=barrier.status,
    )


def request_rows(appraisal: Appraisal) -> tuple[RequestRow, ...]:
    """Give what a trust asks of Government, without what is marked private."""
    barriers = {each.id: each for each in appraisal.barriers}
    return tuple(
        RequestRow(
            trust=appraisal.trust.name,
            request=called(each) or "A request without words",
            barrier=called(barriers[each.barrier]),
            status=each.status,
            answer=each.answer,
        )
        for each in appraisal.requests
        if each.asked_of is Resolver.GOVERNMENT
        and not _is_private(appraisal, "requests", each.id)
        and not _is_private(appraisal, "barriers", each.barrier)
    )


def support_rows(appraisal: Appraisal, support: SupportTotals) -> tuple[SupportRow, ...]:
    """Give what a trust bought with the programme's money, by category."""
    totals = support.lines
    bought = [
        (line.category, total)
        for line, total in zip(appraisal.support_lines, totals, strict=True)
        if line.kind is SupportKind.BOUGHT
    ]
    found = []
    for category in SupportCategory:
        lines = [total for held, total in bought if held is category]
        if lines:
            counted, spent = sum(e.counted for e in lines), sum(e.spent for e in lines)
            found.append(SupportRow(appraisal.trust.name, category, len(lines), counted, spent))
    return tuple(found)


def private_count(appraisal: Appraisal) -> int:
    """Give how many barriers, and requests of Government, are left out as private."""
    asked = [each for each in appraisal.requests if each.asked_of is Resolver.GOVERNMENT]
    hidden = [b for b in appraisal.barriers if _is_private(appraisal, "barriers", b.id)]
    return len(hidden) + len(asked) - len(request_rows(appraisal))


def _is_private(appraisal: Appraisal, collection: str, named: str) -> bool:
    if not appraisal.part_marks:
        return False
    places = {collection, f"{collection}/{named}"}
    return any(
        mark.part is PaperPart.PRIVATE and mark.about in places for mark in appraisal.part_marks
    )


def grouped(barriers: Sequence[BarrierRow]) -> tuple[BarrierGroup, ...]:
    """Count barriers by resolver, theme and kind: the kind that most trusts name comes first."""
    held: dict[tuple[Resolver, str, str], list[BarrierRow]] = {}
    for each in barriers:
        held.setdefault((each.resolver, each.theme, each.kind), []).append(each)
    groups = [_group(*key, rows) for key, rows in held.items()]
    order = list(Resolver)
    return tuple(
        sorted(
            groups,
            key=lambda each: (order.index(each.resolver), each.theme, -len(each.trusts), each.kind),
        )
    )


def _group(resolver: Resolver, theme: str, kind: str, rows: Sequence[BarrierRow]) -> BarrierGroup:
    done = {BarrierStatus.RESOLVED, BarrierStatus.ACCEPTED}
    return BarrierGroup(
        resolver=resolver,
        theme=theme,
        kind=kind,
        trusts=tuple(dict.fromkeys(each.trust for each in rows)),
        barriers=len(rows),
        unresolved=sum(each.status not in done for each in rows),
        show_stoppers=sum(each.show_stopper for each in rows),
        worst=max(each.likelihood * each.severity for each in rows),
    )
