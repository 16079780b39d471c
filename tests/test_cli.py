"""The command line, through its own door: what it prints, what it leaves, how it refuses."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from appraiser.__main__ import main
from appraiser.cli import run
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import appraisal_to_json
from appraiser.resources import sample

NASTY = "<b>&amp; " + "\U0001f600 " + "\u05e9\u05dc\u05d5\u05dd " + "=1+1 "


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def leicester(tmp_path: Path, command: Command) -> Path:
    file = tmp_path / "Leicester é accents and spaces.appraisal"
    assert command("import", sample("leicester"), file).code == 0
    return file


def refused(said: Said) -> str:
    """Check that a refusal is one plain sentence or a few, exit 1, and no traceback."""
    assert said.code == 1
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    return said.err


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
    assert (from_file["format"], from_file["version"]) == ("appraiser-results", 2)
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
def test_nothing_public_is_written_while_something_is_marked_private(
    ending: str, tmp_path: Path, command: Command
):
    out = tmp_path / f"p.{ending}"
    sentence = refused(command("export", sample("leicester"), out, "--part", "1"))
    assert "contracts/lead" in sentence
    assert not out.exists()


def test_a_public_export_names_no_scorer(tmp_path: Path, command: Command):
    plain = json.loads(sample("leicester").read_text("utf-8"))
    plain["part_marks"] = []
    plain["scorers"][0]["name"] = "Somebody Secret"
    file = tmp_path / "named.json"
    file.write_text(json.dumps(plain), "utf-8")
    said = command("export", file, tmp_path / "public.json", "--part", "1")
    assert said.code == 0
    assert "Read it before it is published." in said.err
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
    assert "FT plus, total 71: as printed." in said.out
    assert "Not covered yet" in said.out


def test_a_changed_appraisal_shows_when_its_paper_is_verified(tmp_path: Path, command: Command):
    paper = tmp_path / "paper.pdf"
    command("export", sample("leicester"), paper)
    changed = tmp_path / "changed.json"
    text = sample("leicester").read_text("utf-8")
    changed.write_text(text.replace('"value": 80.0', '"value": 20.0', 1), "utf-8")
    said = command("verify", paper, changed)
    assert said.code == 1
    assert "changed since the paper was made" in said.out


def test_verifying_without_an_appraisal_says_that_nothing_was_compared(
    tmp_path: Path, command: Command
):
    paper = tmp_path / "paper.pdf"
    command("export", sample("fenmarsh"), paper)
    assert "Nothing was compared" in command("verify", paper).out


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


def bad_files(folder: Path, good: Path) -> dict[str, Path]:
    """Make one file for each way a file can be bad."""
    made = {
        name: folder / f"{name} é.appraisal"
        for name in ("missing", "folder", "photo", "truncated", "empty", "text")
    }
    made["folder"].mkdir()
    made["photo"].write_bytes(b"\xff\xd8\xff\xe0" + bytes(5_000))
    made["truncated"].write_bytes(good.read_bytes()[:9_000])
    made["empty"].write_bytes(b"")
    made["text"].write_text("hello", "utf-8")
    made["broken-json"] = folder / "broken.json"
    made["broken-json"].write_text('{"format": ', "utf-8")
    return made


@pytest.mark.parametrize("verb", ["results", "check", "export"])
def test_a_bad_file_is_one_sentence_and_is_left_as_it_was(
    verb: str, leicester: Path, tmp_path: Path, command: Command
):
    for name, file in bad_files(tmp_path, leicester).items():
        before = file.read_bytes() if file.is_file() else None
        more = (tmp_path / "out.pdf",) if verb == "export" else ()
        sentence = refused(command(verb, file, *more))
        assert ("line 1" if name == "broken-json" else file.name) in sentence
        assert (file.read_bytes() if file.is_file() else None) == before
        assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such folders")
def test_a_folder_that_refuses_writing_is_named(tmp_path: Path, command: Command):
    target = Path("/proc/nowhere") / "paper.pdf"
    assert "paper.pdf" in refused(command("export", sample("leicester"), target))
    refused(command("new", "/proc/new.appraisal", "--trust", "X", "--scope", "service-line"))


def test_a_full_disk_leaves_the_old_paper(tmp_path: Path):
    """In a child process whose files may not grow past a few kilobytes."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"the old paper")
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000));"
        "from appraiser.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script, "export", str(sample("leicester")), str(paper)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "unchanged" in done.stderr
    assert paper.read_bytes() == b"the old paper"


def nasty_sample(words: str) -> str:
    """Put some words in every field of the Leicester sample that holds text."""
    plain = json.loads(sample("leicester").read_text("utf-8"))
    for name in ("challenges", "objectives", "options", "barriers", "criteria", "support_lines"):
        for each in plain[name]:
            for key in ("title", "name", "description", "reason", "deliverable", "mitigation"):
                if key in each:
                    each[key] = f"{words}{each[key]}"
    plain["trust"]["name"] = f"{words}{plain['trust']['name']}"
    return json.dumps(plain)


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "xlsx", "csv", "json"])
def test_markup_emoji_and_right_to_left_text_are_only_text(
    ending: str, tmp_path: Path, command: Command
):
    file = tmp_path / "nasty.json"
    file.write_text(nasty_sample(NASTY), "utf-8")
    said = command("export", file, tmp_path / f"out.{ending}")
    assert said.code == 0, said.err


@pytest.mark.parametrize("count", [0, 200])
def test_no_options_and_two_hundred_are_both_worked_out(
    count: int, tmp_path: Path, command: Command
):
    from dataclasses import replace

    appraisal = read_appraisal(sample("fenmarsh"))
    kept = appraisal.options if count else ()
    more = tuple(Option(id=OptionId(f"more-{at}"), name=f"Option {at}") for at in range(count))
    options = kept + more
    changed = (
        replace(appraisal, options=options)
        if count
        else _without_options(appraisal_to_json(appraisal))
    )
    file = tmp_path / "many.json"
    file.write_text(changed if isinstance(changed, str) else appraisal_to_json(changed), "utf-8")
    assert command("results", file).code == 0
    assert command("export", file, tmp_path / "many.pdf").code == 0


def _without_options(text: str) -> str:
    plain = json.loads(text)
    known = {"format", "version", "id", "trust", "programme", "question", "criteria", "costing"}
    return json.dumps({key: value for key, value in plain.items() if key in known})


def test_a_hundred_thousand_characters_are_kept_and_printed(tmp_path: Path, command: Command):
    plain = json.loads(sample("northcliff").read_text("utf-8"))
    plain["paper"]["reason"] = "word " * 20_000
    plain["barriers"][0]["description"] = "x" * 100_000
    file = tmp_path / "long.json"
    file.write_text(json.dumps(plain), "utf-8")
    kept = tmp_path / "long.appraisal"
    assert command("import", file, kept).code == 0
    out = tmp_path / "again.json"
    assert command("export", kept, out).code == 0
    assert json.loads(out.read_text("utf-8"))["paper"]["reason"] == "word " * 20_000
    assert command("export", kept, tmp_path / "long.pdf").code == 0


@pytest.mark.parametrize("pence", [-(10**12), 0, 10**15])
def test_negative_and_huge_money_is_worked_out(pence: int, tmp_path: Path, command: Command):
    plain = json.loads(sample("fenmarsh").read_text("utf-8"))
    plain["cost_lines"][0]["amount"] = pence
    file = tmp_path / "money.json"
    file.write_text(json.dumps(plain), "utf-8")
    assert command("results", file).code == 0


def test_money_past_any_budget_is_refused_with_its_place(tmp_path: Path, command: Command):
    plain = json.loads(sample("fenmarsh").read_text("utf-8"))
    plain["cost_lines"][0]["amount"] = 10**19
    file = tmp_path / "money.json"
    file.write_text(json.dumps(plain), "utf-8")
    assert "cost_lines[0].amount" in refused(command("results", file))


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
