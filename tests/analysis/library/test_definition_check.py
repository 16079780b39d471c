"""Is it a mutual? Each definition's tests, who answers them, and which one fails."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel, retained

from appraiser.analysis.library.definition_check import (
    AnsweredBy,
    DefinitionOutcome,
    DefinitionResult,
    definition_results,
)
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.ids import DefinitionAnswerId, OptionId
from appraiser.domain.options import DefinitionAnswer, Option
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Answer
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

X = OptionId("x")
Given = tuple[str, str, Answer]


def results(catalogue: Catalogue, option: Option, *given: Given) -> dict[str, DefinitionResult]:
    answers = tuple(
        DefinitionAnswer(
            id=DefinitionAnswerId(f"a{at}"),
            option=X,
            definition=definition,
            test=test,
            answer=answer,
            reason=f"Because of {test}.",
        )
        for at, (definition, test, answer) in enumerate(given)
    )
    appraisal = replace(panel([1.0], {}), options=(option,), definition_answers=answers)
    return {each.definition: each for each in definition_results(appraisal, catalogue, X)}


def failing(result: DefinitionResult) -> list[str]:
    return [each.test for each in result.failing]


def test_there_are_four_definitions_and_every_test_is_asked(catalogue) -> None:
    found = results(catalogue, retained("x", form="co-operative-society"))

    assert list(found) == ["cabinet-office", "pathfinder-2014", "dcms", "procurement-act"]
    assert all(each.outcome is DefinitionOutcome.NOT_KNOWN for each in found.values())
    assert all(len(each.unanswered) == len(each.tests) for each in found.values())
    assert all(each.by is AnsweredBy.NOBODY for each in found["dcms"].tests)


def test_ft_plus_fails_the_strict_definitions_by_name_and_is_left_open_by_the_programmes(
    catalogue,
) -> None:
    """FT plus never leaves the public sector, so it fails the strict test (domain.md 1.8)."""
    found = results(catalogue, retained("x", form="ft-plus"))

    assert failing(found["cabinet-office"]) == ["left-public-sector"]
    assert failing(found["dcms"]) == ["left-public-sector"]
    assert failing(found["procurement-act"]) == ["employee-control"]
    assert found["cabinet-office"].outcome is DefinitionOutcome.NOT_MET
    assert found["cabinet-office"].failing[0].reason == "It stays an NHS body."
    programme = found["pathfinder-2014"]
    assert programme.outcome is DefinitionOutcome.NOT_KNOWN
    assert [each.test for each in programme.unanswered] == ["public-services"]
    control = programme.tests[1]
    assert (control.answer, control.by) == (Answer.YES, AnsweredBy.FORM)
    assert control.sources == ("hsj-2014-workshop", "hsj-2015-tax-barriers")


def test_ft_plus_meets_the_programmes_definition_once_the_rest_is_answered(catalogue) -> None:
    found = results(
        catalogue,
        retained("x", form="ft-plus"),
        ("pathfinder-2014", "public-services", Answer.YES),
    )["pathfinder-2014"]

    assert found.outcome is DefinitionOutcome.MET
    assert (found.failing, found.unanswered) == ((), ())
    assert found.tests[0].by is AnsweredBy.PERSON
    assert found.tests[0].reason == "Because of public-services."


def test_a_charity_fails_the_test_of_employee_control(catalogue) -> None:
    option = retained("x", form="charity", stays_in_nhs=False)
    found = results(catalogue, option)

    assert failing(found["cabinet-office"]) == ["employee-control"]
    assert failing(found["procurement-act"]) == ["employee-control"]
    assert found["dcms"].outcome is DefinitionOutcome.NOT_KNOWN


def test_a_person_overrules_what_the_form_settles_and_it_is_said(catalogue) -> None:
    option = retained("x", form="charity", stays_in_nhs=False)
    found = results(catalogue, option, ("cabinet-office", "employee-control", Answer.YES))

    test = found["cabinet-office"].tests[2]
    assert (test.answer, test.by, test.overrules) == (Answer.YES, AnsweredBy.PERSON, True)
    same = results(catalogue, option, ("cabinet-office", "employee-control", Answer.NO))
    assert not same["cabinet-office"].tests[2].overrules


def test_a_person_who_does_not_know_leaves_it_to_the_form_or_open_with_the_reason(
    catalogue,
) -> None:
    unsure = ("cabinet-office", "left-public-sector", Answer.UNKNOWN)
    plus = results(catalogue, retained("x", form="ft-plus"), unsure)["cabinet-office"].tests[0]
    venture = retained("x", form="joint-venture", stays_in_nhs=False)
    open_ = results(catalogue, venture, unsure)["cabinet-office"].tests[0]

    assert (plus.answer, plus.by, plus.given) == (Answer.NO, AnsweredBy.FORM, "a0")
    assert (open_.answer, open_.by) == (Answer.UNKNOWN, AnsweredBy.NOBODY)
    assert open_.reason == "Because of left-public-sector."


def test_without_a_form_what_the_option_says_of_itself_counts(catalogue) -> None:
    stays = results(catalogue, retained("x", form=""))
    leaves = results(catalogue, retained("x", form="", stays_in_nhs=False))

    assert failing(stays["cabinet-office"]) == ["left-public-sector"]
    assert leaves["cabinet-office"].outcome is DefinitionOutcome.NOT_KNOWN
    assert failing(leaves["cabinet-office"]) == []


def test_leicesters_own_answers_say_which_option_is_a_mutual_by_which_definition(
    catalogue,
) -> None:
    leicester = read_appraisal(sample("leicester"))

    def outcome(option: str, definition: str) -> DefinitionOutcome:
        found = definition_results(leicester, catalogue, OptionId(option))
        return next(each.outcome for each in found if each.definition == definition)

    assert outcome("orthopaedics-cic", "cabinet-office") is DefinitionOutcome.MET
    assert outcome("ft-plus", "cabinet-office") is DefinitionOutcome.NOT_MET
    assert outcome("ft-plus", "pathfinder-2014") is DefinitionOutcome.MET
    assert outcome("joint-venture", "cabinet-office") is DefinitionOutcome.NOT_MET
    assert outcome("orthopaedics-cic", "dcms") is DefinitionOutcome.NOT_KNOWN


def test_an_option_nobody_knows_is_refused(catalogue) -> None:
    with pytest.raises(Problem, match="There is no option with the id"):
        definition_results(panel([1.0], {}), catalogue, OptionId("nobody"))
