"""Long work: it tells how far it has come, and asks whether anyone still waits for it."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[float], object]
"""Hears how much of the work is done, from 0 to 1."""

Asked = Callable[[], bool]
"""Tells whether the answer is no longer wanted."""


class Cancelled(Exception):
    """Nobody waits for the answer any more; nothing has gone wrong."""


def stop_if(cancelled: Asked | None) -> None:
    """Raise `Cancelled` if the answer is no longer wanted."""
    if cancelled is not None and cancelled():
        raise Cancelled
