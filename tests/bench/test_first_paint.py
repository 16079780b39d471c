"""What the first paint may wait for. Measured against a bare window by `run.py`."""

import json
import subprocess
import sys

import pytest

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from appraiser.desktop.program import Program, Surroundings
from appraiser.desktop.recent import RecentFiles
from appraiser.desktop.theme.style import STYLE, load_fonts

def tell():
    found = {"modules": sorted(sys.modules), "enums": "Qt" in vars(QtCore)}
    print(json.dumps(found), flush=True)
    application.exit()

application = QApplication(["appraiser", *STYLE])
load_fonts()
program = Program(application, Surroundings(RecentFiles(Path("recent.json"))))
program.window.painted.connect(tell)
program.window.show()
application.exec()
"""

HEAVY = ("sqlalchemy", "sqlite3", "numpy", "reportlab", "msgspec", "platformdirs", "rich", "typer")
LATER = ("appraiser.domain", "appraiser.store", "appraiser.session", "appraiser.analysis")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first-paint")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("package", [*HEAVY, *LATER])
def test_the_first_window_is_painted_without(found, package):
    taken = [each for each in found["modules"] if f"{each}.".startswith(f"{package}.")]
    assert taken == []


def test_the_first_window_is_painted_before_qt_makes_all_its_own_enums(found):
    assert not found["enums"]
