"""Benefits by type and by year, as the Comprehensive Investment Appraisal model lists them."""

from dataclasses import replace

import pytest
from tests.analysis.money.costed import X, benefit, costed, costing

from appraiser.analysis.money.benefit_lines import BenefitLine, benefit_lines
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import BenefitKind, EvidenceStrength


def only(appraisal: Appraisal) -> BenefitLine:
    (line,) = benefit_lines(appraisal)
    return line


def test_lines_stand_by_type_and_are_numbered_within_it() -> None:
    appraisal = costed(
        benefit(None, "talk", kind=BenefitKind.UNMONETISABLE),
        benefit(1, "others"),
        benefit(1, "cash", kind=BenefitKind.CASH_RELEASING),
        benefit(1, "time", kind=BenefitKind.NON_CASH_RELEASING),
        benefit(1, "more-cash", kind=BenefitKind.CASH_RELEASING),
    )
    assert [(each.code, each.benefit) for each in benefit_lines(appraisal)] == [
        ("CRB1", "cash"),
        ("CRB2", "more-cash"),
        ("NCRB1", "time"),
        ("SB1", "others"),
        ("UB1", "talk"),
    ]


@pytest.mark.parametrize(
    ("years", "amounts"),
    [
        ({"first_year": 1, "last_year": 2}, (0, 7, 7, 0, 0)),
        ({"first_year": 3}, (0, 0, 0, 7, 7)),
        ({"first_year": None, "last_year": 1}, (7, 7, 0, 0, 0)),
        ({"first_year": 4, "last_year": 9}, (0, 0, 0, 0, 7)),
        ({"first_year": 9}, (0, 0, 0, 0, 0)),
        ({"first_year": 2, "last_year": 1}, (0, 0, 0, 0, 0)),
    ],
)
def test_a_benefit_has_its_value_in_each_of_its_years(years: dict, amounts: tuple) -> None:
    assert only(costed(benefit(7, **years))).amounts == amounts


def test_there_is_an_amount_for_each_year_costed() -> None:
    appraisal = replace(costed(benefit(7)), costing=costing(2))
    assert only(appraisal).amounts == (7, 7)


@pytest.mark.parametrize(
    "gain", [benefit(None), benefit(5, kind=BenefitKind.UNMONETISABLE)], ids=["unvalued", "ub"]
)
def test_what_has_no_value_has_no_amounts_and_never_nought(gain) -> None:
    assert only(costed(gain)).amounts is None


def test_a_benefit_that_says_everything_lacks_nothing() -> None:
    gain = benefit(
        7,
        last_year=4,
        description="Patients gain time",
        strength=EvidenceStrength.CASE,
        evidence="A trial",
        owner="Director of finance",
    )
    assert only(costed(gain)).missing == ()


def test_what_is_missing_is_named() -> None:
    gain = benefit(None, first_year=None, options=())
    assert only(costed(gain)).missing == (
        "who gains, and how",
        "the options that bring it",
        "a value in a year",
        "its first year",
        "its last year",
        "evidence",
        "an owner",
    )
    untyped = benefit(None, kind=BenefitKind.UNMONETISABLE, first_year=None, options=(X,))
    assert only(costed(untyped)).missing == ("who gains, and how", "evidence", "an owner")


def test_evidence_counts_only_with_its_strength() -> None:
    gain = benefit(7, last_year=1, description="All", owner="Chair", evidence="A trial")
    assert only(costed(gain)).missing == ("evidence",)
    strong = replace(gain, strength=EvidenceStrength.CASE, evidence=" ")
    assert only(costed(strong)).missing == ("evidence",)
