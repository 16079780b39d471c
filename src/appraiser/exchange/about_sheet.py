"""What stands on the first sheet: whose appraisal it is, what it asks, how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.written import (
    date_and_time,
    long_date,
    percent,
    plain_number,
    pounds_and_pence,
)
from appraiser.exchange.notices import verdict_rule, verdict_words
from appraiser.exchange.tables import Column, Table, cell_value, names_of

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

_COLUMNS = (Column("What", Kind.LINE), Column("It says", Kind.TEXT))
_PARTS = ("trust", "question", "programme", "weighting", "scoring", "support_plan")


def about_table(appraisal: Appraisal, results: Results, catalogue: Catalogue) -> Table:
    """Give what is known of the trust, the question and the working, and how old the law is."""
    rows = (*_parts(appraisal), *_working(appraisal, results), *_vintages(catalogue))
    return Table("About", _COLUMNS, tuple(row for row in rows if row[1]))


def _parts(appraisal: Appraisal) -> Iterator[tuple[str, str]]:
    names = names_of(appraisal)
    for name in _PARTS:
        part = getattr(appraisal, name)
        for spec in specs(type(part)).values():
            yield spec.label, _written(spec, getattr(part, spec.name), names)


def _written(spec: FieldSpec, value: Any, names: Mapping[str, Mapping[str, str]]) -> str:
    if value is None:
        return ""
    match spec.kind:
        case Kind.MONEY:
            return pounds_and_pence(value)
        case Kind.PERCENT:
            return percent(value)
        case Kind.NUMBER | Kind.WHOLE:
            return plain_number(value)
        case Kind.DATE:
            return long_date(value)
        case _:
            return str(cell_value(spec, value, names))


def _working(appraisal: Appraisal, results: Results) -> Iterator[tuple[str, str]]:
    yield "Verdict", verdict_words(appraisal, results)
    yield "Rule of the verdict", verdict_rule(results)
    for seal in appraisal.seals:
        sealed = date_and_time(seal.sealed_at) if seal.sealed_at else "at an unknown time"
        yield "Weights sealed", f"{sealed} by {seal.sealed_by or 'somebody not named'}"
        if seal.broken_at:
            yield "Seal broken", f"{date_and_time(seal.broken_at)}: {seal.broken_reason}"
    if results.robustness is not None:
        found = results.robustness
        yield "Draws", f"{found.draws:,} weightings, seed {found.seed}"
    yield "Id of the appraisal", appraisal.id


def _vintages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for each in catalogue.vintages:
        own = f", with the trust's own of {each.own}" if each.own else ""
        subject = each.subject.replace("_", " ")
        yield f"Reference data: {subject}", f"{each.dated}{own}"
