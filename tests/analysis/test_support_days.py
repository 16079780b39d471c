"""What the money buys at each grade."""

from dataclasses import replace

import pytest

from appraiser.analysis.support_days import OWN, DaysBought, GradeDays, days_bought
from appraiser.analysis.support_totals import support_totals
from appraiser.catalogue.facts import Fact
from appraiser.catalogue.loading import load_catalogue
from appraiser.catalogue.rates import RatePoint
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import SupportLineId
from appraiser.domain.money_terms import SupportKind
from appraiser.domain.sources import Standing
from appraiser.domain.support import SupportLine
from appraiser.domain.trust import Programme

POUND = 100
CAP = 100_000 * POUND


def rate(**changes) -> RatePoint:
    made = {
        "id": "made",
        "name": "Partner",
        "typical": 1_000 * POUND,
        "unit": "day",
        "dated": "2014",
        "basis": Fact(text="As paid.", sources=("paper",)),
    }
    return RatePoint(**{**made, **changes})


def line(name: str = "a", **changes) -> SupportLine:
    made = SupportLine(
        id=SupportLineId(name), title="Advice", grade="Director", day_rate=2_000 * POUND, days=5
    )
    return replace(made, **changes)


def bought(*rates: RatePoint, lines=(), **programme) -> tuple[GradeDays, ...]:
    appraisal = Appraisal(
        id="made", programme=Programme(**{"cap": CAP, **programme}), support_lines=tuple(lines)
    )
    return days_bought(appraisal, support_totals(appraisal, None), rates)


def test_the_cap_buys_what_the_notes_on_rates_work_out() -> None:
    """80 days at the average of £1,244, 67 where 20% VAT sticks, 32 at £3,100 (domain notes 4.2).

    The average and the highest are what the UK Health Security Agency paid.
    """
    found = bought(load_catalogue().rates["ukhsa-day-2021"])

    low, typical, high = found
    assert [each.grade.level for each in found] == ["lowest", "typical", "highest"]
    assert (round(typical.cap.recovered), round(typical.cap.sticking)) == (80, 67)
    assert round(high.cap.recovered) == 32
    assert low.grade.day_rate == 706 * POUND


def test_an_hourly_rate_is_a_day_of_seven_hours_as_its_note_says() -> None:
    (found,) = bought(load_catalogue().rates["solicitor-a-london-2"])

    assert found.grade.day_rate == 2_891 * POUND  # about £2,900, in the words of its note


def test_what_is_left_buys_less_and_a_plan_over_its_cap_buys_nothing() -> None:
    half = line(day_rate=50_000 * POUND, days=1, vat_recoverable=True)

    (_, known) = bought(rate(), lines=[half])
    assert known.left == DaysBought(50.0, pytest.approx(41.6666667))
    (_, none) = bought(rate(), lines=[replace(half, days=3)])
    assert none.left == DaysBought(0.0, 0.0)


def test_a_cap_that_leaves_vat_out_buys_the_same_whether_or_not_it_is_recovered() -> None:
    (found,) = bought(rate(), cap_includes_vat=False)

    assert found.cap == DaysBought(100.0, 100.0)


def test_without_a_cap_the_grades_are_there_and_buy_nothing_known() -> None:
    (found,) = bought(rate(), cap=None)

    assert (found.left, found.cap) == (None, None)


def test_a_known_rate_carries_its_date_its_source_and_its_standing() -> None:
    (found,) = bought(rate())

    grade = found.grade
    assert (grade.rate, grade.dated, grade.basis) == ("made", "2014", "As paid.")
    assert (grade.sources, grade.standing) == (("paper",), Standing.PUBLISHED)


@pytest.mark.parametrize(
    "changes",
    [{"unit": "mutual"}, {"unit": "hour"}, {"typical": None}, {"unit": "hour", "hours_in_day": 0}],
)
def test_a_rate_that_says_nothing_of_days_is_left_out(changes) -> None:
    assert bought(rate(**changes)) == ()


def test_the_plans_own_grades_come_first_each_once_with_where_they_come_from() -> None:
    lines = [
        line("a", basis=" A quotation "),
        line("b", grade="director"),
        line("c", grade="", day_rate=500 * POUND, vat_rate=0.0),
        line("d", grade="", title=" ", day_rate=400 * POUND),
        line("e", kind=SupportKind.IN_KIND, grade="Mentor"),
        line("f", grade="Free", day_rate=0),
    ]

    found = bought(rate(), lines=lines)

    assert [each.grade.name for each in found] == [
        "Director",
        "Advice",
        "A grade without a name",
        "Partner",
    ]
    own = found[0].grade
    assert (own.level, own.basis, own.rate, own.standing) == (OWN, "A quotation", "", None)
    assert found[1].cap == DaysBought(200.0, 200.0)  # no VAT is charged on it
