"""The workbook of each sample, worked out anew by an office program, beside the results."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from appraiser.analysis.assessing import assess
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.scores import CONSENSUS, Cell, ScoreSheet
from appraiser.resources import sample

PENNY = 0.011
COMMAS = ("--infilter=CSV:44,34,76,1",)
"""Comma, quotation mark, UTF-8, from the first line: what the program asks a person on opening."""

CIA = "Benefits for the CIA model"


@pytest.fixture(scope="module")
def workbook(name, export) -> Path:
    return export(sample(name), "xlsx")


@pytest.fixture(scope="module")
def anew(convert, tmp_path_factory) -> Callable[[Path, Mapping[tuple[str, str], object]], Workbook]:
    """Changes cells, forgets what every formula came to, and has all of it worked out again."""

    def worked_out(path: Path, changes: Mapping[tuple[str, str], object]) -> Workbook:
        book = load_workbook(path)
        for (sheet, cell), value in changes.items():
            assert book[sheet][cell].data_type != "f"
            book[sheet][cell].value = value
        bare = tmp_path_factory.mktemp("changed") / path.name
        book.save(bare)  # the library keeps formulas and drops what they come to
        return load_workbook(convert(bare, "xlsx"), data_only=True)

    return worked_out


@pytest.fixture(scope="module")
def unchanged(workbook, anew) -> Workbook:
    return anew(workbook, {})


def formulas(path: Path) -> list[tuple[str, str]]:
    return [
        (sheet.title, cell.coordinate)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def table(book: Workbook, title: str) -> list[dict[str, object]]:
    """Give the rows under the headings of a sheet, the first row with more than one cell."""
    sheet = book[title]
    headings = next(row for row in sheet.iter_rows() if row[1].value is not None)
    titles = [cell.value for cell in headings]
    return [
        {heading: cell.value for heading, cell in zip(titles, row, strict=True)}
        | {"row": row[0].row}
        for row in sheet.iter_rows(min_row=headings[0].row + 1)
        if row[0].value is not None
    ]


def row_of(book: Workbook, sheet: str, heading: str, value: str) -> dict:
    return next(row for row in table(book, sheet) if row[heading] == value)


def same(found: object, expected: object, near: float) -> bool:
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return found == pytest.approx(expected, abs=near, rel=1e-9)
    return (found or "") == (expected or "")


def test_every_formula_comes_to_what_the_file_says_it_does(workbook, unchanged):
    shown = load_workbook(workbook, data_only=True)
    places = formulas(workbook)
    assert len(places) > 200
    wrong = {
        (sheet, cell): (unchanged[sheet][cell].value, shown[sheet][cell].value)
        for sheet, cell in places
        if not same(unchanged[sheet][cell].value, shown[sheet][cell].value, 0.006)
    }
    assert wrong == {}


def test_no_cell_holds_an_error(unchanged):
    errors = [
        (sheet.title, cell.coordinate)
        for sheet in unchanged
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
    assert errors == []


def test_what_is_worked_out_beside_what_the_program_found_is_the_same(unchanged):
    """Every column by formula has a twin that says what was found."""
    pairs = {
        "Criteria and weights": {"Weight": "Weight in Appraiser"},
        "Totals": {"Total": "Total in Appraiser", "Rank": "Rank in Appraiser, gates aside"},
        "Support against the cap": {"By formula (£)": "In Appraiser (£)"},
        "Support plan": {"Counted against the cap (£)": "Counted in Appraiser (£)"},
        "Contracts": {"Cost by formula (£)": "Cost in Appraiser (£)"},
        "Costs": {"Comes to (£)": "Comes to in Appraiser (£)"},
        "Cost totals": {
            "Once (£)": "Once in Appraiser (£)",
            "Each year (£)": "Each year in Appraiser (£)",
            "All over the years costed (£)": "All over the years costed in Appraiser (£)",
        },
        "Present values": {"Present value (£)": "Present value in Appraiser (£)"},
        "Present value totals": {
            "Social value against business as usual, NPSV (£)": "NPSV in Appraiser (£)",
            "The same each year, EANC (£)": "EANC in Appraiser (£)",
            "The trust's cash against business as usual (£)": "The trust's cash in Appraiser (£)",
        },
    }
    for sheet, columns in pairs.items():
        rows = table(unchanged, sheet)
        assert rows, sheet
        for row in rows:
            for live, found in columns.items():
                assert same(row[live], row[found], 0.03), (sheet, row)


def test_what_is_worked_out_is_what_the_engine_finds(unchanged, appraisal, results):
    names = {each.id: each.name for each in appraisal.options}
    for option in results.options:
        row = row_of(unchanged, "Totals", "Option", names[option.option])
        assert row["Total"] == pytest.approx(option.total)
        assert row["Rank"] == option.rank
        costs = row_of(unchanged, "Cost totals", "Option", names[option.option])
        over = option.costs.over_horizon / 100
        assert costs["All over the years costed (£)"] == pytest.approx(over, abs=PENNY)
    for option in results.money.options:
        row = row_of(unchanged, "Present value totals", "Option", names[option.option])
        npsv = option.economic.incremental.npv / 100
        found = row["Social value against business as usual, NPSV (£)"]
        assert found == pytest.approx(npsv, abs=0.03)
    used = row_of(unchanged, "Support against the cap", "Sum", "Counted against the cap")
    assert used["By formula (£)"] == pytest.approx(results.support.used / 100)


def test_a_score_changed_in_the_workbook_changes_totals_and_ranks_as_the_engine_says(
    workbook, anew, appraisal, catalogue
):
    option, agreed = appraisal.shortlist[1], appraisal.sheets[CONSENSUS].cells
    cell = next(each for each in agreed if each.option == option.id)
    changed = _with_score(appraisal, cell, 3.0)
    book = load_workbook(workbook)
    named = next(each.name for each in appraisal.criteria if each.id == cell.criterion)
    place = _score_cell(book, option.name, named)
    found = anew(workbook, {("Scores", place): 3.0})
    results = assess(changed, catalogue)
    for each in results.options:
        row = row_of(found, "Totals", "Option", changed.option(each.option).name)
        assert row["Total"] == pytest.approx(each.total)
        assert row["Rank"] == each.rank
    total = row_of(found, "Totals", "Option", option.name)
    assert total["Total"] != pytest.approx(total["Total in Appraiser"])


def _with_score(appraisal: Appraisal, cell: Cell, value: float) -> Appraisal:
    sheet = appraisal.sheets[CONSENSUS]
    score = replace(sheet.cells[cell], value=value, low=None, high=None, performance=None)
    cells = {**sheet.cells, cell: score}
    return replace(appraisal, sheets={**appraisal.sheets, CONSENSUS: ScoreSheet(cells)})


def _score_cell(book: Workbook, option: str, criterion: str) -> str:
    sheet = book["Scores"]
    headings = next(row for row in sheet.iter_rows() if row[0].value == "Option")
    column = next(cell.column_letter for cell in headings if cell.value == criterion)
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == option)
    return f"{column}{row}"


def test_a_weight_changed_in_the_workbook_changes_totals_as_the_engine_says(
    workbook, anew, appraisal, catalogue
):
    row = table(load_workbook(workbook), "Criteria and weights")[-1]
    found = anew(workbook, {("Criteria and weights", f"D{row['row']}"): 200})
    last = appraisal.criteria[-1].id
    sets = tuple(
        replace(each, raw={**each.raw, last: 200.0})
        if each.id == appraisal.weighting.model_set
        else each
        for each in appraisal.weight_sets
    )
    for each in assess(replace(appraisal, weight_sets=sets), catalogue).options:
        total = row_of(found, "Totals", "Option", appraisal.option(each.option).name)
        assert total["Total"] == pytest.approx(each.total)
        assert total["Rank"] == each.rank


def test_days_a_cost_and_a_benefit_changed_in_the_workbook_follow_the_engine(
    workbook, anew, appraisal, catalogue
):
    line, cost = appraisal.support_lines[0], appraisal.cost_lines[-1]
    gain = next(each for each in appraisal.benefits if each.yearly_value is not None)
    book = load_workbook(workbook)
    days = row_of(book, "Support plan", "Support", line.title)["row"]
    amount = next(
        row["row"]
        for row in table(book, "Costs")
        if (row["Option"], row["Cost"]) == (appraisal.option(cost.option).name, cost.title)
    )
    value = row_of(book, CIA, "Benefit", gain.title)["row"]
    found = anew(
        workbook,
        {
            ("Support plan", f"G{days}"): line.days + 2,
            ("Costs", f"E{amount}"): 123_456.78,
            (CIA, f"F{value}"): 98_765.43,
        },
    )
    changed = replace(
        appraisal,
        support_lines=(replace(line, days=line.days + 2), *appraisal.support_lines[1:]),
        cost_lines=(*appraisal.cost_lines[:-1], replace(cost, amount=12_345_678)),
        benefits=tuple(
            replace(each, yearly_value=9_876_543) if each.id == gain.id else each
            for each in appraisal.benefits
        ),
    )
    results = assess(changed, catalogue)
    used = row_of(found, "Support against the cap", "Sum", "Counted against the cap")
    assert used["By formula (£)"] == pytest.approx(results.support.used / 100, abs=PENNY)
    for each in results.options:
        row = row_of(found, "Cost totals", "Option", appraisal.option(each.option).name)
        over = each.costs.over_horizon / 100
        assert row["All over the years costed (£)"] == pytest.approx(over, abs=PENNY)
    for each in results.money.options:
        row = row_of(found, "Present value totals", "Option", appraisal.option(each.option).name)
        for column, view in (
            ("Social value against business as usual, NPSV (£)", each.economic),
            ("The trust's cash against business as usual (£)", each.financial),
        ):
            assert row[column] == pytest.approx(view.incremental.npv / 100, abs=0.03)


AWKWARD = ["=1+1", '=HYPERLINK("http://example.org","x")', "+1", "-1+2", "@SUM(A1)", "שלום", "🏥 é"]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory) -> Path:
    """An appraisal whose names of options begin as formulas do."""
    plain = json.loads(sample("fenmarsh").read_text("utf-8"))
    for words, option in zip(AWKWARD, plain["options"], strict=False):
        option["name"] = words
    plain["barriers"][0]["title"] = AWKWARD[1]
    path = tmp_path_factory.mktemp("awkward") / "awkward.json"
    path.write_text(json.dumps(plain), "utf-8")
    return path


def test_what_people_typed_stays_text_in_the_workbook(awkward, export, convert):
    path = export(awkward, "xlsx")
    saved = load_workbook(convert(path, "xlsx"))
    named = [
        cell.value
        for row in saved["Options"].iter_rows(max_col=1)
        for cell in row
        if cell.data_type == "s"
    ]
    options = json.loads(awkward.read_text("utf-8"))["options"]
    assert named[-len(options) :] == [each["name"] for each in options]
    live = {
        (sheet.title, cell.coordinate)
        for sheet in saved
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert live == set(formulas(path))


def test_what_people_typed_stays_text_in_the_table_of_commas(awkward, export, convert):
    saved = load_workbook(convert(export(awkward, "csv"), "xlsx", *COMMAS))
    sheet = saved.worksheets[0]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    headings = [cell.value for cell in sheet[1]]
    at = headings.index("Option") + 1
    found = {sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)}
    assert {each.lstrip("'") for each in found} >= set(AWKWARD[:3])


def test_the_table_of_commas_adds_up_in_an_office_program(name, export, convert, results):
    sheet = load_workbook(convert(export(sample(name), "csv"), "xlsx", *COMMAS)).worksheets[0]
    headings, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    told = [dict(zip(headings, row, strict=True)) for row in rows]
    for option in results.options:
        mine = [row for row in told if row["Option id"] == option.option]
        assert sum(row["Points"] for row in mine) == pytest.approx(option.total, abs=1e-4)
        assert {row["Rank"] for row in mine} == {option.rank}
