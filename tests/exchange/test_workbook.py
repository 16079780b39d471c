import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from tests.exchange.examples import document, read
from tests.exchange.formulas import Book
from tests.generated import appraisals

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Listing, MissingScores
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.workbook import write_workbook
from appraiser.resources import sample

CATALOGUE = load_catalogue()
EXPECTED_SHEETS = [
    "About",
    "Options",
    "Gates",
    "Criteria and weights",
    "Scores",
    "Totals",
    "Weight sets",
    "Reasons for scores",
    "Support against the cap",
    "Support plan",
    "Contracts",
    "Barriers",
    "Actions",
    "Requests",
    "Costing",
    "Tax and VAT",
    "Costs",
    "Cost totals",
    "Benefits for the CIA model",
    "Discount factors",
    "Present values",
    "Present value totals",
    "Sources",
    "What rests on what",
]


def written(appraisal: Appraisal, folder: Path) -> Book:
    path = folder / "annex.xlsx"
    write_workbook(appraisal, assess(appraisal, CATALOGUE), path, catalogue=CATALOGUE)
    return Book(path)


@pytest.fixture(scope="module")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))


@pytest.fixture
def book(leicester, tmp_path) -> Book:
    return written(leicester, tmp_path)


def test_every_part_has_its_sheet_and_no_sheet_names_who_scored(book, leicester):
    assert book.sheets.sheetnames == EXPECTED_SHEETS
    said = {str(cell.value) for sheet in book.sheets for row in sheet.iter_rows() for cell in row}
    for scorer in leicester.scorers:
        assert not any(scorer.name and scorer.name in words for words in said)
    assert book.sheets.properties.creator == "Appraiser"


def test_what_is_illustrative_is_told_under_the_title_of_every_sheet(book):
    for sheet in book.sheets:
        told = [sheet.cell(row, 1).value for row in range(1, 6)]
        assert any(str(each).startswith("Illustrative. Scores") for each in told), sheet.title


def test_the_first_sheet_says_whose_it_is_what_it_asks_and_how_old_the_law_is(book):
    said = {row["What"]: row["It says"] for row in book.table("About")}
    assert said["Trust's name"] == "University Hospitals of Leicester NHS Trust"
    assert said["Law as it stood on"] == "12 December 2014"
    assert said["Cap on the support"] == "£100,000"
    assert said["Reference data: rules"]
    assert "FT plus" in said["Verdict"]


def test_totals_and_ranks_by_formula_are_those_of_the_program(book, leicester):
    results = assess(leicester, CATALOGUE)
    rows = book.table("Totals")
    assert len(rows) == len(results.options) > 3
    for row, expected in zip(rows, results.options, strict=True):
        assert row["Total"] == pytest.approx(expected.total)
        assert row["Rank"] == expected.rank == row["Rank in Appraiser, gates aside"]
        assert row["Gates"].startswith("Barred" if expected.barred else "Open")


def test_a_viewer_that_works_nothing_out_is_shown_what_each_formula_comes_to(book):
    found = list(book.formulas())
    assert len(found) > 300
    for place, worked_out, shown in found:
        assert shown == pytest.approx(worked_out, abs=0.006), place


def test_the_file_says_what_made_it_and_that_formulas_are_to_be_worked_out_anew(
    leicester, tmp_path
):
    written(leicester, tmp_path)
    with ZipFile(tmp_path / "annex.xlsx") as parts:
        assert b"<Application>Appraiser</Application>" in parts.read("docProps/app.xml")
        assert b'fullCalcOnLoad="1"' in parts.read("xl/workbook.xml")


def test_a_row_is_as_tall_as_its_text_needs_and_grows_with_what_is_typed(tmp_path):
    appraisal = read(document())
    barrier = replace(appraisal.barriers[0], description="word " * 40)
    written(replace(appraisal, barriers=(barrier,)), tmp_path)
    with ZipFile(tmp_path / "annex.xlsx") as parts:
        at = EXPECTED_SHEETS.index("Barriers") + 1
        rows = re.findall(r"<row [^>]*>", parts.read(f"xl/worksheets/sheet{at}.xml").decode())
    tallest = max(float(found[1]) for row in rows if (found := re.search(r' ht="(\d+)"', row)))
    assert tallest >= 5 * 15
    assert not any("customHeight" in row for row in rows)


def test_a_change_to_a_given_weight_or_a_score_changes_the_total(book):
    before = book.table("Totals")[0]["Total"]
    criterion, option = book.table("Criteria and weights")[0], book.table("Scores")[1]
    share = criterion["Weight"]
    book.put("Criteria and weights", criterion["row"], 4, criterion["Given"] * 2)
    assert book.table("Criteria and weights")[0]["Weight"] > share
    assert book.table("Totals")[0]["Total"] != pytest.approx(before)
    book.put("Scores", option["row"], 2, None)
    assert book.table("Totals")[0]["Total"] == ""
    assert book.table("Totals")[0]["Scores missing"] == 1


def test_the_support_plan_by_formula_comes_to_what_the_program_found(book, leicester):
    support = assess(leicester, CATALOGUE).support
    sums = {row["Sum"]: row for row in book.table("Support against the cap")}
    assert sums["Counted against the cap"]["By formula (£)"] == pytest.approx(support.used / 100)
    for row in sums.values():
        assert row["By formula (£)"] == row["In Appraiser (£)"]
    for row, total in zip(book.table("Support plan"), support.lines, strict=True):
        assert row["Cost (£)"] == pytest.approx(total.cost / 100)
    for row, contract in zip(book.table("Contracts"), support.contracts, strict=True):
        assert row["Cost by formula (£)"] == pytest.approx(contract.cost / 100)


def test_a_change_to_the_days_bought_changes_what_is_left_under_the_cap(book):
    def left() -> float:
        rows = {row["Sum"]: row["By formula (£)"] for row in book.table("Support against the cap")}
        return rows["Left under the cap"]

    before = left()
    lines = book.table("Support plan")
    line = next(
        row for row in lines if row["Status"] == "Committed" and row["Paid for"] == "Bought"
    )
    book.put("Support plan", line["row"], 7, line["Days"] + 1)
    price = line["Day rate, before VAT (£)"] * (1 + line["VAT rate (%)"] / 100)
    assert left() == pytest.approx(before - price)


@settings(max_examples=25)
@given(appraisals())
def test_whatever_the_appraisal_the_formulas_come_to_what_the_program_found(
    tmp_path_factory, appraisal
):
    book = written(appraisal, tmp_path_factory.mktemp("book"))
    results = assess(appraisal, CATALOGUE)
    if results.weights:
        for row, weight in zip(
            book.table("Criteria and weights"), results.weights.criteria, strict=True
        ):
            assert row["Weight"] == pytest.approx(weight.cumulative)
        for row, expected in zip(_totals(book), results.options, strict=True):
            assert (row["Total"] or None) == pytest.approx(expected.total or None)
            assert (row["Rank"] or None) == expected.rank
    for row in book.table("Support against the cap"):
        live, exported = row["By formula (£)"], row["In Appraiser (£)"]
        if isinstance(exported, str) or exported is None:
            assert live in {exported, ""}
        else:
            assert live == pytest.approx(exported, abs=0.011, rel=1e-12)

    for place, worked_out, shown in book.formulas():
        assert (shown or 0) == pytest.approx(worked_out or 0, abs=0.011, rel=1e-9), place


def _totals(book: Book) -> list[dict]:
    return [row for row in book.table("Totals") if row["Option"] is not None]


@pytest.mark.parametrize("policy", MissingScores)
def test_a_missing_score_is_treated_by_the_formulas_as_the_policy_says(tmp_path, policy):
    appraisal = read(document())
    appraisal = replace(
        appraisal,
        options=tuple(replace(each, listing=Listing.SHORTLIST) for each in appraisal.options),
        scoring=replace(appraisal.scoring, missing=policy),
    )
    rows = _totals(written(appraisal, tmp_path))
    results = assess(appraisal, CATALOGUE)
    assert [row["Total"] or None for row in rows] == [each.total for each in results.options]
    assert [row["Scores missing"] for row in rows] == [1, 1, 2]


def test_weights_that_come_from_ranks_are_carried_down_the_tree_by_formulas(tmp_path):
    panel = {"id": "panel", "method": "rank", "raw": {"voice": 2, "say": 1, "cost": 1}}
    appraisal = read(document(weight_sets=[panel]))
    weights = assess(appraisal, CATALOGUE).weights
    rows = written(appraisal, tmp_path).table("Criteria and weights")
    expected = [each.cumulative for each in weights.criteria]
    assert [row["Weight"] for row in rows] == pytest.approx(expected)
    assert rows[1]["Weight"] == rows[0]["Weight"] < rows[2]["Weight"]


def test_the_weights_each_group_gave_are_there(book, leicester):
    given = book.table("Weight sets")
    assert [row["Weight set"] for row in given] == [each.name for each in leicester.weight_sets]
    assert "Staff voice: 100" in given[0]["Swings, points or ranks"]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (["sheets"], "Illustrative. Scores were made up"),
        (["sheets", "trust.income"], "Illustrative. Scores and other items were made up"),
        (["trust.income"], "Illustrative. Some items were made up"),
    ],
)
def test_the_notice_names_what_people_most_need_to_be_told_of(tmp_path, about, said):
    citations = [{"id": each.replace(".", "-"), "about": each, "source": "desk"} for each in about]
    appraisal = read(document(trust={"name": "North"}, citations=citations))
    assert written(appraisal, tmp_path).sheets["Scores"]["A3"].value.startswith(said)


def test_without_weights_there_is_no_total_and_the_sheet_says_why(tmp_path):
    book = written(read(document(weighting={})), tmp_path)
    (row,) = book.table("Totals")
    assert (row["Total"], row["Rank"], row["Scores missing"]) == (None, None, 1)
    sheet = book.sheets["Criteria and weights"]
    assert "There are no weights yet." in [sheet.cell(at, 1).value for at in range(1, 7)]
    assert {row["Weight"] for row in book.table("Criteria and weights")} == {None}


def test_a_broken_seal_is_printed_with_its_reason(tmp_path):
    seal = {
        "id": "s",
        "sealed_at": "2014-12-12T14:02",
        "broken_at": "2014-12-19T09:30",
        "broken_reason": "An anchor was wrong.",
    }
    rows = written(read(document(seals=[seal, {"id": "t"}])), tmp_path).table("About")
    said = [(row["What"], row["It says"]) for row in rows]
    assert ("Weights sealed", "12 Dec 2014 14:02 by somebody not named") in said
    assert ("Seal broken", "19 Dec 2014 09:30: An anchor was wrong.") in said
    assert ("Weights sealed", "at an unknown time by somebody not named") in said


def test_an_empty_appraisal_gives_a_workbook_that_says_so(tmp_path):
    book = written(Appraisal(id="bare"), tmp_path)
    assert book.sheets.sheetnames == EXPECTED_SHEETS
    words = [cell.value for row in book.sheets["Barriers"].iter_rows() for cell in row]
    assert "There are none." in words


def test_two_hundred_options_are_all_there(tmp_path):
    options = [{"id": f"option-{each}", "listing": "shortlist"} for each in range(200)]
    appraisal = read(document(options=options, barriers=[], requests=[], sheets=[]))
    book = written(appraisal, tmp_path)
    assert len(book.table("Totals")) == 200


AWKWARD = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "#N/A",
    "<b>&amp;</b>",
    "👩🏽‍⚕️🏥",
    "שלום עולם",
    " both ends ",
]


@pytest.mark.parametrize("words", AWKWARD)
def test_what_people_typed_is_text_in_a_cell_and_never_a_formula(tmp_path, words):
    appraisal = read(document())
    barrier = replace(appraisal.barriers[0], title=words, description=words)
    book = written(replace(appraisal, barriers=(barrier,)), tmp_path)
    sheet = book.sheets["Barriers"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}
    starts = words[0] in "=+-@\t"
    assert {bool(cell.quotePrefix) for cell in cells} == {starts}


def test_what_no_document_can_hold_is_left_out(tmp_path):
    appraisal = read(document())
    barrier = replace(appraisal.barriers[0], description="a\0b\x1fc\ufffed\ud800")
    book = written(replace(appraisal, barriers=(barrier,)), tmp_path)
    assert book.table("Barriers")[0]["What stands in the way"] == "abcd"


def test_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path):
    appraisal = read(document())
    for words in ("x" * 100_000, "🏥" * 100_000):
        barrier = replace(appraisal.barriers[0], description=words)
        book = written(replace(appraisal, barriers=(barrier,)), tmp_path)
        said = book.table("Barriers")[0]["What stands in the way"]
        assert said.endswith("(cut here: a cell holds no more, the appraisal has all of it)")
        assert 30_000 < len(said.encode("utf-16-le")) / 2 <= 32_767


def test_days_before_spreadsheets_begin_are_written_as_text(tmp_path):
    appraisal = read(document())
    barrier = replace(appraisal.barriers[0], due=date(1066, 10, 14))
    book = written(replace(appraisal, barriers=(barrier,)), tmp_path)
    assert book.table("Barriers")[0]["Due"] == "1066-10-14"


def test_an_export_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "annex.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    appraisal = read(document())
    with pytest.raises(Problem, match="read-only"):
        write_workbook(appraisal, assess(appraisal, CATALOGUE), path)
    assert path.read_bytes() == b"old"
