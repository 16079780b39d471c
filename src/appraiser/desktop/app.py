"""Starts the desktop program. The one place that knows everyone."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from appraiser.desktop.program import Program


def run(file: Path | None = None) -> int:
    """Open the window, on a file if one is named; give the exit code."""
    gc.disable()  # nearly all that is made while starting stays; looking it through takes long
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QApplication

    from appraiser.desktop.crash import install
    from appraiser.desktop.program import Program, Surroundings
    from appraiser.desktop.recent import RecentFiles
    from appraiser.desktop.theme.style import STYLE, load_fonts

    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("Appraiser")
    load_fonts()
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    kept = Path(settings)
    surroundings = Surroundings(RecentFiles(kept / "recent.json"), geometry=kept / "window.ini")
    program = Program(app, surroundings, file)
    install(_errors(), program.tell)
    program.ready.connect(partial(_look_for_garbage, program))
    program.start()
    return app.exec()


def _errors() -> Path:
    """Give where errors are written down: on this computer, beside the working copies."""
    from PySide6.QtCore import QStandardPaths

    local = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(local)) / "Appraiser" / "errors.log"


def _look_for_garbage(program: Program) -> None:
    """Look again, on this thread alone."""
    from appraiser.desktop.collecting import Collecting

    Collecting(program)
