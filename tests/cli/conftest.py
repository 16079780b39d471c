"""A command line to call, and a file to call it with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.said import Command, Said

from appraiser.cli import run
from appraiser.resources import sample


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
