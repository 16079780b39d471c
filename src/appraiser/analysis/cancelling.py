"""How long work is broken off: it asks now and then whether anyone still waits for it."""

from __future__ import annotations

from collections.abc import Callable

Asked = Callable[[], bool]
"""Tells whether the answer is no longer wanted."""


class Cancelled(Exception):
    """Nobody waits for the answer any more; nothing has gone wrong."""


def stop_if(cancelled: Asked | None) -> None:
    """Raise `Cancelled` if the answer is no longer wanted."""
    if cancelled is not None and cancelled():
        raise Cancelled
