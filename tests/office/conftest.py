"""What is exported, opened and saved by a real office program: LibreOffice without its windows.

None of this is collected unless `python3 dev.py office` says which program to start.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dev import OFFICE

from appraiser.analysis.assessing import assess
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

if OFFICE not in os.environ:
    collect_ignore_glob = ["*"]

SAMPLES = ("leicester", "fenmarsh", "northcliff")
PATIENCE = 100  # seconds; the first start makes a profile

Convert = Callable[..., Path]
Export = Callable[[Path, str], Path]


@pytest.fixture(scope="session", params=SAMPLES)
def name(request) -> str:
    """The name of a sample."""
    return request.param


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def appraisal(name) -> Appraisal:
    return read_appraisal(sample(name))


@pytest.fixture(scope="session")
def results(appraisal, catalogue) -> Results:
    return assess(appraisal, catalogue)


@pytest.fixture(scope="session")
def export(tmp_path_factory) -> Export:
    """Exports a file of an appraisal by the command line, as a person would."""

    def exported(source: Path, ending: str) -> Path:
        out = tmp_path_factory.mktemp("exported") / f"{source.stem}.{ending}"
        command = [sys.executable, "-m", "appraiser", "export", str(source), str(out)]
        subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
        return out

    return exported


@pytest.fixture(scope="session")
def convert(tmp_path_factory) -> Convert:
    """Opens a file in LibreOffice and saves it in a form; gives the new file."""
    home = tmp_path_factory.mktemp("office-home")
    environment = {**os.environ, "HOME": str(home)}

    def converted(path: Path, form: str, *asked: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = [
            os.environ[OFFICE],
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            *("--headless", "--norestore", *asked),
            *("--convert-to", form, "--outdir", str(folder)),
            str(path),
        ]
        told = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, timeout=PATIENCE
        )
        made = folder / f"{path.stem}.{form.split(':', maxsplit=1)[0]}"
        assert made.is_file(), told.stdout + told.stderr
        return made

    return converted
