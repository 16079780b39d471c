"""Pension access and clinical negligence cover, by who pays and by how staff move."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from tests.analysis.making import panel, retained

from appraiser.analysis.library.inherits import (
    InheritedAnswer,
    InheritedByIncome,
    council_share,
    inherits_by_income,
)
from appraiser.catalogue.income import Cover, Matter, Payer
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.ids import OptionId, ServiceLineId
from appraiser.domain.sources import Standing
from appraiser.domain.terms import Inheritance, Scope, TransferRoute
from appraiser.domain.trust import Question, ServiceLine, Trust

X = OptionId("x")
TODAY = date(2026, 11, 26)
MOVED, CHOSE, NOBODY = TransferRoute.COMPULSORY, TransferRoute.VOLUNTARY, TransferRoute.NONE


def inherited(
    catalogue: Catalogue,
    form: str = "cic-guarantee",
    route: TransferRoute | None = CHOSE,
    council: float | None = 18.0,
    on: date | None = TODAY,
) -> InheritedByIncome:
    option = retained("x", form=form, stays_in_nhs=False, transfer=route)
    appraisal = replace(
        panel([1.0], {}),
        options=(option,),
        trust=Trust(council_income=council),
        question=Question(rules_date=on),
    )
    found = inherits_by_income(appraisal, catalogue, X)
    assert found is not None
    return found


def answers(found: InheritedByIncome, matter: Matter) -> list[InheritedAnswer]:
    return [each for each in found.answers if each.matter is matter]


def test_cover_is_split_where_income_is_mixed_and_council_work_has_none(catalogue) -> None:
    """CNST is for contracts with NHS commissioners only (domain.md 2.1, 3 row 7)."""
    found = inherited(catalogue)
    nhs, council = answers(found, Matter.INDEMNITY)

    assert found.mixed
    assert (nhs.payers, nhs.covers) == ((Payer.NHS,), Cover.CONDITIONS)
    assert nhs.share == pytest.approx(0.82)
    assert (council.payers, council.covers) == ((Payer.COUNCIL,), Cover.NO)
    assert council.share == pytest.approx(0.18)
    assert council.sources == ("cnst",)
    assert "quotation" in council.todo


def test_pension_access_of_staff_who_choose_to_move_depends_on_who_pays(catalogue) -> None:
    """Access from 1 April 2014 is for staff on NHS clinical contracts (domain.md 2.1)."""
    nhs, council = answers(inherited(catalogue), Matter.PENSION)

    assert (nhs.covers, nhs.standing) == (Cover.CONDITIONS, Standing.PUBLISHED)
    assert (council.covers, council.standing) == (Cover.NO, Standing.JUDGEMENT)


def test_pension_of_staff_moved_by_law_is_one_answer_for_all_the_work(catalogue) -> None:
    """New Fair Deal covers compulsory transfers (domain.md 2.1, 3 row 3)."""
    (only,) = answers(inherited(catalogue, route=MOVED), Matter.PENSION)

    assert only.payers == (Payer.NHS, Payer.COUNCIL)
    assert (only.share, only.routes) == (1.0, (MOVED,))
    assert "New Fair Deal" in only.text


def test_until_it_is_said_how_staff_move_both_ways_are_answered(catalogue) -> None:
    found = inherited(catalogue, route=None)

    assert found.route is None
    assert {route for each in found.answers for route in each.routes} == {MOVED, CHOSE}
    assert len(answers(found, Matter.PENSION)) == 3


def test_where_nobody_moves_staff_stay_in_the_scheme_with_the_trust(catalogue) -> None:
    (only,) = answers(inherited(catalogue, route=NOBODY), Matter.PENSION)
    assert (only.covers, only.standing) == (Cover.YES, Standing.JUDGEMENT)


@pytest.mark.parametrize(("council", "payer"), [(0.0, Payer.NHS), (100.0, Payer.COUNCIL)])
def test_with_one_kind_of_payer_there_is_no_split(catalogue, council: float, payer: Payer) -> None:
    found = inherited(catalogue, council=council)

    assert not found.mixed
    assert {each.payers for each in found.answers} == {(payer,)}
    assert {each.share for each in found.answers} == {1.0}


def test_an_unknown_split_is_answered_for_both_without_a_share(catalogue) -> None:
    found = inherited(catalogue, council=None)

    assert found.mixed
    assert [each.share for each in answers(found, Matter.INDEMNITY)] == [None, None]


def test_an_nhs_body_keeps_both_whoever_pays(catalogue) -> None:
    for form in ("ft-plus", "internal-autonomous-unit", "nhs-trust"):
        found = inherited(catalogue, form, MOVED)
        assert [each.covers for each in found.answers] == [Cover.YES, Cover.YES]
        assert {each.routes for each in found.answers} == {(NOBODY,)}
        assert found.stays_in_nhs


def test_a_form_that_passes_through_two_classes_has_the_answers_of_both(catalogue) -> None:
    found = inherited(catalogue, "joint-venture")
    bodies = {each.body for each in answers(found, Matter.INDEMNITY)}

    assert bodies == {Inheritance.OWNED_COMPANY, Inheritance.INDEPENDENT}
    company = next(
        each for each in answers(found, Matter.INDEMNITY) if each.body is Inheritance.OWNED_COMPANY
    )
    assert (company.covers, company.standing) == (Cover.NOT_KNOWN, Standing.UNCONFIRMED)


def test_before_the_schemes_opened_the_library_has_no_answer(catalogue) -> None:
    found = inherited(catalogue, on=date(2012, 1, 1))

    assert {each.covers for each in found.answers} == {Cover.NOT_KNOWN}
    assert {each.text for each in found.answers} == {
        "The library has nothing on this for the date of the law."
    }


def test_without_a_date_every_answer_holds(catalogue) -> None:
    assert inherited(catalogue, on=None).answers == inherited(catalogue).answers


def test_every_body_payer_and_route_has_exactly_one_answer_today(catalogue) -> None:
    for matter, *work in product(Matter, Inheritance, Payer, TransferRoute):
        found = [
            each.id
            for each in catalogue.by_income.values()
            if each.matter is matter and each.holds(TODAY) and each.to(*work)
        ]
        assert len(found) == 1, (matter, work, found)


def test_a_form_that_is_not_in_the_library_has_no_answers(catalogue) -> None:
    appraisal = replace(panel([1.0], {}), options=(retained("x", form="odd"),))
    assert inherits_by_income(appraisal, catalogue, X) is None


# The share of councils


def lines(*shares_and_incomes: tuple[float | None, int | None]) -> tuple[ServiceLine, ...]:
    return tuple(
        ServiceLine(id=ServiceLineId(f"s{at}"), council_income=share, income=income)
        for at, (share, income) in enumerate(shares_and_incomes)
    )


@pytest.mark.parametrize(
    ("services", "share"),
    [
        ([(9.0, None)], 0.09),
        ([(20.0, 100), (50.0, 300)], 0.425),
        ([(20.0, None), (20.0, 300)], 0.2),
        ([(20.0, None), (50.0, 300)], None),
        ([(20.0, 0), (50.0, 300)], None),
        ([(None, 100), (50.0, 300)], None),
        ([], 0.18),
    ],
)
def test_the_share_is_that_of_the_service_lines_by_their_income_or_of_the_trust(
    services, share
) -> None:
    made = lines(*services)
    option = retained("x", scope=Scope.SERVICE_LINE, service_lines=tuple(each.id for each in made))
    appraisal = replace(
        panel([1.0], {}), trust=Trust(council_income=18.0), service_lines=made, options=(option,)
    )

    found = council_share(appraisal, option)

    assert found is None if share is None else found == pytest.approx(share)
