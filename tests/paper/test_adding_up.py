"""Printed columns can be added up by a reader."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.paper.conftest import Compose
from tests.paper.making import scored
from tests.paper.reading import table_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.costs import CostLine, TaxPosition
from appraiser.domain.ids import (
    CostLineId,
    OptionId,
    TaxPositionId,
)
from appraiser.domain.money_terms import CostCategory, CostKind

TWO = {"a": (80, 70), "b": (50, 40)}


def whole_pounds(text: str) -> int:
    return int(text.replace("£", "").replace(",", ""))


def test_the_sum_over_all_years_can_be_added_up_from_the_lines(
    leicester: Appraisal, composed: Compose
):
    paper = composed(leicester)
    horizon = leicester.costing.horizon
    for option in leicester.shortlist:
        *rows, total = table_of(paper, f"costs-{option.id}").rows
        parts = [whole_pounds(r.cells[2]) * int(r.cells[3]) for r in rows]
        assert parts == [whole_pounds(r.cells[4]) for r in rows]
        assert sum(parts) == whole_pounds(total.cells[4])
        assert total.cells[0] == f"All over {horizon} years"
    assert "Annex E has every cost" in words_of(paper, "costs.basis")
    rows = table_of(paper, "tax-positions").rows
    assert [row.cells[0] for row in rows] == [
        leicester.option(each.option).name for each in leicester.tax_positions
    ]


def test_a_cost_line_says_when_it_falls_and_what_takes_its_place(composed: Compose):
    line = CostLine(
        id=CostLineId("x"),
        option=OptionId("a"),
        title="Lawyers",
        kind=CostKind.ONE_OFF,
        first_year=1,
        amount=1_000_50,
        basis="A quotation",
    )
    yearly = replace(
        line, id=CostLineId("y"), kind=CostKind.YEARLY, first_year=2, last_year=9, title=""
    )
    lost = replace(yearly, id=CostLineId("z"), category=CostCategory.IRRECOVERABLE_VAT)
    position = TaxPosition(id=TaxPositionId("t"), option=OptionId("a"), lost_vat=10_00)
    paper = composed(
        replace(scored(TWO), cost_lines=(line, yearly, lost), tax_positions=(position,))
    )
    assert [row.cells for row in table_of(paper, "costs-a").rows] == [
        ("Lawyers\nA quotation", "Once, year 1", "£1,000.50", "1", "£1,000.50"),
        (
            "A cost without a name\nA quotation",
            "Yearly, years 2 to 9",
            "£1,000.50",
            "3",
            "£3,001.50",
        ),
        (
            "A cost without a name\nA quotation",
            "Yearly, years 2 to 9",
            "£1,000.50",
            "0",
            "In the tax position",
        ),
        (
            "VAT no longer recovered\nFrom the tax position",
            "Yearly, years 0 to 4",
            "£10",
            "5",
            "£50",
        ),
        ("All over 5 years", "", "", "", "£4,052"),
    ]
    (row,) = table_of(paper, "tax-positions").rows
    assert row.cells == ("A", "£10", "Not known", "Not known", "No", "Not yet given")


def test_printed_weights_and_points_add_up_with_a_row_for_rounding(composed: Compose):
    paper = composed(scored({"a": (55, 65, 75), "b": (50, 40, 30)}, (100, 100, 100)))
    *_, rounding, total = table_of(paper, "weights").rows
    assert rounding.cells[::3] == ("Rounding", "0.1%")
    assert total.cells[3] == "100.0%"
    *_, rounding, total = table_of(paper, "scores-a").rows
    assert rounding.cells[:4] == ("Rounding", "0.1%", "", "")
    assert total.cells[1:4] == ("100.0%", "", "65.0")


@given(
    st.lists(st.integers(1, 100), min_size=2, max_size=6).flatmap(
        lambda weights: st.tuples(
            st.just(weights),
            st.lists(st.integers(0, 100), min_size=len(weights), max_size=len(weights)),
        )
    )
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_scores_the_printed_columns_add_up(
    composed: Compose, found: tuple[list[int], list[int]]
):
    weights, scores = found
    *rows, total = table_of(composed(scored({"a": scores}, weights)), "scores-a").rows
    for at in (1, 3):
        cells = [Decimal(row.cells[at].rstrip("%")) for row in rows if row.cells[at]]
        assert sum(cells) == Decimal(total.cells[at].rstrip("%"))


def test_no_row_for_rounding_stands_where_the_rows_add_up(composed: Compose):
    paper = composed(scored(TWO))
    for key in ("weights", "scores-a", "scores-b"):
        assert "Rounding" not in [row.cells[0] for row in table_of(paper, key).rows]


def test_criteria_that_do_not_tell_the_options_apart_are_named(composed: Compose):
    one = composed(scored({"a": (80, 40), "b": (50, 40)}))
    assert words_of(one, "annex-criteria.alike").startswith("Every option has the same score on c2")
    both = composed(scored({"a": (50, 40), "b": (50, 40)}))
    assert words_of(both, "annex-criteria.alike").endswith("apart: c1 and c2.")
    assert words_of(composed(scored(TWO)), "annex-criteria.alike") == ""
    assert words_of(composed(scored({"a": (50, 40)})), "annex-criteria.alike") == ""
    assert (
        words_of(composed(scored({"a": (80, None), "b": (50, None)})), "annex-criteria.alike") == ""
    )
