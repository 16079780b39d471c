"""How the fields of an appraisal describe themselves.

Each entity is a frozen dataclass whose fields are declared with the functions below. The
declaration is made once and read by everyone who needs it: the edits check values against it,
the file turns it into columns, the exchange format into a schema, a page into labelled controls.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Union, get_args, get_origin, get_type_hints

from appraiser.domain.term import Term

MOST_PENCE = 10**15
"""Ten trillion pounds: past any public budget, and exact in a 64-bit whole number."""

MOST_WHOLE = 10**9
"""A count above this is a slip of the keyboard."""

MOST_AMOUNT = 1e9
"""A raw weight above this is a slip of the keyboard."""


class Kind(Enum):
    """What sort of value a field holds, and so how it is checked, stored and shown."""

    ID = auto()
    LINE = auto()  # text on one line
    TEXT = auto()  # text of any length
    LINES = auto()  # tuple of texts, in order
    PICTURE = auto()  # a PNG in base64, or nothing
    NUMBER = auto()
    WHOLE = auto()
    PERCENT = auto()  # 20.0 is twenty per cent
    MONEY = auto()  # whole pence
    DATE = auto()
    MOMENT = auto()  # date and time of day, as the clock on the wall showed it
    FLAG = auto()
    CHOICE = auto()  # one term of a fixed list
    LINK = auto()  # the id of one entity of another collection
    LINKS = auto()  # ids of entities of another collection, in order
    AMOUNTS = auto()  # a number for each of some entities of another collection
    POINTS = auto()  # pairs of numbers (performance, value)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """The description of one field of one entity."""

    name: str
    kind: Kind
    label: str
    hint: str
    optional: bool
    low: float | None
    high: float | None
    to: str
    """For links and amounts: the name of the collection linked to."""
    owned: bool
    """For links: the entity is part of the one it links to, and goes when that goes."""
    choices: type[Term] | None
    default: object
    entry: bool = False
    """For texts: it is no words, but the id of an entry of the reference data, or a fingerprint."""


@dataclass(frozen=True, slots=True)
class _Described:
    kind: Kind
    label: str
    hint: str = ""
    low: float | None = None
    high: float | None = None
    to: str = ""
    owned: bool = False
    entry: bool = False


def _field(described: _Described, default: object) -> Any:
    metadata = {"described": described}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=dict, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def identity() -> Any:
    """Declare the id of an entity: stable, and never used again after it is removed."""
    return dataclasses.field(metadata={"described": _Described(Kind.ID, "Id")})


def line(label: str, hint: str = "", *, default: str = "") -> Any:
    """Declare a text that fits on one line."""
    return _field(_Described(Kind.LINE, label, hint), default)


def entry(label: str, hint: str = "Its id in the reference data") -> Any:
    """Declare the id of an entry of the reference data, or another text that is no words."""
    return _field(_Described(Kind.LINE, label, hint, entry=True), "")


def prose(label: str, hint: str = "", *, default: str = "") -> Any:
    """Declare a text of any length."""
    return _field(_Described(Kind.TEXT, label, hint), default)


def lines(label: str, hint: str = "") -> Any:
    """Declare several texts, in order."""
    return _field(_Described(Kind.LINES, label, hint), ())


def picture(label: str, hint: str = "") -> Any:
    """Declare a picture: a PNG in base64, or an empty text."""
    return _field(_Described(Kind.PICTURE, label, hint), "")


def number(
    label: str,
    hint: str = "",
    *,
    low: float | None = None,
    high: float | None = None,
    default: float | None = None,
) -> Any:
    """Declare a number, within `low` and `high` where they are given."""
    return _field(_Described(Kind.NUMBER, label, hint, low, high), default)


def whole(
    label: str,
    hint: str = "",
    *,
    low: int = 0,
    high: int = MOST_WHOLE,
    default: int | None = None,
) -> Any:
    """Declare a whole number from `low` to `high`."""
    return _field(_Described(Kind.WHOLE, label, hint, low, high), default)


def percent(
    label: str,
    hint: str = "",
    *,
    low: float = 0,
    high: float = 100,
    default: float | None = None,
) -> Any:
    """Declare a percentage: 20.0 is twenty per cent."""
    return _field(_Described(Kind.PERCENT, label, hint, low, high), default)


def money(label: str, hint: str = "", *, low: int = 0, default: int | None = None) -> Any:
    """Declare an amount of money in whole pence."""
    return _field(_Described(Kind.MONEY, label, hint, low, MOST_PENCE), default)


def day(label: str, hint: str = "") -> Any:
    """Declare a date that may be unknown."""
    return _field(_Described(Kind.DATE, label, hint), None)


def moment(label: str, hint: str = "") -> Any:
    """Declare a date and time that may be unknown."""
    return _field(_Described(Kind.MOMENT, label, hint), None)


def flag(label: str, hint: str = "", *, default: bool = False) -> Any:
    """Declare a yes or no."""
    return _field(_Described(Kind.FLAG, label, hint), default)


def choice(label: str, hint: str = "", *, default: Term | None = None) -> Any:
    """Declare one term of the list that the field's type names."""
    return _field(_Described(Kind.CHOICE, label, hint), default)


def link(label: str, to: str, hint: str = "", *, owned: bool = False) -> Any:
    """Declare a link to one entity of the collection `to`; required where `owned`."""
    described = _Described(Kind.LINK, label, hint, to=to, owned=owned)
    if owned:
        return dataclasses.field(metadata={"described": described})
    return _field(described, None)


def links(label: str, to: str, hint: str = "") -> Any:
    """Declare links to entities of the collection `to`, in order, each once."""
    return _field(_Described(Kind.LINKS, label, hint, to=to), ())


def amounts(label: str, to: str, hint: str = "") -> Any:
    """Declare a number, nought or more, for each of some entities of the collection `to`."""
    return _field(_Described(Kind.AMOUNTS, label, hint, low=0, high=MOST_AMOUNT, to=to), {})


def points(label: str, hint: str = "") -> Any:
    """Declare pairs of numbers, such as the corners of a value function."""
    return _field(_Described(Kind.POINTS, label, hint), ())


def specs(entity: type) -> Mapping[str, FieldSpec]:
    """Give the description of each field of a dataclass, in the order they were declared."""
    known = _SPECS.get(entity)
    if known is None:
        known = _SPECS[entity] = _described_fields(entity)
    return known


_SPECS: dict[type, Mapping[str, FieldSpec]] = {}


def _described_fields(entity: type) -> Mapping[str, FieldSpec]:
    hints = get_type_hints(entity)
    found: dict[str, FieldSpec] = {}
    for field in dataclasses.fields(entity):
        described: _Described | None = field.metadata.get("described")
        if described is None:
            continue
        plain, optional = _without_none(hints[field.name])
        term = plain if isinstance(plain, type) and issubclass(plain, Term) else None
        found[field.name] = FieldSpec(
            field.name,
            described.kind,
            described.label,
            described.hint,
            optional,
            described.low,
            described.high,
            described.to,
            described.owned,
            term,
            _default(field),
            described.entry,
        )
    return found


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default


def _without_none(hint: object) -> tuple[object, bool]:
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint, False
    (plain,) = (part for part in get_args(hint) if part is not type(None))
    return plain, True
