"""What an option does to VAT and tax follows what is stated, and else the class of its form."""

from dataclasses import replace

import pytest
from tests.analysis.making import retained
from tests.analysis.money.costed import codes, cost, costed, costing, position, vat

from appraiser.analysis.money.tax_findings import tax_findings
from appraiser.analysis.money.taxes import TaxAmount, TaxBasis, TaxEffect, VatEstimate, tax_effect
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import ServiceLineId
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.options import Option
from appraiser.domain.terms import Inheritance, OptionRole, Scope
from appraiser.domain.trust import ServiceLine, Trust

SOCIETY = "community-benefit-society"
COMPANY = "wholly-owned-subsidiary"
VENTURE = "joint-venture"

NONE = TaxAmount(0, TaxBasis.FORM_CLASS)
UNKNOWN = TaxAmount(None, TaxBasis.UNKNOWN)


def formed(form: str, *parts, trust: Trust | None = None, **changes) -> Appraisal:
    """Make an appraisal whose option x is of a form."""
    made = costed(cost(1), *parts, trust=trust or Trust(income=200_000, recovered_vat=6_000))
    return replace(made, options=(retained("x", form=form), *made.options[1:]), **changes)


def effect(appraisal: Appraisal, catalogue: Catalogue) -> TaxEffect:
    return tax_effect(appraisal, appraisal.options[0], catalogue)


def found(appraisal: Appraisal, catalogue: Catalogue) -> list[str]:
    return codes(list(tax_findings(appraisal, [effect(appraisal, catalogue)])))


def test_a_statutory_body_loses_nothing(catalogue: Catalogue) -> None:
    """Exempt, and recovers VAT on contracted-out services: domain.md section 2.1."""
    found = effect(formed("ft-plus"), catalogue)

    assert found.classes == (Inheritance.STATUTORY,)
    assert (found.lost_vat, found.corporation_tax) == (NONE, NONE)
    assert found.estimate is None
    assert (found.break_even, found.gap) == (0.0, None)


def test_an_independent_body_loses_what_is_stated(catalogue: Catalogue) -> None:
    stated = position(lost_vat=5_000, taxable_surplus=2_000, tax_rate=20.0, settled=True)
    found = effect(formed(SOCIETY, stated), catalogue)

    assert found.lost_vat == TaxAmount(5_000, TaxBasis.STATED)
    assert found.corporation_tax == TaxAmount(400, TaxBasis.STATED)
    assert found.estimate == VatEstimate(6_000, 1.0, 6_000)
    assert not found.lost_vat.estimated
    assert found.settled


def test_with_no_position_cost_lines_state_them(catalogue: Catalogue) -> None:
    lines = (
        vat(3_000),
        vat(9, "set-up vat", kind=CostKind.ONE_OFF),
        cost(700, "tax", category=CostCategory.CORPORATION_TAX),
    )
    found = effect(formed(SOCIETY, *lines), catalogue)

    assert found.lost_vat == TaxAmount(3_000, TaxBasis.COST_LINES)
    assert found.corporation_tax == TaxAmount(700, TaxBasis.COST_LINES)
    assert found.break_even == pytest.approx(1.85)


def test_lost_vat_that_nobody_states_is_an_estimate_and_tax_is_never_guessed(
    catalogue: Catalogue,
) -> None:
    found = effect(formed(SOCIETY), catalogue)

    assert found.lost_vat == TaxAmount(6_000, TaxBasis.ESTIMATE)
    assert found.lost_vat.estimated
    assert found.corporation_tax == UNKNOWN
    assert found.break_even is None
    assert not found.settled


def test_the_whole_of_leicester_would_lose_nineteen_million(catalogue: Catalogue) -> None:
    """£19m of £834m, about 2.3 % of income: domain.md section 1.5, as the trust put it."""
    leicester = Trust(income=834_000_000_00, recovered_vat=19_000_000_00)
    untaxed = position(taxable_surplus=0, tax_rate=0.0)
    found = effect(formed(SOCIETY, untaxed, trust=leicester), catalogue)

    assert found.lost_vat.yearly == 19_000_000_00
    assert round(found.break_even or 0, 1) == 2.3


def test_a_service_line_loses_its_share_of_income(catalogue: Catalogue) -> None:
    """£48m of £834m, with £19m recovered, is £1,093,525.18 a year."""
    found = effect(of_services(834_000_000_00, 48_000_000_00), catalogue)

    assert found.estimate is not None
    assert found.estimate.amount == 109_352_518
    assert found.estimate.share == 48 / 834
    assert found.income == 48_000_000_00


def of_services(whole: int | None, *incomes: int | None, recovered: int | None = 1_900_000_000):
    """Make an appraisal in which service lines of some incomes become a society."""
    lines = tuple(
        ServiceLine(id=ServiceLineId(f"line-{place}"), income=income)
        for place, income in enumerate(incomes)
    )
    named = tuple(each.id for each in lines)
    option = retained("x", form=SOCIETY, scope=Scope.SERVICE_LINE, service_lines=named)
    made = costed(cost(1), trust=Trust(income=whole, recovered_vat=recovered), service_lines=lines)
    return replace(made, options=(option, *made.options[1:]))


@pytest.mark.parametrize(
    "appraisal",
    [
        of_services(None, 48),
        of_services(0, 48),
        of_services(834, None),
        of_services(834, 48, None),
        of_services(834, 800, 48),
        of_services(834, 48, recovered=None),
    ],
)
def test_where_a_share_is_not_known_nothing_is_estimated(
    catalogue: Catalogue, appraisal: Appraisal
) -> None:
    found_ = effect(appraisal, catalogue)

    assert found_.estimate is None
    assert found_.lost_vat == UNKNOWN
    assert found(appraisal, catalogue) == ["vat-unknown", "tax-unknown"]


@pytest.mark.parametrize("form", [COMPANY, VENTURE, "arms-length-mutual", "", "no-such-form"])
def test_what_an_owned_company_loses_is_not_known_until_it_is_stated(
    catalogue: Catalogue, form: str
) -> None:
    """Its owner may reclaim on eligible supplies from it: domain.md section 2.1."""
    found = effect(formed(form), catalogue)

    assert (found.lost_vat, found.corporation_tax) == (UNKNOWN, UNKNOWN)
    assert found.estimate is None


def test_business_as_usual_changes_nothing(catalogue: Catalogue) -> None:
    option = Option(id=retained("x").id, role=OptionRole.BUSINESS_AS_USUAL)
    appraisal = replace(costed(cost(1)), options=(option,))

    assert effect(appraisal, catalogue).lost_vat == TaxAmount(0, TaxBasis.NO_CHANGE)


def test_the_gain_needed_is_set_against_the_gain_expected(catalogue: Catalogue) -> None:
    stated = position(lost_vat=4_000, taxable_surplus=5_000, tax_rate=20.0)
    appraisal = formed(SOCIETY, stated, costing=costing(productivity=1.1))
    found = effect(appraisal, catalogue)

    assert (found.break_even, found.productivity) == (2.5, 1.1)
    assert found.gap == -1.4


@pytest.mark.parametrize("income", [None, 0])
def test_with_no_income_no_gain_is_named(catalogue: Catalogue, income: int | None) -> None:
    stated = position(lost_vat=4_000, taxable_surplus=0, tax_rate=0.0)
    found = effect(formed(SOCIETY, stated, trust=Trust(income=income)), catalogue)

    assert (found.break_even, found.gap) == (None, None)


@pytest.mark.parametrize(
    ("form", "stated", "code"),
    [
        (SOCIETY, {"lost_vat": 0}, "vat-nought"),
        ("ft-plus", {"lost_vat": 5}, "vat-kept"),
        ("ft-plus", {"lost_vat": 0, "taxable_surplus": 9, "tax_rate": 50.0}, "tax-exempt"),
        (SOCIETY, {"lost_vat": 5, "taxable_surplus": 9, "tax_rate": 0.0}, "tax-nought"),
        (COMPANY, {"lost_vat": 5, "taxable_surplus": 9, "tax_rate": 0.0}, "tax-nought"),
    ],
)
def test_what_does_not_fit_the_class_of_the_form_is_found(
    catalogue: Catalogue, form: str, stated: dict[str, float], code: str
) -> None:
    complete = {"taxable_surplus": 0, "tax_rate": 0.0, **stated}

    assert found(formed(form, position(**complete)), catalogue) == [code]


@pytest.mark.parametrize(
    ("form", "stated"),
    [
        (SOCIETY, {"lost_vat": 5}),
        ("ft-plus", {"lost_vat": 0}),
        (COMPANY, {"lost_vat": 0}),
        ("no-such-form", {"lost_vat": 0, "taxable_surplus": 9}),
    ],
)
def test_what_fits_is_not_remarked_on(
    catalogue: Catalogue, form: str, stated: dict[str, float]
) -> None:
    complete = {"taxable_surplus": 0, "tax_rate": 0.0, **stated}

    assert found(formed(form, position(**complete)), catalogue) == []


def test_vat_of_nought_in_the_cost_lines_is_found_as_well(catalogue: Catalogue) -> None:
    stated = position(taxable_surplus=0, tax_rate=0.0)

    assert found(formed(SOCIETY, vat(0), stated), catalogue) == ["vat-nought"]


def test_an_estimate_and_what_is_not_known_are_found_once_an_option_is_costed(
    catalogue: Catalogue,
) -> None:
    society, company = formed(SOCIETY), formed(COMPANY)
    (estimate, tax) = tax_findings(society, [effect(society, catalogue)])

    assert (estimate.code, tax.code) == ("vat-estimated", "tax-unknown")
    assert estimate.words == (
        'Nobody has stated what VAT "X" would lose. In proportion to income it is about £60 a '
        "year, which is an estimate."
    )
    assert (estimate.ref, estimate.field) == (("tax_positions", ""), "lost_vat")
    assert found(company, catalogue) == ["vat-unknown", "tax-unknown"]
    assert found(replace(society, cost_lines=()), catalogue) == []
    assert found(formed(COMPANY, position(lost_vat=3)), catalogue) == ["tax-unknown"]
