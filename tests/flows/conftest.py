"""Flows start the real program, so they have what the desktop's tests have."""

from tests.desktop.conftest import app, ask, folders, nothing_left_over, start

__all__ = ("app", "ask", "folders", "nothing_left_over", "start")
