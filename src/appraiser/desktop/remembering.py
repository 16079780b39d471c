"""Where the window stood and how large it was, kept in the person's own settings folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

_KEY = "window/geometry"


def put_back(window: QWidget, kept_in: Path) -> None:
    """Give a window the place and size it had last, as far as the screen has room for it."""
    if kept_in.is_file():
        from PySide6.QtCore import QByteArray, QSettings

        found = QSettings(str(kept_in), QSettings.Format.IniFormat).value(_KEY)
        if isinstance(found, QByteArray):
            window.restoreGeometry(found)


def keep(window: QWidget, kept_in: Path) -> None:
    """Keep the place and size of a window for the next time."""
    from PySide6.QtCore import QSettings

    settings = QSettings(str(kept_in), QSettings.Format.IniFormat)
    settings.setValue(_KEY, window.saveGeometry())
    settings.sync()
