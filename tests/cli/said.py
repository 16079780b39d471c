"""What a command answered, and what a refusal is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


def refused(said: Said) -> str:
    """Check that a refusal is one plain sentence or a few, exit 1, and no traceback."""
    assert said.code == 1
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    return said.err
