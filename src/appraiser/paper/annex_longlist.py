"""Part of annex D: how the longlist was narrowed, whether options are mutuals, and precedents."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.options import FactorMark
from appraiser.paper.blocks import Block, Column, Heading, Row, Table
from appraiser.paper.material import Material, name, whole_name
from appraiser.paper.wording import sentence


def longlist(matter: Material) -> Iterator[Block]:
    """Give the options framework, the success factors, the definition tests and precedents."""
    appraisal = matter.appraisal
    if appraisal.framework_choices or appraisal.success_factors:
        yield Heading(2, "How the longlist was narrowed", "longlist")
    if appraisal.framework_choices:
        yield _framework(matter)
    if appraisal.factor_marks:
        yield _factors(matter)
    if appraisal.definition_answers:
        yield Heading(2, "Is it a mutual?", "definitions")
        yield _definitions(matter)
    if appraisal.precedent_uses:
        yield Heading(2, "Who went before", "precedents")
        yield _precedents(matter)


def _framework(matter: Material) -> Table:
    return Table(
        "The options framework",
        (
            Column("Choice", 3.2),
            Column("Of what", 1.7),
            Column("Verdict", 1.8),
            Column("Reason", 3.8),
        ),
        tuple(
            Row(
                (
                    whole_name(each, "A choice without a name"),
                    each.framework.label,
                    each.verdict.label,
                    sentence(each.reason) or "No reason has been given.",
                )
            )
            for each in matter.appraisal.framework_choices
        ),
        "framework",
    )


def _factors(matter: Material) -> Table:
    """Give the marks by option: each factor with its mark and reason in one cell."""
    factors = {each.id: name(each, "A factor") for each in matter.appraisal.success_factors}
    marks: dict[str, list[FactorMark]] = {}
    for mark in matter.appraisal.factor_marks:
        marks.setdefault(mark.option, []).append(mark)
    return Table(
        "Options against the critical success factors",
        (Column("Option", 2.4), Column("How it does on each factor", 7)),
        tuple(
            Row(
                (
                    whole_name(option, "An option without a name"),
                    "\n".join(
                        f"{factors[mark.factor]}: {mark.result.inline}. {sentence(mark.reason)}"
                        for mark in marks[option.id]
                    ),
                )
            )
            for option in matter.appraisal.options
            if option.id in marks
        ),
        "success-factors",
    )


def _definitions(matter: Material) -> Table:
    known = matter.catalogue.definitions
    rows = []
    for each in matter.appraisal.definition_answers:
        definition = known.get(each.definition)
        tests = {test.id: test.question for test in definition.tests} if definition else {}
        rows.append(
            Row(
                (
                    matter.option(each.option),
                    "\n".join(
                        (
                            definition.name if definition else each.definition,
                            tests.get(each.test, each.test),
                        )
                    ),
                    each.answer.label,
                    sentence(each.reason),
                )
            )
        )
    return Table(
        "The tests of what counts as a mutual, as the trust answered them",
        (Column("Option", 2.2), Column("Test", 4), Column("Answer", 1), Column("Reason", 3)),
        tuple(rows),
        "definitions",
    )


def _precedents(matter: Material) -> Table:
    known = matter.catalogue.precedents
    return Table(
        "Precedents this appraisal leans on",
        (Column("Precedent", 2.6), Column("For", 2.4), Column("What it shows", 5)),
        tuple(
            Row(
                (
                    known[each.precedent].name if each.precedent in known else each.precedent,
                    matter.option(each.option) if each.option else "The whole appraisal",
                    sentence(each.lesson) or "Not yet said",
                )
            )
            for each in matter.appraisal.precedent_uses
        ),
        "precedents",
    )
