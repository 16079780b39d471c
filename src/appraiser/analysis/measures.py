"""Whether two measures may be compared, and how far they are apart where they may."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.term import Term, in_sentence
from appraiser.domain.terms import Stage
from appraiser.domain.trust import Measure
from appraiser.domain.written import listed, plain_number

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue
    from appraiser.catalogue.measure_scales import MeasureScale


class Unlike(Term):
    """Why two figures are not compared."""

    KIND = "kind", "They measure different things"
    SCALE = "scale", "They are on different scales"
    SCALE_UNKNOWN = "scale-unknown", "A scale is not given"
    BETWEEN = "between", "They may not be compared between organisations"
    NO_NUMBER = "no-number", "There is no number to compare"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two figures, or the one reason why there is none."""

    difference: float | None
    """The first less the second, on their scale; None where they are not compared."""
    unlike: Unlike | None
    refusal: str
    """The reason in a sentence, empty where they are compared."""
    cautions: tuple[str, ...]
    """What to mind in reading the difference, a sentence each."""
    sources: tuple[str, ...]
    """Ids of the catalogue's sources for the refusal or the cautions."""


class _Figure(NamedTuple):
    """A number with what says whether it may be set beside another."""

    measure: Measure
    value: float | None
    scale: MeasureScale | None
    """None where the scale is not one that the catalogue knows."""
    key: str
    """The same for two figures on one scale; empty where no scale is given."""
    year: str
    elsewhere: bool = False
    """It is another organisation's."""


def compare_measures(one: Measure, other: Measure, catalogue: Catalogue) -> Comparison:
    """Take one measure of a trust from another of the same trust, or say why not.

    Refused are different kinds and scales, scales that are not given, and ratings in words;
    different years are compared with a caution (domain.md section 5).
    """
    return _compared(_own(one, catalogue), _own(other, catalogue))


def compare_with_comparator(
    measure: Measure, catalogue: Catalogue, trust: str = ""
) -> Comparison | None:
    """Take the figure given beside a measure from it, or say why not; None if none is given.

    That figure is on the measure's own scale unless its name says another, or it cannot stand
    there. It is another organisation's unless its name says that it is the trust's own; `trust`
    is the trust's name.
    """
    if measure.comparator is None:
        return None
    own = _own(measure, catalogue)
    said = _scale_in(measure.comparator_name, measure, catalogue)
    year = _YEAR.search(measure.comparator_name)
    beside = own._replace(
        value=measure.comparator,
        scale=said or own.scale,
        key=said.id if said else own.key,
        year=_year(year[0]) if year else own.year,
        elsewhere=not _is_own(measure.comparator_name, trust),
    )
    return _compared(own, beside)


def measure_findings(appraisal: Appraisal, catalogue: Catalogue) -> Iterator[Finding]:
    """Find measures without scale or year, what is off its scale and comparisons refused."""
    for measure in appraisal.measures:
        name = named(measure)
        for field in ("scale", "year"):
            if not getattr(measure, field).strip():
                words = f'Give the {field} of "{name}", so that it is never compared with unlike.'
                yield _finding(f"measure-{field}", Severity.MISSING, words, measure, field)
        yield from _off_scale(measure, name, catalogue)
        found = compare_with_comparator(measure, catalogue, appraisal.trust.name)
        if found is not None and found.unlike in {Unlike.SCALE, Unlike.BETWEEN}:
            beside = measure.comparator_name.strip() or "the figure given beside it"
            words = f'"{name}" cannot be compared with "{beside}". {found.refusal}'
            yield _finding("comparator-unlike", Severity.WARNING, words, measure, "comparator")


def _off_scale(measure: Measure, name: str, catalogue: Catalogue) -> Iterator[Finding]:
    scale = _scale_in(measure.scale, measure, catalogue)
    if scale is None:
        return
    if measure.value is not None and not scale.holds(measure.value):
        words = (
            f'"{name}" is {plain_number(measure.value)}, which cannot stand on its scale, '
            f"{in_sentence(scale.name)}."
        )
        yield _finding("measure-off-scale", Severity.ERROR, words, measure, "value")
    rating = measure.rating.strip()
    if rating and scale.levels and rating.casefold() not in map(str.casefold, scale.levels):
        words = f'"{name}" is "{rating}", which is none of {listed(scale.levels)}.'
        yield _finding("measure-off-scale", Severity.WARNING, words, measure, "rating")


def _finding(code: str, severity: Severity, words: str, measure: Measure, field: str) -> Finding:
    return Finding(code, severity, Stage.TRUST, words, Ref("measures", measure.id), field)


def _compared(one: _Figure, other: _Figure) -> Comparison:
    """Give the difference, or the first of the reasons against it."""
    first, second = one.measure.kind, other.measure.kind
    if first is not second:
        words = f"They measure different things: {first.inline} and {second.inline}."
        return _refused(Unlike.KIND, words)
    values = [each.value for each in (one, other) if each.value is not None]
    if len(values) < len((one, other)):
        return _refused(Unlike.NO_NUMBER, _why_no_number(one, other))
    difference = values[0] - values[1]
    if not math.isfinite(difference):
        return _refused(Unlike.NO_NUMBER, "One of them is no number that means anything.")
    refused = _other_scale(one, other) or _not_between(one, other)
    return refused or Comparison(difference, None, "", *_cautions(one, other))


def _why_no_number(one: _Figure, other: _Figure) -> str:
    if one.measure.rating.strip() and other.measure.rating.strip():
        return "Ratings in words have no difference; read them side by side."
    return "One of them has no number."


def _other_scale(one: _Figure, other: _Figure) -> Comparison | None:
    if not (one.key and other.key):
        unsaid = other if one.key else one
        words = f'The scale of "{named(unsaid.measure)}" is not given.'
        return _refused(Unlike.SCALE_UNKNOWN, words)
    if one.key != other.key:
        words = f"They are on different scales: {_scale(one)} and {_scale(other)}."
        sources = (each.scale.use.sources for each in (one, other) if each.scale)
        return _refused(Unlike.SCALE, words, *sources)
    for figure in (one, other):
        scale, value = figure.scale, figure.value
        if scale is not None and value is not None and not scale.holds(value):
            words = (
                f"{plain_number(value)} cannot stand on the scale {in_sentence(scale.name)}, so "
                "it is on another or mistyped."
            )
            return _refused(Unlike.SCALE, words, scale.use.sources)
    return None


def _not_between(one: _Figure, other: _Figure) -> Comparison | None:
    barred = one.scale.not_between if one.scale is not None else None
    if barred is None or not other.elsewhere:
        return None
    words = f"{one.measure.kind.label} is not compared between trusts, because {barred.text}"
    return _refused(Unlike.BETWEEN, words, barred.sources)


def _cautions(one: _Figure, other: _Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what to mind, a sentence each, and the ids of the sources for it."""
    said: list[str] = []
    if not (one.year and other.year):
        said.append("The year is not given.")
    elif one.year != other.year:
        said.append(f"The years differ: {one.year} and {other.year}.")
    caution = one.scale.caution if one.scale is not None else None
    if caution is not None:
        said.append(caution.text)
    return tuple(said), caution.sources if caution is not None else ()


def _refused(unlike: Unlike, words: str, *sources: Iterable[str]) -> Comparison:
    return Comparison(None, unlike, words, (), tuple(dict.fromkeys(chain(*sources))))


def _own(measure: Measure, catalogue: Catalogue) -> _Figure:
    from appraiser.catalogue.measure_scales import scale_key  # not read at the program's start

    scale = _scale_in(measure.scale, measure, catalogue)
    key = scale.id if scale is not None else scale_key(measure.scale)
    return _Figure(measure, measure.value, scale, key, _year(measure.year))


def _scale_in(text: str, measure: Measure, catalogue: Catalogue) -> MeasureScale | None:
    from appraiser.catalogue.measure_scales import scale_called  # not read at the program's start

    return scale_called(catalogue.measure_scales.values(), measure.kind, text)


def _scale(figure: _Figure) -> str:
    return in_sentence(figure.scale.name if figure.scale else figure.measure.scale.strip())


_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-/\u2013]\s*(?:\d{4}|\d\d)\b)?")


def _year(text: str) -> str:
    """Give the year that a text names, as 2014 or 2014-15; all of it where it names none."""
    found = _YEAR.search(text)
    if found is None:
        return text.strip()
    first, *second = re.split(r"\s*[-/\u2013]\s*", found[0])
    return f"{first}-{second[0][-2:]}" if second else first


_OWN = re.compile(r"\b(?:the same|this|our|the) (?:own )?(?:trust|service|organisation)\b")


def _is_own(name: str, trust: str) -> bool:
    """Tell whether the name of a figure says that it is the trust's own."""
    said, known = name.casefold(), trust.strip().casefold()
    return bool(_OWN.search(said)) or bool(known and known in said)
