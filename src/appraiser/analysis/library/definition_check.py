"""Whether an option is a mutual, by each definition: every test, who answered it, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import DefinitionAnswerId, OptionId
from appraiser.domain.options import DefinitionAnswer, Option
from appraiser.domain.term import Term
from appraiser.domain.terms import Answer

if TYPE_CHECKING:
    from appraiser.catalogue.definitions import Definition, DefinitionTest, Settles
    from appraiser.catalogue.loading import Catalogue


class DefinitionOutcome(Term):
    """What a definition says of an option."""

    MET = "met", "Met"
    NOT_MET = "not-met", "Not met"
    NOT_KNOWN = "not-known", "Not known yet"


class AnsweredBy(Term):
    """Who answered a test."""

    PERSON = "person", "Answered by the trust"
    FORM = "form", "Settled by the form"
    NOBODY = "nobody", "Not answered yet"


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test of a definition: the answer, who gave it and why."""

    __test__ = False  # not a test of the program

    test: str
    question: str
    answer: Answer
    by: AnsweredBy
    reason: str
    sources: tuple[str, ...] = ()
    """Ids of the catalogue's sources, where the form settles it."""
    given: DefinitionAnswerId | None = None
    """The person's own answer, where there is one."""
    overrules: bool = False
    """The person answers otherwise than the form would."""


@dataclass(frozen=True, slots=True)
class DefinitionResult:
    """One definition: met, not met, or not known, with all its tests in their order."""

    definition: str
    name: str
    dated: str
    use: str
    outcome: DefinitionOutcome
    tests: tuple[TestResult, ...]

    @property
    def failing(self) -> tuple[TestResult, ...]:
        """The tests that are answered no."""
        return tuple(each for each in self.tests if each.answer is Answer.NO)

    @property
    def unanswered(self) -> tuple[TestResult, ...]:
        """The tests to which nobody knows the answer."""
        return tuple(each for each in self.tests if each.answer is Answer.UNKNOWN)


def definition_results(
    appraisal: Appraisal, catalogue: Catalogue, option: OptionId
) -> tuple[DefinitionResult, ...]:
    """Hold an option against every definition of a public service mutual (domain.md 1.8).

    A person's yes or no counts; without one, what the form settles counts; else the test is
    unanswered. One no is enough for not met, and a yes to every test is needed for met. Raises
    `Problem` where there is no such option.
    """
    found = appraisal.option(option)
    given = {
        (each.definition, each.test): each
        for each in appraisal.definition_answers
        if each.option == option
    }
    return tuple(
        _result(catalogue, found, definition, given)
        for definition in catalogue.definitions.values()
    )


Given = dict[tuple[str, str], DefinitionAnswer]


def _result(
    catalogue: Catalogue, option: Option, definition: Definition, given: Given
) -> DefinitionResult:
    tests = tuple(
        _tested(test, _settling(catalogue, option, test), given.get((definition.id, test.id)))
        for test in definition.tests
    )
    answers = {each.answer for each in tests}
    outcome = DefinitionOutcome.MET
    if Answer.NO in answers:
        outcome = DefinitionOutcome.NOT_MET
    elif Answer.UNKNOWN in answers:
        outcome = DefinitionOutcome.NOT_KNOWN
    return DefinitionResult(
        definition.id, definition.name, definition.dated, definition.use.text, outcome, tests
    )


def _tested(
    test: DefinitionTest, settled: Settles | None, given: DefinitionAnswer | None
) -> TestResult:
    own = given.reason.strip() if given else ""
    name = given.id if given else None
    if given is not None and given.answer is not Answer.UNKNOWN:
        overrules = settled is not None and settled.answer is not given.answer
        by = AnsweredBy.PERSON
        return TestResult(
            test.id, test.question, given.answer, by, own, given=name, overrules=overrules
        )
    if settled is not None:
        reason = settled.reason
        by = AnsweredBy.FORM
        return TestResult(
            test.id, test.question, settled.answer, by, reason.text, reason.sources, name
        )
    return TestResult(test.id, test.question, Answer.UNKNOWN, AnsweredBy.NOBODY, own, given=name)


def _settling(catalogue: Catalogue, option: Option, test: DefinitionTest) -> Settles | None:
    """Give what a form settles of a test; one that names the form goes before one for many."""
    form = catalogue.forms.get(option.form)
    stays = form.stays_in_nhs if form else option.stays_in_nhs or None
    named = (each for each in test.settled if option.form in each.forms)
    wide = (each for each in test.settled if stays is not None and each.stays_in_nhs is stays)
    return next(named, None) or next(wide, None)
