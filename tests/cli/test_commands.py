"""The command line, through its own door: what it prints, what it leaves, how it refuses."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.said import Command, refused

from appraiser.__main__ import main
from appraiser.resources import sample


def test_a_new_appraisal_is_begun_in_a_file(tmp_path: Path, command: Command):
    file = tmp_path / "new.appraisal"
    said = command("new", file, "--trust", "Hill Trust", "--scope", "service-line")
    assert (said.code, file.is_file()) == (0, True)
    assert "Hill Trust" in command("results", file).out


def test_a_trust_without_a_name_is_refused(tmp_path: Path, command: Command):
    said = command("new", tmp_path / "n.appraisal", "--trust", " ", "--scope", "service-line")
    assert "needs a name" in refused(said)


def test_a_new_appraisal_never_replaces_a_file(leicester: Path, command: Command):
    before = leicester.read_bytes()
    said = command("new", leicester, "--trust", "X", "--scope", "whole-organisation")
    assert "already" in refused(said)
    assert leicester.read_bytes() == before


def test_results_say_who_leads_how_sure_and_what_is_barred(leicester: Path, command: Command):
    out = command("results", leicester).out
    assert "Narrow leader: FT plus, ahead by 7 points." in out
    assert "barred on" in out
    assert "Support: £87,400 of £100,000." in out
    assert "illustrative" in out


def test_results_say_pause_where_readiness_does(command: Command):
    assert "Readiness: pause." in command("results", sample("northcliff")).out


def test_results_as_json_are_the_same_from_json_and_from_the_file(
    leicester: Path, command: Command
):
    from_file = json.loads(command("results", leicester, "--json").out)
    from_json = json.loads(command("results", sample("leicester"), "--json").out)
    assert from_file == from_json
    assert (from_file["format"], from_file["version"]) == ("appraiser-results", 3)
    assert {each["option"] for each in from_file["options"]} <= set(from_file["names"])


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_results_as_json_carry_all_that_was_found_and_fit_the_schema_that_is_printed(
    name: str, command: Command
):
    plain = json.loads(command("results", sample(name), "--json").out)
    schema = json.loads(command("schema", "--results").out)
    wrong = Draft202012Validator(schema).iter_errors(plain)
    assert [f"{each.json_path}: {each.message}" for each in wrong] == []
    carried = ("weights", "robustness", "sensitivity", "panel", "money", "examination")
    assert all(plain[part] for part in carried)
    assert plain["examination"]["other_spreads"]


def test_no_scorer_is_named_in_results(tmp_path: Path, command: Command):
    plain = json.loads(sample("leicester").read_text("utf-8"))
    for each in plain["scorers"]:
        each["name"] = "Somebody Secret"
    file = tmp_path / "named.json"
    file.write_text(json.dumps(plain), "utf-8")
    for options in ((), ("--json",)):
        assert "Somebody Secret" not in command("results", file, *options).out


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_the_samples_pass_the_check(name: str, command: Command):
    assert command("check", sample(name)).code == 0


def test_a_check_that_finds_something_wrong_ends_with_1(tmp_path: Path, command: Command):
    plain = json.loads(sample("leicester").read_text("utf-8"))
    plain["seals"] = []
    file = tmp_path / "unsealed.json"
    file.write_text(json.dumps(plain), "utf-8")
    said = command("check", file, "--json")
    assert said.code == 1
    codes = {each["code"] for each in json.loads(said.out)}
    assert "scored-unsealed" in codes


def test_a_check_says_when_something_else_changed_the_file(leicester: Path, command: Command):
    assert command("check", leicester).err == ""
    connection = sqlite3.connect(leicester)
    with connection:
        connection.execute("UPDATE trust SET name = 'Another trust'")
    connection.close()
    said = command("check", leicester)
    assert "something other than Appraiser" in said.err


@pytest.mark.parametrize(
    ("options", "title"), [((), "Appraisal"), (("--results",), "Results of an appraisal")]
)
def test_the_schema_is_printed(options: tuple[str, ...], title: str, command: Command):
    schema = json.loads(command("schema", *options).out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["title"] == title


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "json", "xlsx", "csv"])
def test_it_is_written_in_every_form(ending: str, tmp_path: Path, command: Command):
    out = tmp_path / f"paper.{ending}"
    said = command("export", sample("leicester"), out)
    assert said.code == 0, said.err
    assert out.stat().st_size > 1_000


def test_json_to_file_to_json_is_identical(leicester: Path, tmp_path: Path, command: Command):
    out = tmp_path / "again.json"
    assert command("export", leicester, out).code == 0
    assert out.read_text("utf-8") == sample("leicester").read_text("utf-8")


@pytest.mark.parametrize("ending", ["pdf", "json", "xlsx"])
def test_a_public_export_says_what_it_leaves_out(ending: str, tmp_path: Path, command: Command):
    out = tmp_path / f"p.{ending}"
    said = command("export", sample("leicester"), out, "--part", "1")
    assert said.code == 0, said.err
    assert "leaves out 1 contract, 4 support lines and 1 interest" in said.err
    assert out.stat().st_size > 1_000


def test_a_public_export_names_no_scorer(tmp_path: Path, command: Command):
    plain = json.loads(sample("leicester").read_text("utf-8"))
    plain["part_marks"] = []
    plain["scorers"][0]["name"] = "Somebody Secret"
    file = tmp_path / "named.json"
    file.write_text(json.dumps(plain), "utf-8")
    said = command("export", file, tmp_path / "public.json", "--part", "1")
    assert said.code == 0
    assert "Nothing is marked private" in said.err
    assert "Somebody Secret" not in (tmp_path / "public.json").read_text("utf-8")


def test_an_unknown_ending_is_refused(tmp_path: Path, command: Command):
    assert ".doc" in refused(command("export", sample("leicester"), tmp_path / "paper.doc"))


def test_a_paper_is_verified_against_its_appraisal(
    leicester: Path, tmp_path: Path, command: Command
):
    paper = tmp_path / "paper.pdf"
    command("export", leicester, paper)
    said = command("verify", paper, leicester)
    assert said.code == 0, said.out
    assert "pages are as they were written." in said.out
    assert "numbers were worked out again and are as written." in said.out


def test_a_changed_appraisal_shows_when_its_paper_is_verified(tmp_path: Path, command: Command):
    paper = tmp_path / "paper.pdf"
    command("export", sample("leicester"), paper)
    changed = tmp_path / "changed.json"
    text = sample("leicester").read_text("utf-8")
    changed.write_text(text.replace('"value": 80.0', '"value": 20.0', 1), "utf-8")
    said = command("verify", paper, changed)
    assert said.code == 1
    assert "changed since the paper was made" in said.out


def test_verifying_without_an_appraisal_holds_the_paper_against_itself_alone(
    tmp_path: Path, command: Command
):
    paper = tmp_path / "paper.pdf"
    command("export", sample("fenmarsh"), paper)
    assert "no number was worked out again" in command("verify", paper).out


def test_a_paper_of_another_program_is_refused(tmp_path: Path, command: Command):
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.4 not really")
    assert "PDF" in refused(command("verify", paper))


@pytest.mark.parametrize("ending", ["json", "html", "xlsx"])
def test_a_programme_is_gathered_and_a_broken_file_named(
    ending: str, leicester: Path, tmp_path: Path, command: Command
):
    photo = tmp_path / "photo.appraisal"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2_000))
    out = tmp_path / f"return.{ending}"
    said = command("programme", leicester, sample("fenmarsh"), photo, "--out", out)
    assert said.code == 0
    assert "photo.appraisal" in said.err
    assert out.stat().st_size > 1_000


def test_a_programme_of_nothing_readable_is_refused(tmp_path: Path, command: Command):
    refused(command("programme", tmp_path / "gone.appraisal", "--out", tmp_path / "out.json"))


@pytest.mark.parametrize("arguments", [["export"], ["new"], ["results", "a", "b"], ["--nonsense"]])
def test_wrong_usage_ends_with_2(arguments: list[str], command: Command):
    assert command(*arguments).code == 2


def test_two_files_to_open_are_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["appraiser", "one", "two"])
    assert main() == 2
    assert "one file" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_that_cannot_be_written_is_said_in_a_sentence():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "appraiser", "results", str(sample("northcliff"))],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_without_our_letters_still_gets_an_answer():
    done = subprocess.run(
        [sys.executable, "-m", "appraiser", "results", str(sample("northcliff"))],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert b"Northcliff" in done.stdout


def test_a_fault_of_the_program_is_a_sentence_and_a_log_without_the_appraisal(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setitem(sys.modules, "appraiser.printing.results", None)
    said = command("results", sample("northcliff"))
    assert "Something in Appraiser went wrong" in refused(said)
    (log,) = Path(os.environ["XDG_DATA_HOME"]).rglob("errors.log")
    assert "cli.py" in log.read_text("utf-8")
    assert "Northcliff" not in log.read_text("utf-8")


def test_a_light_command_imports_nothing_heavy():
    script = (
        "import sys; from appraiser.cli import run; run(['schema']);"
        "heavy = {'sqlalchemy', 'numpy', 'reportlab', 'PySide6', 'openpyxl', 'docx', 'rich.table'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_module_is_a_program(tmp_path: Path):
    file = tmp_path / "copy.json"
    shutil.copy(sample("northcliff"), file)
    done = subprocess.run(
        [sys.executable, "-m", "appraiser", "results", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )
    assert done.returncode == 0
    assert "Northcliff" in done.stdout


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_the_expression_of_interest_is_exported_by_itself(
    ending: str, tmp_path: Path, command: Command
):
    out = tmp_path / f"expression.{ending}"
    said = command("export", sample("leicester"), out, "--expression-of-interest")
    assert said.code == 0
    assert out.stat().st_size > 1_000


def test_the_expression_of_interest_is_refused_as_a_spreadsheet(tmp_path: Path, command: Command):
    out = tmp_path / "out.xlsx"
    said = command("export", sample("leicester"), out, "--expression-of-interest")
    assert "pdf, docx, html" in refused(said)


def test_a_programme_is_gathered_from_a_folder(leicester: Path, tmp_path: Path, command: Command):
    out = tmp_path / "return.json"
    assert command("programme", leicester.parent, "--out", out, "--anonymous").code == 0
    assert "Leicester" not in out.read_text("utf-8")
