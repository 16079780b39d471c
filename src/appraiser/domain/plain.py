"""Values to and from what JSON can hold, checked against each field's description.

Used by the journal, the exchange format and the edits, so that a value that is refused is
refused everywhere in the same words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, TypeVar

from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import is_id
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
        case int() | float():
            return value
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
        raise Problem(f"expected an object, found {_found(value)}")
    known = specs(cls)
    for name in value:
        if name not in known:
            raise Problem(f'nothing here is called "{name}"{did_you_mean(name, known)}')
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


def checked(spec: FieldSpec, value: object) -> object:
    """Give the value back if the field may hold it; raise `Problem` saying why not."""
    if value is None:
        if spec.optional:
            return None
        raise Problem("a value is needed here")
    wanted, fits = _CHECKS[spec.kind]
    if spec.kind is Kind.CHOICE:
        assert spec.choices is not None
        if not isinstance(value, spec.choices):
            raise Problem(f"expected one of {', '.join(spec.choices)}, found {_found(value)}")
    elif not fits(value):
        raise Problem(f"expected {wanted}, found {_found(value)}")
    for number in _numbers(spec, value):
        _check_range(spec, number)
    return value


def did_you_mean(word: str, known: Mapping[str, object] | list[str]) -> str:
    """Give `; did you mean "..."?` when something known is close, or nothing."""
    by_lower = {each.lower(): each for each in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[close[0]]}"?' if close else ""


def _check_range(spec: FieldSpec, number: float) -> None:
    if not math.isfinite(number):
        raise Problem("expected a number that is not infinite")
    if spec.low is not None and number < spec.low:
        raise Problem(f"{number:g} is below the lowest allowed, {spec.low:g}")
    if spec.high is not None and number > spec.high:
        raise Problem(f"{number:g} is above the highest allowed, {spec.high:g}")


def _numbers(spec: FieldSpec, value: Any) -> list[float]:
    match spec.kind:
        case Kind.NUMBER | Kind.WHOLE | Kind.PERCENT | Kind.MONEY:
            return [value]
        case Kind.AMOUNTS:
            return list(value.values())
        case Kind.POINTS:
            return [number for point in value for number in point]
        case _:
            return []


def _parsed(spec: FieldSpec, value: object) -> object:
    """Turn what JSON holds into the field's own type where it has another one."""
    match spec.kind, value:
        case Kind.CHOICE, str():
            return _term(spec, value)
        case Kind.DATE | Kind.MOMENT, str():
            return _when(spec.kind, value)
        case Kind.NUMBER | Kind.PERCENT, int() if not isinstance(value, bool):
            return float(value)
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
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _term(spec: FieldSpec, value: str) -> object:
    assert spec.choices is not None
    known = [str(term) for term in spec.choices]
    if value in known:
        return next(term for term in spec.choices if term == value)
    hint = did_you_mean(value, known) or f"; expected one of {', '.join(known)}"
    raise Problem(f'"{value}" is not known here{hint}')


def _when(kind: Kind, value: str) -> date:
    try:
        return date.fromisoformat(value) if kind is Kind.DATE else datetime.fromisoformat(value)
    except ValueError:
        shape = (
            "a date such as 2014-12-01" if kind is Kind.DATE else "a time such as 2014-12-01T14:02"
        )
        raise Problem(f'expected {shape}, found "{value}"') from None


def _found(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes or no"
        case str():
            return f'"{value}"' if len(value) <= 40 else "a long text"  # noqa: PLR2004
        case int() | float():
            return f"the number {value}"
        case list() | tuple():
            return "a list"
        case _:
            return "an object"


def _is_float(value: object) -> bool:
    return isinstance(value, float)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    """Text that can be written to a file: half of a surrogate pair on its own cannot."""
    return isinstance(value, str) and _LONE_SURROGATE.search(value) is None


def _is_line(value: object) -> bool:
    return _is_text(value) and "\n" not in str(value) and "\r" not in str(value)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and is_id(value)


def _is_lines(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _is_links(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_id, value)) and len(set(value)) == len(value)


def _is_amounts(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and all(map(_is_id, value))
        and all(isinstance(each, float) for each in value.values())
    )


def _is_points(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(point, tuple) and len(point) == 2 and all(map(_is_float, point))  # noqa: PLR2004
        for point in value
    )


def _is_moment(value: object) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None


def _is_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_ID_WORDS = "an id of small letters, digits and hyphens"

_CHECKS = {
    Kind.ID: (_ID_WORDS, _is_id),
    Kind.LINE: ("text on one line", _is_line),
    Kind.TEXT: ("text", _is_text),
    Kind.LINES: ("a list of texts", _is_lines),
    Kind.NUMBER: ("a number", _is_float),
    Kind.WHOLE: ("a whole number", _is_whole),
    Kind.PERCENT: ("a percentage", _is_float),
    Kind.MONEY: ("an amount in whole pence", _is_whole),
    Kind.DATE: ("a date", _is_date),
    Kind.MOMENT: ("a time without a time zone", _is_moment),
    Kind.FLAG: ("true or false", lambda value: isinstance(value, bool)),
    Kind.CHOICE: ("one of a list", _is_text),
    Kind.LINK: (_ID_WORDS, _is_id),
    Kind.LINKS: ("a list of different ids", _is_links),
    Kind.AMOUNTS: ("a number for each id", _is_amounts),
    Kind.POINTS: ("a list of pairs of numbers", _is_points),
}
