"""Starts the desktop program. The one place that knows everyone."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from appraiser.desktop.program import Program, Surroundings
from appraiser.desktop.recent import RecentFiles
from appraiser.desktop.theme.style import load_fonts


def run(file: Path | None = None) -> int:
    """Open the window, on a file if one is named; give the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Appraiser")
    load_fonts()
    program = Program(app, Surroundings(RecentFiles(_recent_files())), file)
    program.start()
    return app.exec()


def _recent_files() -> Path:
    from platformdirs import user_config_path

    return user_config_path("Appraiser", appauthor=False) / "recent.json"
