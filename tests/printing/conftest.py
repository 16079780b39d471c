"""What tests of the printed results have: a way to read what the command prints."""

from collections.abc import Callable
from pathlib import Path

import pytest

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.cli import run
from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.writing import appraisal_to_json

Printed = Callable[..., str]
WIDE = "240"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Give the reference data that is shipped."""
    return load_catalogue()


@pytest.fixture
def printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Printed:
    """Print the results of an appraisal, on a terminal so wide that no sentence is broken."""
    monkeypatch.setenv("COLUMNS", WIDE)

    def call(appraisal: Appraisal, *options: str, command: str = "results") -> str:
        file = tmp_path / "appraisal.json"
        file.write_text(appraisal_to_json(appraisal), "utf-8")
        capsys.readouterr()
        run([command, str(file), *options])
        return capsys.readouterr().out

    return call


def row(printed: str, name: str, under: str = "") -> list[str]:
    """Give the cells of the first row of that name below a heading; two spaces part them."""
    lines = printed[printed.index(under) :].splitlines()
    found = next(line.strip() for line in lines if line.strip().startswith(f"{name}  "))
    return [cell.strip() for cell in found.split("  ") if cell.strip()]
