"""What a check finds: something wrong, something missing, or something to look at."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import Ref
from appraiser.domain.term import Term
from appraiser.domain.terms import Stage


class Severity(Term):
    """How much a finding matters."""

    ERROR = "error", "Wrong"
    MISSING = "missing", "Missing"
    WARNING = "warning", "Look at this"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, in a sentence, with the place where it is put right."""

    code: str
    severity: Severity
    stage: Stage
    words: str
    ref: Ref | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Want:
    """One thing a stage needs before it is done, and whether it is there."""

    stage: Stage
    met: bool
    words: str
    ref: Ref | None = None
    field: str = ""

    @property
    def finding(self) -> Finding:
        """The finding to show while it is not there."""
        return Finding("missing", Severity.MISSING, self.stage, self.words, self.ref, self.field)
