"""A programme's return as tables, the same for a spreadsheet and for a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from appraiser.domain.fields import Kind
from appraiser.domain.money_terms import SupportCategory
from appraiser.domain.terms import Resolver
from appraiser.domain.written import counted, listed
from appraiser.exchange.programme_return import ProgrammeReturn
from appraiser.exchange.programme_rows import BarrierRow, RequestRow
from appraiser.exchange.tables import CellValue, Column, Table, in_pounds

TITLE = "Return to the programme"


def programme_tables(gathered: ProgrammeReturn) -> tuple[Table, ...]:
    """Give the tables in the order they are read."""
    return (
        _trusts(gathered),
        _counts(gathered.barriers),
        _groups(gathered),
        _requests(gathered),
        _support(gathered),
        _forms(gathered),
        _barriers(gathered.barriers),
    )


def programme_notes(gathered: ProgrammeReturn) -> list[str]:
    """Give what a reader must know first, a sentence each."""
    notes = [f"Gathered from {counted(len(gathered.trusts), 'appraisal')}."]
    if gathered.illustrative:
        about = [each.trust for each in gathered.trusts if each.illustrative]
        notes.append(
            f"Illustrative. Some or all of what {listed(about)} says was made up to show how an "
            "appraisal reads."
        )
    if gathered.anonymous:
        notes.append(
            "No trust, person or place is named: nothing that a trust wrote is here. The words are "
            "those of the reference library, and a trust's sums are rounded to the thousand "
            "pounds. What kind of trust it is and which form it recommends may still point to it, "
            "for somebody who knows the trusts."
        )
    if gathered.private:
        were = "was" if gathered.private == 1 else "were"
        notes.append(f"{counted(gathered.private, 'item')} marked private {were} left out.")
    for each in gathered.skipped:
        if gathered.anonymous:
            notes.append(f"Left out: File {each.place}: {each.plain_reason}.")
        else:
            notes.append(f"Left out: {each.file}. {each.why}")
    return [*notes, gathered.not_covered]


def _trusts(gathered: ProgrammeReturn) -> Table:
    columns = (
        Column("Trust", Kind.LINE),
        Column("Status in law", Kind.LINE),
        Column("Kind of trust", Kind.LINE),
        Column("Scope", Kind.LINE),
        Column("Recommendation", Kind.LINE),
        Column("Form recommended", Kind.LINE),
        Column("Cap on the support (£)", Kind.MONEY),
        Column("Counted against the cap (£)", Kind.MONEY),
        Column("Standing", Kind.LINE),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            each.trust,
            each.status,
            each.kind,
            each.scope,
            each.recommendation.label,
            each.recommended,
            None if each.cap is None else in_pounds(each.cap),
            in_pounds(each.used),
            _standing(illustrative=each.illustrative, made_up=each.made_up),
        )
        for each in gathered.trusts
    ]
    return Table("Trusts", columns, tuple(rows))


def _standing(*, illustrative: bool, made_up: bool) -> str:
    if made_up:
        return "Made-up trust"
    return "Illustrative" if illustrative else ""


def _counts(barriers: Sequence[BarrierRow]) -> Table:
    """Count barriers with a row for each resolver and a column for each theme."""
    themes = sorted({each.theme for each in barriers})
    held = Counter((each.resolver, each.theme) for each in barriers)
    columns = [Column("Who can remove it", Kind.LINE)]
    columns += [Column(each, Kind.WHOLE) for each in [*themes, "All"]]
    rows: list[tuple[CellValue, ...]] = []
    for resolver in Resolver:
        numbers = [held[resolver, theme] for theme in themes]
        if any(numbers):
            rows.append((resolver.label, *numbers, sum(numbers)))
    return Table("Barriers counted", tuple(columns), tuple(rows))


def _groups(gathered: ProgrammeReturn) -> Table:
    columns = (
        Column("Barrier", Kind.LINE),
        Column("Who can remove it", Kind.LINE),
        Column("Theme", Kind.LINE),
        Column("Trusts", Kind.WHOLE),
        Column("Named by", Kind.LINKS),
        Column("Not yet dealt with", Kind.WHOLE),
        Column("Bars an option", Kind.WHOLE),
        Column("Highest likelihood x severity", Kind.WHOLE),
    )
    rows = tuple(
        (
            each.kind,
            each.resolver.label,
            each.theme,
            len(each.trusts),
            _each_once(each.trusts),
            each.unresolved,
            each.show_stoppers,
            each.worst,
        )
        for each in gathered.groups
    )
    return Table("Barriers by who acts", columns, rows)


def _requests(gathered: ProgrammeReturn) -> Table:
    """Give each request once, with all the trusts that make it; the most wanted come first."""
    columns = (
        Column("Request", Kind.TEXT),
        Column("Trusts", Kind.WHOLE),
        Column("Made by", Kind.LINKS),
        Column("Barrier", Kind.LINKS),
        Column("Status", Kind.LINKS),
        Column("Answers", Kind.TEXT),
    )
    held: dict[str, list[RequestRow]] = {}
    for each in gathered.requests:
        held.setdefault(" ".join(each.request.casefold().split()), []).append(each)
    rows: list[tuple[CellValue, ...]] = [
        (
            same[0].request,
            len(_trusts_of(same)),
            _each_once(_trusts_of(same)),
            _each_once(each.barrier for each in same),
            _each_once(each.status.label for each in same),
            "\n".join(f"{each.trust}: {each.answer}" for each in same if each.answer),
        )
        for same in sorted(held.values(), key=lambda same: -len(_trusts_of(same)))
    ]
    return Table("Requests to Government", columns, tuple(rows))


def _trusts_of(requests: Iterable[RequestRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.trust for each in requests))


def _each_once(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))


def _support(gathered: ProgrammeReturn) -> Table:
    columns = (
        Column("Support", Kind.LINE),
        Column("Trusts", Kind.WHOLE),
        Column("Lines", Kind.WHOLE),
        Column("Counted against caps (£)", Kind.MONEY),
        Column("Spent so far (£)", Kind.MONEY),
    )
    rows: list[tuple[CellValue, ...]] = []
    for category in SupportCategory:
        held = [each for each in gathered.support if each.category is category]
        if held:
            sums = (sum(each.counted for each in held), sum(each.spent for each in held))
            lines = sum(each.lines for each in held)
            rows.append((category.label, len(held), lines, *map(in_pounds, sums)))
    return Table("Support bought", columns, tuple(rows))


def _forms(gathered: ProgrammeReturn) -> Table:
    columns = (
        Column("Form recommended", Kind.LINE),
        Column("Trusts", Kind.WHOLE),
        Column("Recommended by", Kind.LINKS),
    )
    held: dict[str, list[str]] = {}
    for each in gathered.trusts:
        held.setdefault(each.recommended, []).append(each.trust)
    most_first = sorted(held.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rows = tuple((form, len(trusts), _each_once(trusts)) for form, trusts in most_first)
    return Table("Forms recommended", columns, rows)


def _barriers(barriers: Sequence[BarrierRow]) -> Table:
    columns = (
        Column("Barrier", Kind.LINE),
        Column("Trust", Kind.LINE),
        Column("Who can remove it", Kind.LINE),
        Column("Who else must act", Kind.LINE),
        Column("Theme", Kind.LINE),
        Column("What stands in the way", Kind.TEXT),
        Column("What would remove or ease it", Kind.TEXT),
        Column("Likelihood", Kind.WHOLE),
        Column("Severity", Kind.WHOLE),
        Column("Bars an option", Kind.FLAG),
        Column("Status", Kind.LINE),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            each.title,
            each.trust,
            each.resolver.label,
            each.also_resolver.label if each.also_resolver else None,
            each.theme,
            each.description,
            each.mitigation,
            each.likelihood,
            each.severity,
            "Yes" if each.show_stopper else "No",
            each.status.label,
        )
        for each in barriers
    ]
    return Table("Barriers in full", columns, tuple(rows))
