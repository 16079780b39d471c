import csv
from dataclasses import replace
from pathlib import Path

import pytest
from tests.exchange.examples import document, read

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.comma_separated import write_csv
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

CATALOGUE = load_catalogue()


def written(appraisal: Appraisal, folder: Path) -> list[dict[str, str]]:
    path = folder / "scores.csv"
    write_csv(appraisal, assess(appraisal, CATALOGUE), path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_option_and_criterion_has_a_row_whose_points_add_up_to_the_total(tmp_path):
    appraisal = read_appraisal(sample("leicester"))
    rows = written(appraisal, tmp_path)
    results = assess(appraisal, CATALOGUE)
    for option in results.options:
        mine = [row for row in rows if row["Option id"] == option.option]
        assert len(mine) == len(option.contributions)
        assert sum(float(row["Points"]) for row in mine) == pytest.approx(option.total, abs=1e-5)
        assert sum(float(row["Weight"]) for row in mine) == pytest.approx(1, abs=1e-5)
        assert {row["Rank"] for row in mine} == {str(option.rank)}
    assert {row["Standing"] for row in rows} == {"Illustrative"}


def test_a_missing_score_is_empty_and_a_made_up_trust_says_so(tmp_path):
    rows = written(read(document()), tmp_path)
    assert [(row["Criterion"], row["Score"], row["Points"]) for row in rows] == [
        ("A say in decisions", "40.0", ""),
        ("Running cost", "", ""),
    ]
    assert {row["Standing"] for row in rows} == {"Made-up trust"}


def test_facts_that_are_neither_made_up_nor_illustrative_carry_no_warning(tmp_path):
    appraisal = read(document())
    trust = replace(appraisal.trust, made_up=False)
    rows = written(replace(appraisal, trust=trust, citations=()), tmp_path)
    assert {row["Standing"] for row in rows} == {""}


def test_one_table_says_of_each_option_all_that_an_analyst_compares(tmp_path):
    appraisal = read_appraisal(sample("leicester"))
    rows = written(appraisal, tmp_path)
    results = assess(appraisal, CATALOGUE)
    assert {row["Appraisal id"] for row in rows} == {"sample-leicester"}
    assert {row["Trust"] for row in rows} == {appraisal.trust.name}
    assert {row["Totals use"] for row in rows} == {results.feed.label}
    for option in results.options:
        mine = next(row for row in rows if row["Option id"] == option.option)
        money = results.money.of[option.option].economic.incremental
        assert float(mine["Cost over the years costed (£)"]) == option.costs.over_horizon / 100
        assert float(mine["Social value against business as usual (£)"]) == money.npv / 100
        assert float(mine["Lowest total"]) == pytest.approx(option.lowest, abs=1e-5)
        barring = "; ".join(each.gate.label for each in option.barring)
        assert (mine["Barred by a gate"] == "Yes", mine["Gates that bar it"]) == (
            option.barred,
            barring,
        )
    usual = next(row for row in rows if row["Role"] == "Business as usual")
    assert usual["Stays in the NHS"] == "Yes"


def test_each_row_has_the_range_the_reason_and_the_branch_of_its_score(tmp_path):
    first, second = written(read(document()), tmp_path)
    assert (first["Lowest score it could be"], first["Highest score it could be"]) == (
        "30.0",
        "50.0",
    )
    assert (first["Under"], second["Under"]) == ("Staff voice", "")
    assert (second["Reason"], second["Evidence"], second["Performance"]) == ("", "", "")
    assert first["Cost over the years costed (£)"] == ""


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "\uff1d1+1", "\uff20SUM(A1)"]
)
def test_what_people_typed_cannot_act_as_a_formula(tmp_path, words):
    appraisal = read(document())
    options = tuple(replace(each, name=words) for each in appraisal.options)
    rows = written(replace(appraisal, options=options), tmp_path)
    assert {row["Option"] for row in rows} == {f"'{words}"}


@pytest.mark.parametrize("words", ["<b>&amp;</b>", 'a, "b"; c', "שלום", "🏥", "x" * 100_000])
def test_other_awkward_words_are_kept_as_they_are(tmp_path, words):
    csv.field_size_limit(200_000)
    appraisal = read(document())
    options = tuple(replace(each, name=words) for each in appraisal.options)
    rows = written(replace(appraisal, options=options), tmp_path)
    assert {row["Option"] for row in rows} == {words}


def test_what_no_document_can_hold_is_left_out_and_hides_no_formula(tmp_path):
    appraisal = read(document())
    options = tuple(replace(each, name="\0=1+1") for each in appraisal.options)
    rows = written(replace(appraisal, options=options), tmp_path)
    assert {row["Option"] for row in rows} == {"'=1+1"}


def test_the_file_begins_with_the_mark_spreadsheets_look_for_and_ends_lines_as_they_do(tmp_path):
    written(read(document()), tmp_path)
    content = (tmp_path / "scores.csv").read_bytes()
    assert content.startswith("\ufeffAppraisal id,".encode())
    assert content.count(b"\r\n") == 3


def test_without_options_there_are_only_headings(tmp_path):
    assert written(Appraisal(id="bare"), tmp_path) == []


def test_an_export_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "scores.csv"
    path.write_bytes(b"old")
    path.chmod(0o444)
    appraisal = read(document())
    with pytest.raises(Problem, match="read-only"):
        write_csv(appraisal, assess(appraisal, CATALOGUE), path)
    assert path.read_bytes() == b"old"
