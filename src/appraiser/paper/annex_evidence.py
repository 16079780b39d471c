"""The annex on evidence: readiness, measures, benefits, the longlist and sources."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.sources import Source
from appraiser.domain.terms import Readiness
from appraiser.domain.trust import Measure
from appraiser.domain.written import plain_number, pounds, short_date
from appraiser.paper.about_words import about_words
from appraiser.paper.annex_longlist import longlist
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import given, sentence


def annex_evidence(matter: Material) -> Iterator[Block]:
    """Give the annex on evidence."""
    yield Heading(1, "Evidence and sources", key_of("evidence"))
    yield from _readiness(matter)
    yield from _measures(matter)
    yield from _benefits(matter)
    yield from longlist(matter)
    yield from _sources(matter)


def _readiness(matter: Material) -> Iterator[Block]:
    yield Heading(2, "Readiness", "readiness")
    answers = matter.appraisal.readiness_answers
    if not answers:
        words = matter.none_of("readiness_answers", "No readiness test has been set.")
        yield paragraph("annex-evidence.readiness", words)
        return
    outcome = matter.results.readiness.outcome
    said = {
        None: "The readiness tests have not all been answered, so together they say nothing yet.",
        Readiness.GO: "The readiness tests together say go.",
        Readiness.CONDITIONS: "The readiness tests together say go, with conditions.",
        Readiness.PAUSE: "The readiness tests together say pause.",
    }[outcome]
    yield paragraph("annex-evidence.readiness", said)
    yield Table(
        "Readiness tests",
        (Column("Test", 2), Column("Answer", 1.8), Column("Why, and on what conditions", 5)),
        tuple(
            Row(
                (
                    each.test.label,
                    each.answer.label if each.answer else "Not yet answered",
                    "\n".join(
                        [
                            sentence(each.reason) or "No reason has been given.",
                            *([f"Conditions: {sentence(each.conditions)}"] * bool(each.conditions)),
                            *([f"Evidence: {sentence(each.evidence)}"] * bool(each.evidence)),
                        ]
                    ),
                )
            )
            for each in answers
        ),
        "readiness",
    )


def _measures(matter: Material) -> Iterator[Block]:
    yield Heading(2, "Measures", "measures")
    if not matter.appraisal.measures:
        words = matter.none_of("measures", "No measure has been given yet.")
        yield paragraph("annex-evidence.measures", words)
        return
    yield Table(
        "Measures, each with its scale and year",
        (
            Column("Measure", 3.2),
            Column("Value", 1.2),
            Column("Scale", 2),
            Column("Year", 1.3),
            Column("For comparison", 2.4),
        ),
        tuple(
            Row(
                (
                    f"{whole_name(each, each.kind.label)}\n{each.note}",
                    _value(each),
                    given(each.scale),
                    given(each.year),
                    _beside(each),
                )
            )
            for each in matter.appraisal.measures
        ),
        "measures",
    )


def _value(measure: Measure) -> str:
    if measure.value is not None:
        return plain_number(measure.value)
    return given(measure.rating)


def _beside(measure: Measure) -> str:
    if measure.comparator is None:
        return "None given"
    return f"{plain_number(measure.comparator)}\n{measure.comparator_name}"


def _benefits(matter: Material) -> Iterator[Block]:
    yield Heading(2, "Benefits sought", "benefits")
    if not matter.appraisal.benefits:
        words = matter.none_of("benefits", "No benefit has been named yet.")
        yield paragraph("annex-evidence.benefits", words)
        return
    yield Table(
        "Benefits, and how far the evidence for each can be leant on",
        (
            Column("Benefit", 3.6),
            Column("Kind", 1.7),
            Column("Evidence", 3.6),
            Column("Options that bring it", 2.4),
        ),
        tuple(
            Row(
                (
                    f"{whole_name(each, 'A benefit without a name')}\n{each.description}",
                    each.kind.label
                    + (f"\n{pounds(each.yearly_value)} a year" if each.yearly_value else ""),
                    f"{each.strength.label}\n{each.evidence}",
                    matter.options(each.options) or "None named",
                )
            )
            for each in matter.appraisal.benefits
        ),
        "benefits",
    )


def _sources(matter: Material) -> Iterator[Block]:
    yield Heading(2, "Sources", "sources")
    sources = matter.appraisal.sources
    if not sources:
        words = matter.none_of("sources", "No source has been given yet.")
        yield paragraph("annex-evidence.sources", words)
        return
    cited: dict[str, list[str]] = {}
    for each in matter.appraisal.citations:
        cited.setdefault(each.source, []).append(about_words(matter.appraisal, each.about))
    yield Table(
        "What rests on what",
        (Column("Source", 4.4), Column("Standing", 1.6), Column("What rests on it", 4.4)),
        tuple(
            Row(
                (
                    "\n".join(_source(each)),
                    each.standing.label,
                    "; ".join(dict.fromkeys(cited.get(each.id, ()))) or "Nothing is tied to it",
                )
            )
            for each in sources
        ),
        "sources",
    )


def _source(source: Source) -> Iterator[str]:
    yield whole_name(source, "A source without a title")
    dated = short_date(source.dated) if source.dated else ""
    line = ", ".join(each for each in (source.publisher.strip(), dated) if each)
    yield from (each for each in (line, source.address, source.note) if each.strip())
