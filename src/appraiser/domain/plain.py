"""Values to and from what JSON can hold.

Used by the journal, the exchange format and the edits, so that a value that is refused is
refused everywhere in the same words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from appraiser.domain.checking import (
    checked,
    date_from_text,
    in_words,
    is_whole,
    moment_from_text,
)
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.problem import Problem

T = TypeVar("T")

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """Turn the value of any field into what JSON can hold."""
    match value:
        case None | bool():
            return value
        case date():  # a datetime too
            return value.isoformat()
        case str():
            return str(value)
        case int():
            return value
        case float():
            return value + 0.0  # nought has no sign, so equal numbers have one fingerprint
        case tuple():
            return [to_plain(each) for each in value]
        case Mapping():
            return {str(key): to_plain(each) for key, each in value.items()}
    raise TypeError(type(value).__name__)


def entity_to_plain(item: object) -> dict[str, Plain]:
    """Turn an entity into a JSON object, leaving out what has its default."""
    found: dict[str, Plain] = {}
    for name, spec in specs(type(item)).items():
        value = getattr(item, name)
        if spec.kind is Kind.ID or spec.owned or value != spec.default:
            found[name] = to_plain(value)
    return found


def entity_from_plain(cls: type[T], value: object) -> T:
    """Turn a JSON object into an entity, strictly; raise `Problem` naming the place."""
    if not isinstance(value, dict):
        raise Problem(f"expected an object, found {in_words(value)}")
    known = specs(cls)
    for name in value:
        if name not in known:
            raise Problem(f"nothing here is called {in_words(name)}{did_you_mean(name, known)}")
    fields: dict[str, Any] = {}
    for name, spec in known.items():
        if name in value:
            fields[name] = from_plain(spec, value[name])
        elif spec.kind is Kind.ID or spec.owned:
            raise Problem(f'"{name}" is missing')
    return cls(**fields)


def from_plain(spec: FieldSpec, value: object) -> object:
    """Turn what JSON holds into the value of a field; raise `Problem` at the field's name."""
    try:
        return checked(spec, _parsed(spec, value))
    except Problem as problem:
        raise problem.at(spec.name) from None


def did_you_mean(word: str, known: Mapping[str, object] | list[str]) -> str:
    """Give `; did you mean "..."?` when something known is close, or nothing."""
    by_lower = {each.lower(): each for each in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[close[0]]}"?' if close else ""


def _parsed(spec: FieldSpec, value: object) -> object:
    """Turn what JSON holds into the field's own type where it has another one."""
    match spec.kind, value:
        case Kind.CHOICE, str():
            return _term(spec, value)
        case Kind.DATE, str():
            return date_from_text(value)
        case Kind.MOMENT, str():
            return moment_from_text(value)
        case Kind.NUMBER | Kind.PERCENT, int():
            return _as_float(value)
        case Kind.LINES | Kind.LINKS, list():
            return tuple(value)
        case Kind.AMOUNTS, dict():
            return {key: _as_float(each) for key, each in value.items()}
        case Kind.POINTS, list():
            return tuple(
                tuple(map(_as_float, each)) if isinstance(each, list) else each for each in value
            )
    return value


def _as_float(value: object) -> object:
    if not is_whole(value):
        return value
    try:
        return float(value)
    except OverflowError:
        return math.inf  # refused as a number that is not finite


def _term(spec: FieldSpec, value: str) -> object:
    assert spec.choices is not None
    known = [str(term) for term in spec.choices]
    if value in known:
        return next(term for term in spec.choices if term == value)
    hint = did_you_mean(value, known) or f"; expected one of {', '.join(known)}"
    raise Problem(f"{in_words(value)} is not known here{hint}")
