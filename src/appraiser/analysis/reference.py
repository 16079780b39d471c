"""What the analysis asks of the reference data, until the catalogue's own type takes its place."""

from __future__ import annotations

from typing import Protocol


class Catalogue(Protocol):
    """The dated reference data: forms, rules, thresholds."""
