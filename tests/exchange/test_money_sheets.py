"""The sheets of costs, taxes, benefits and present values, worked out by other means."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.exchange.examples import document, read
from tests.exchange.formulas import Book

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import Listing, Scope
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.workbook import write_workbook
from appraiser.resources import sample

CATALOGUE = load_catalogue()
CIA = "Benefits for the CIA model"
SAMPLES = ("leicester", "fenmarsh", "northcliff")


def written(appraisal: Appraisal, folder: Path) -> Book:
    path = folder / "annex.xlsx"
    write_workbook(appraisal, assess(appraisal, CATALOGUE), path, catalogue=CATALOGUE)
    return Book(path)


def costed(**changes: object) -> Appraisal:
    """Two options, one of them costed, over three years at the standard rates."""
    shortlist = [
        {
            "id": "as-now",
            "name": "As now",
            "role": "business-as-usual",
            "stays_in_nhs": True,
            "listing": "shortlist",
        },
        {"id": "cic", "name": "A CIC", "form": "cic-guarantee", "listing": "shortlist"},
    ]
    plain = {
        "options": shortlist,
        "costing": {"base_year": 2026, "horizon": 3, "schedule": "standard"},
        "cost_lines": [
            {"id": "now", "option": "as-now", "title": "Nothing"},
            {"id": "set-up", "option": "cic", "title": "Set up", "kind": "one-off", "amount": 1000},
            {"id": "board", "option": "cic", "title": "Board", "amount": 500, "first_year": 1},
        ],
        "tax_positions": [
            {
                "id": "tax",
                "option": "cic",
                "lost_vat": 300,
                "taxable_surplus": 1000,
                "tax_rate": 19,
            }
        ],
    }
    kept = {"barriers": [], "requests": [], "sheets": [], "service_lines": []}
    return read(document(**(kept | plain | changes)))


def row_of(book: Book, sheet: str, title: str, value: str) -> dict:
    return next(each for each in book.table(sheet) if each[title] == value)


@pytest.mark.parametrize("name", SAMPLES)
def test_costs_by_formula_are_those_of_the_program(tmp_path, name):
    appraisal = read_appraisal(sample(name))
    book = written(appraisal, tmp_path)
    results = assess(appraisal, CATALOGUE)
    rows = book.table("Cost totals")
    assert len(rows) == len(results.options)
    for row, option in zip(rows, results.options, strict=True):
        found = option.costs
        assert row["Once (£)"] == pytest.approx(found.one_off / 100)
        assert row["Each year (£)"] == pytest.approx(found.yearly / 100)
        assert row["All over the years costed (£)"] == pytest.approx(found.over_horizon / 100)
        assert row["Break-even (% of income)"] == pytest.approx(found.break_even_productivity)


@pytest.mark.parametrize("name", SAMPLES)
def test_present_values_by_formula_are_those_of_the_program(tmp_path, name):
    appraisal = read_appraisal(sample(name))
    book = written(appraisal, tmp_path)
    money = assess(appraisal, CATALOGUE).money
    for row, option in zip(book.table("Present value totals"), money.options, strict=True):
        net = option.economic.incremental
        assert row["Social value against business as usual, NPSV (£)"] == pytest.approx(
            net.npv / 100, abs=0.02
        )
        assert row["The same each year, EANC (£)"] == pytest.approx(net.eanc / 100, abs=0.02)
        cash = option.financial.incremental.npv
        assert row["The trust's cash against business as usual (£)"] == pytest.approx(
            cash / 100, abs=0.02
        )


def test_costs_and_present_values_worked_out_by_hand(tmp_path):
    book = written(costed(), tmp_path)
    row = row_of(book, "Cost totals", "Option", "A CIC")
    assert row["Once (£)"] == 10.00
    assert row["Each year (£)"] == 5.00
    assert row["VAT lost each year (£)"] == 3.00
    assert row["Corporation tax each year (£)"] == pytest.approx(1.90)
    assert row["All over the years costed (£)"] == pytest.approx(10 + 2 * 5 + 3 * (3 + 1.90))
    worth = row_of(book, "Present value totals", "Option", "A CIC")
    factors = [1, 1 / 1.035, 1 / 1.035**2]
    npsv = -10 - 5 * (factors[1] + factors[2])
    assert worth["Social value against business as usual, NPSV (£)"] == pytest.approx(npsv)
    assert worth["The same each year, EANC (£)"] == pytest.approx(npsv / (factors[1] + factors[2]))
    cash = npsv - 4.90 * sum(factors)
    assert worth["The trust's cash against business as usual (£)"] == pytest.approx(cash)


def test_a_change_to_a_cost_a_tax_or_the_years_costed_reaches_what_the_option_is_worth(tmp_path):
    book = written(costed(), tmp_path)

    def worth() -> tuple[float, float]:
        row = row_of(book, "Present value totals", "Option", "A CIC")
        return (
            row["Social value against business as usual, NPSV (£)"],
            row["The trust's cash against business as usual (£)"],
        )

    social, cash = worth()
    board = row_of(book, "Costs", "Cost", "Board")["row"]
    book.put("Costs", board, 5, 6.00)
    factors = [1, 1 / 1.035, 1 / 1.035**2]
    assert worth()[0] == pytest.approx(social - factors[1] - factors[2])
    tax = book.table("Tax and VAT")[0]["row"]
    book.put("Tax and VAT", tax, 2, 4.00)
    assert worth()[1] == pytest.approx(cash - factors[1] - factors[2] - sum(factors))
    years = row_of(book, "Costing", "What", "Years costed")["row"]
    book.put("Costing", years, 2, 1)
    assert worth() == (pytest.approx(-10.00), pytest.approx(-10.00 - 4.00 - 1.90))


def test_tax_that_is_not_stated_is_left_to_the_cost_lines(tmp_path):
    lines = [
        {"id": "vat", "option": "cic", "category": "irrecoverable-vat", "amount": 700},
        {"id": "tax", "option": "cic", "category": "corporation-tax", "amount": 200},
    ]
    stated = [{"id": "tax", "option": "cic", "lost_vat": 300}]
    row = row_of(
        written(costed(cost_lines=lines, tax_positions=stated), tmp_path),
        *("Cost totals", "Option", "A CIC"),
    )
    assert row["VAT lost each year (£)"] == 3.00
    assert row["Corporation tax each year (£)"] == 2.00
    assert row["All over the years costed (£)"] == 3 * (3 + 2)
    alone = row_of(
        written(costed(cost_lines=lines, tax_positions=[]), tmp_path),
        *("Cost totals", "Option", "A CIC"),
    )
    assert alone["VAT lost each year (£)"] == 7.00
    assert alone["All over the years costed (£)"] == 3 * (7 + 2)


def test_tax_alone_is_counted_and_an_option_without_costs_has_no_sum(tmp_path):
    book = written(costed(cost_lines=[]), tmp_path)
    alone = row_of(book, "Cost totals", "Option", "A CIC")
    assert alone["Once (£)"] is None
    assert alone["All over the years costed (£)"] == pytest.approx(3 * 4.90)
    assert row_of(book, "Cost totals", "Option", "As now")["All over the years costed (£)"] is None
    worth = row_of(book, "Present value totals", "Option", "A CIC")
    assert worth["Social value against business as usual, NPSV (£)"] is None
    assert "The option has not been costed" in worth["What is not known or left out"]


def test_optimism_bias_follows_the_share_that_is_mitigated(tmp_path):
    category = next(iter(CATALOGUE.optimism))
    upper = CATALOGUE.optimism[category].cost
    lines = [
        {"id": "now", "option": "as-now"},
        {
            "id": "it",
            "option": "cic",
            "title": "Records",
            "kind": "one-off",
            "amount": 1000,
            "optimism_category": category,
            "mitigation": 50,
        },
    ]
    book = written(costed(cost_lines=lines, tax_positions=[]), tmp_path)
    row = row_of(book, "Present values", "Stream", "Records")
    assert row["Optimism bias (%)"] == pytest.approx(upper / 2)
    assert row["Present value (£)"] == pytest.approx(-10 * (1 + upper / 200))
    book.put("Costs", row_of(book, "Costs", "Cost", "Records")["row"], 9, 100)
    assert row_of(book, "Present values", "Stream", "Records")["Present value (£)"] == -10


def test_vat_that_nobody_stated_is_an_estimate_tied_to_no_cell(tmp_path):
    trust = {"name": "Fenmarsh", "income": 1000, "recovered_vat": 200}
    appraisal = costed(trust=trust, tax_positions=[])
    options = (replace(each, scope=Scope.WHOLE_ORGANISATION) for each in appraisal.options)
    book = written(replace(appraisal, options=tuple(options)), tmp_path)
    row = row_of(book, "Present values", "Stream", "Estimate")
    assert row["Given (£ a year)"] == 2.00
    assert row["Last year costed"] == 2
    total = row_of(book, "Present value totals", "Option", "A CIC")
    assert total["Rests on an estimate of lost VAT"] == "Yes"


def test_a_baseline_that_is_not_on_the_shortlist_leaves_what_was_found_as_a_number(tmp_path):
    appraisal = costed()
    usual, other = appraisal.options
    usual = replace(usual, listing=Listing.LONGLIST)
    book = written(replace(appraisal, options=(usual, other)), tmp_path)
    (row,) = book.table("Present value totals")
    net = row["Social value against business as usual, NPSV (£)"]
    assert net == row["NPSV in Appraiser (£)"]
    assert net == pytest.approx(row["Social value by itself (£)"], abs=0.01)


def test_a_single_year_has_factors_and_no_yearly_equivalent(tmp_path):
    book = written(costed(costing={"horizon": 1, "schedule": "standard"}), tmp_path)
    (year,) = book.table("Discount factors")
    assert (year["Year"], year["Rate (%)"], year["Factor"]) == (0, None, 1)
    row = row_of(book, "Present value totals", "Option", "A CIC")
    assert row["The same each year, EANC (£)"] is None


@pytest.mark.parametrize("schedule", ["", "long-horizon-review"])
def test_without_a_schedule_that_is_known_there_are_no_present_values(tmp_path, schedule):
    book = written(costed(costing={"horizon": 3, "schedule": schedule}), tmp_path)
    for sheet in ("Discount factors", "Present values", "Present value totals"):
        words = [str(cell.value) for row in book.sheets[sheet].iter_rows() for cell in row]
        assert any(each.startswith("There are none") for each in words), sheet


BENEFITS = [
    {"id": "voice", "title": "A say", "kind": "ub", "description": "Staff gain", "owner": "HR"},
    {
        "id": "agency",
        "title": "Less agency",
        "kind": "crb",
        "yearly_value": 1200,
        "first_year": 1,
        "last_year": 1,
        "options": ["cic"],
    },
    {
        "id": "health",
        "title": "Longer lives",
        "kind": "sb",
        "health": True,
        "yearly_value": 900,
        "options": ["cic"],
    },
    {"id": "waits", "title": "Shorter waits", "kind": "ncrb"},
]


def test_benefits_stand_by_type_with_their_amounts_by_year_and_what_is_missing(tmp_path):
    book = written(costed(benefits=BENEFITS), tmp_path)
    rows = book.table(CIA)
    assert [row["Line"] for row in rows] == ["CRB1", "NCRB1", "SB1", "UB1"]
    years = ["Year 0, 2026 (£)", "Year 1, 2027 (£)", "Year 2, 2028 (£)"]
    assert [[row[year] for year in years] for row in rows] == [
        [0, 12.00, 0],
        [None, None, None],
        [9.00, 9.00, 9.00],
        [None, None, None],
    ]
    agency, waits, health, voice = (row["Missing"] for row in rows)
    assert agency == "who gains, and how; evidence; an owner"
    assert "a value in a year; its first year; its last year" in waits
    assert "its first year; its last year" in health
    assert voice == "the options that bring it; evidence"


def test_the_sheet_of_benefits_says_where_its_types_come_from_and_what_is_not_held(tmp_path):
    book = written(costed(benefits=BENEFITS), tmp_path)
    told = " ".join(str(book.sheets[CIA].cell(row, 1).value) for row in range(1, 9))
    assert "cash-releasing (CRB), non-cash-releasing (NCRB), societal (SB)" in told
    assert "Source of the types: Carnall Farrar" in told
    assert "holds no probability, risk or optimism bias" in told


def test_a_change_to_a_benefit_reaches_its_years_and_what_the_option_is_worth(tmp_path):
    book = written(costed(benefits=BENEFITS), tmp_path)

    def net() -> float:
        row = row_of(book, "Present value totals", "Option", "A CIC")
        return row["Social value against business as usual, NPSV (£)"]

    before = net()
    agency = row_of(book, CIA, "Line", "CRB1")["row"]
    book.put(CIA, agency, 6, 13.00)
    assert row_of(book, CIA, "Line", "CRB1")["Year 1, 2027 (£)"] == 13.00
    assert net() == pytest.approx(before + 1 / 1.035)
    book.put(CIA, agency, 8, None)
    assert row_of(book, CIA, "Line", "CRB1")["Year 2, 2028 (£)"] == 13.00
    assert net() == pytest.approx(before + 1 / 1.035 + 13 / 1.035**2)


def test_gains_in_health_are_discounted_at_rates_of_their_own(tmp_path):
    book = written(costed(benefits=BENEFITS), tmp_path)
    row = row_of(book, "Present values", "Stream", "Longer lives")
    factors = [each["Factor for gains in health"] for each in book.table("Discount factors")]
    assert factors == pytest.approx([1, 1 / 1.015, 1 / 1.015**2])
    assert row["Present value (£)"] == pytest.approx(9 * sum(factors))
    assert (row["Gain in health"], row["Counts in the trust's cash"]) == ("Yes", "No")


def test_without_a_base_year_years_are_only_numbered_and_without_benefits_there_are_none(tmp_path):
    costing = {"horizon": 2, "schedule": "standard"}
    book = written(costed(benefits=BENEFITS[1:2], costing=costing), tmp_path)
    assert "Year 1 (£)" in book.table(CIA)[0]
    words = [row[0].value for row in written(costed(), tmp_path).sheets[CIA].iter_rows()]
    assert "There are none." in words


def test_a_proposed_schedule_is_said_to_be_one(tmp_path):
    pending = next(each.id for each in CATALOGUE.schedules.values() if each.pending)
    book = written(costed(costing={"horizon": 2, "schedule": pending}), tmp_path)
    told = " ".join(str(book.sheets["Discount factors"].cell(row, 1).value) for row in range(1, 6))
    assert "It is a proposal and not in force." in told
