"""Part of the annex on evidence: the longlist, which options are mutuals, precedents."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.library.definition_check import DefinitionOutcome, DefinitionResult
from appraiser.domain.ids import OptionId
from appraiser.domain.options import FactorMark
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
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
    if any(matter.results.definitions.values()):
        yield Heading(2, "Is it a mutual?", "definitions")
        yield from _mutuals(matter)
    if appraisal.definition_answers:
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


def _mutuals(matter: Material) -> Iterator[Block]:
    """Give what each definition says of each option, and which tests are failed by which."""
    found = matter.results.definitions
    yield paragraph(
        "annex-evidence.definitions",
        "Mutual is not a term protected by law, so each option is held against every definition "
        "that has been in use. The trust's own answer to a test counts; without one, what the form "
        "itself settles.",
    )
    yield Table(
        "Options against the definitions of a public service mutual",
        (Column("Option", 2.6), *(Column(each.label, 2.4) for each in DefinitionOutcome)),
        tuple(
            Row(
                (
                    matter.option(option),
                    *(
                        "\n".join(_called(each) for each in held if each.outcome is outcome)
                        or "None"
                        for outcome in DefinitionOutcome
                    ),
                )
            )
            for option, held in found.items()
        ),
        "definition-outcomes",
    )
    yield from _failed(matter)


def _failed(matter: Material) -> Iterator[Table]:
    """Give each test that is failed, and the options that fail it."""
    failed: dict[tuple[str, str], list[OptionId]] = {}
    for option, held in matter.results.definitions.items():
        for each in held:
            for test in each.failing:
                failed.setdefault((_called(each), test.question), []).append(option)
    if failed:
        yield Table(
            "The tests that are failed",
            (Column("Definition", 3), Column("Test", 3.6), Column("Options that fail it", 3.4)),
            tuple(
                Row((definition, question, matter.options(options)))
                for (definition, question), options in failed.items()
            ),
            "definition-failures",
        )


def _called(result: DefinitionResult) -> str:
    return f"{result.name}, {result.dated}"


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
