"""What is wanted of an export."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.cancelling import Asked, Told
from appraiser.domain.journal import JournalLine


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of an export: the public paper, the journal, a password on a PDF."""

    public: bool = False
    journal: tuple[JournalLine, ...] = ()
    whole_journal: bool = False
    password: str = ""
    told: Told | None = None
    """Hears how much of a PDF is done, from 0 to 1."""
    cancelled: Asked | None = None
    """Tells whether nobody waits any more; `Cancelled` is raised then, and nothing written."""


PRIVATE = Wanted()
