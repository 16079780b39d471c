"""How far the trust, or a service line, hangs on a single contract."""

from dataclasses import replace
from datetime import date

import pytest
from tests.analysis.making import retained
from tests.analysis.money.costed import codes, costed, costing

from appraiser.analysis.money.concentration import (
    Concentration,
    concentration,
    concentration_findings,
    concentrations,
    contracts_of,
)
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import ServiceLineId
from appraiser.domain.terms import Scope
from appraiser.domain.trust import Question, ServiceLine, Trust

ON = date(2014, 12, 1)


def trust(**changes) -> Trust:
    made = Trust(
        income=1_000,
        biggest_contract=" Acute services ",
        biggest_contract_income=501,
        biggest_contract_end=date(2016, 3, 31),
        biggest_contract_notice="12 months",
    )
    return replace(made, **changes)


def asked(of: Trust, on: date | None = ON, horizon: int = 5) -> Appraisal:
    return costed(trust=of, question=Question(rules_date=on), costing=costing(horizon))


def test_the_biggest_contract_is_set_against_income_and_the_years_costed() -> None:
    appraisal = asked(trust())

    assert concentration(appraisal, appraisal.trust) == Concentration(
        service_line=None,
        contract="Acute services",
        income=1_000,
        contract_income=501,
        share=0.501,
        larger_part=True,
        ends=date(2016, 3, 31),
        notice="12 months",
        days_left=486,
        within_horizon=True,
    )


@pytest.mark.parametrize("changes", [{"income": None}, {"income": 0}])
@pytest.mark.parametrize("unknown", [{}, {"biggest_contract_income": None}])
def test_a_share_of_what_is_not_known_is_not_given(changes, unknown) -> None:
    appraisal = asked(trust(**changes, **unknown))
    found = concentration(appraisal, appraisal.trust)

    assert (found.share, found.larger_part) == (None, None)


def test_a_contract_of_nothing_is_no_part_of_income() -> None:
    appraisal = asked(trust(biggest_contract_income=0))
    found = concentration(appraisal, appraisal.trust)

    assert (found.share, found.larger_part) == (0.0, False)


@pytest.mark.parametrize(
    ("ends", "on", "horizon", "days", "within"),
    [
        (None, ON, 5, None, None),
        (ON, None, 5, None, None),
        (date(2014, 11, 30), ON, 5, -1, True),
        (ON, ON, 5, 0, True),
        (date(2019, 11, 30), ON, 5, 1825, True),
        (date(2019, 12, 1), ON, 5, 1826, False),
        (date(2017, 2, 28), date(2016, 2, 29), 1, 365, True),
        (date(2017, 3, 1), date(2016, 2, 29), 1, 366, False),
        (date(9999, 1, 1), date(9900, 1, 1), 300, 36159, True),
    ],
)
def test_its_end_is_counted_from_the_date_of_the_law(ends, on, horizon, days, within) -> None:
    appraisal = asked(trust(biggest_contract_end=ends), on, horizon)
    found = concentration(appraisal, appraisal.trust)

    assert (found.days_left, found.within_horizon) == (days, within)


def services() -> Appraisal:
    lines = tuple(
        ServiceLine(
            id=ServiceLineId(name),
            name=name.title(),
            income=100,
            biggest_contract_income=part,
            biggest_contract_end=date(2015, 3, 31),
        )
        for name, part in (("ward", 90), ("clinic", 50))
    )
    return replace(asked(trust(biggest_contract_income=1)), service_lines=lines)


def test_what_counts_for_an_option_follows_its_scope() -> None:
    known = concentrations(services())
    whole = retained("x")
    part = retained("x", scope=Scope.SERVICE_LINE, service_lines=(ServiceLineId("clinic"),))

    assert [each.service_line for each in known] == [None, "ward", "clinic"]
    assert contracts_of(whole, known) == known[:1]
    assert contracts_of(part, known) == known[2:]
    assert contracts_of(replace(part, service_lines=()), known) == ()


def test_a_larger_part_that_ends_within_the_years_costed_is_found() -> None:
    """An enterprise closed when it lost one contract: domain.md sections 1.7 and 5."""
    appraisal = services()
    (finding,) = concentration_findings(appraisal, concentrations(appraisal))

    assert finding.words == (
        'One contract brings "Ward" more than all its other income together, and ends on '
        "31 March 2015, within the years that are costed."
    )
    assert finding.ref == ("service_lines", "ward")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ["one-contract"]),
        ({"biggest_contract_income": 500}, []),
        ({"biggest_contract_end": date(2020, 1, 1)}, []),
        ({"biggest_contract_end": None}, []),
        ({"income": None}, []),
    ],
)
def test_a_contract_of_the_trust_is_found_at_the_trust(changes, said: list[str]) -> None:
    appraisal = asked(trust(**changes))
    found = list(concentration_findings(appraisal, concentrations(appraisal)))

    assert codes(found) == said
    assert all("the trust more" in each.words and each.ref == ("trust", "") for each in found)
