"""What the command line does with files, words and numbers that nobody expects."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.said import Command, refused

from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import appraisal_to_json
from appraiser.resources import sample

NASTY = "<b>&amp; " + "\U0001f600 " + "\u05e9\u05dc\u05d5\u05dd " + "=1+1 "


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
