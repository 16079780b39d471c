"""Every change a person can make, each a small frozen value.

`applying.apply` is the one place that says what an edit does.
"""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.appraisal import Entity
from appraiser.domain.criteria import Seal
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.scores import Cell, Score, SheetKey


@dataclass(frozen=True, slots=True)
class SetField:
    """Give one field of one thing another value."""

    ref: Ref
    field: str
    value: object


@dataclass(frozen=True, slots=True)
class AddEntity:
    """Put a new thing into a collection, at a place or at the end."""

    collection: str
    entity: Entity
    at: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveEntity:
    """Take a thing out of its collection, with everything that belongs to it."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class MoveEntity:
    """Give a thing another place in the order of its collection."""

    ref: Ref
    to: int


@dataclass(frozen=True, slots=True)
class SetScores:
    """Set, or with None clear, some cells of one score sheet."""

    sheet: SheetKey
    cells: tuple[tuple[Cell, Score | None], ...]


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave an option out of the shortlist, with the reason, who decided and when."""

    option: OptionId
    reason: str
    decided_by: str
    decided_on: str
    """The date, as 2014-12-01."""


@dataclass(frozen=True, slots=True)
class SealWeights:
    """Seal criteria, anchors and weights, so that scoring can open."""

    seal: Seal


@dataclass(frozen=True, slots=True)
class BreakSeal:
    """Break the seal, with the reason, who and when (2014-12-12T14:02)."""

    broken_at: str
    broken_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several edits made as one; all are made, or none."""

    edits: tuple[Edit, ...]
    words: str = ""


Edit = (
    SetField
    | AddEntity
    | RemoveEntity
    | MoveEntity
    | SetScores
    | LeaveOut
    | SealWeights
    | BreakSeal
    | Several
)
