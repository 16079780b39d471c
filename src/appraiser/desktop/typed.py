"""Reads what people type into fields for money, numbers and dates, as people type it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from appraiser.domain.fields import FieldSpec, Kind
from appraiser.domain.plain import checked, without_unprintable
from appraiser.domain.problem import Problem
from appraiser.domain.written import (
    date_and_time,
    long_date,
    percent,
    plain_number,
    pounds_and_pence,
)

_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
_NUMBER = re.compile(r"([-+\u2212]?)\s*£?\s*([-\u2212]?)([\d,\s]*\.?\d+)\s*(k|m|million|bn)?\s*%?")
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%d-%m-%Y", "%d.%m.%Y")
_MOMENTS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d %b %Y %H:%M", "%Y-%m-%d %H:%M")


def shown(spec: FieldSpec, value: object) -> str:
    """Give the text that stands in the field for a value."""
    match spec.kind, value:
        case _, None:
            return ""
        case Kind.MONEY, int():
            return pounds_and_pence(value)
        case Kind.PERCENT, float():
            return percent(value)
        case Kind.NUMBER, float():
            return plain_number(value)
        case Kind.MOMENT, datetime():
            return date_and_time(value)
        case Kind.DATE, date():
            return long_date(value)
        case (Kind.LINES, tuple()):
            return "\n".join(str(each) for each in value)
        case Kind.POINTS, tuple():
            return "; ".join(f"{plain_number(x)} = {plain_number(y)}" for x, y in value)
    return str(value)


def read(spec: FieldSpec, typed: str) -> object:
    """Give the value a text stands for; raise `Problem` in a few plain words."""
    text = typed.strip()
    if spec.kind is Kind.LINES:
        lines = without_unprintable(typed).splitlines()
        return tuple(line.strip() for line in lines if line.strip())
    if spec.kind in {Kind.LINE, Kind.TEXT}:
        return checked(spec, without_unprintable(typed))
    if not text:
        return _blank(spec)
    return checked(spec, _READERS[spec.kind](text))


def _blank(spec: FieldSpec) -> object:
    if spec.optional:
        return None
    if spec.kind is Kind.POINTS:
        return ()
    raise Problem("A value is needed here.")


def _decimal(text: str) -> Decimal:
    match = _NUMBER.fullmatch(text.lower())
    if match is None:
        raise Problem("Type a number, such as 1,250 or 2.5m.")
    before, after, digits, scale = match.groups()
    try:
        number = Decimal(re.sub(r"[,\s]", "", digits)) * _SCALES[scale or ""]
    except InvalidOperation:
        raise Problem("Type a number, such as 1,250 or 2.5m.") from None
    return -number if {before, after} & {"-", "\u2212"} else number


def _number(text: str) -> float:
    return float(_decimal(text))


def _money(text: str) -> int:
    pence = _decimal(text) * 100
    if pence != pence.to_integral_value():
        raise Problem("Type pounds and at most two figures of pence.")
    return int(pence)


def _whole(text: str) -> int:
    number = _decimal(text)
    if number != number.to_integral_value():
        raise Problem("Type a whole number.")
    return int(number)


def _date(text: str) -> date:
    for shape in _DATES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise Problem("Type a date, such as 12 December 2014 or 12/12/2014.")


def _moment(text: str) -> datetime:
    for shape in _MOMENTS:
        try:
            return datetime.strptime(text, shape)  # noqa: DTZ007
        except ValueError:
            continue
    raise Problem("Type a date and time, such as 12 Dec 2014 14:02.")


def _points(text: str) -> tuple[tuple[float, float], ...]:
    found = []
    for pair in filter(None, map(str.strip, text.split(";"))):
        performance, equals, value = pair.partition("=")
        if not equals:
            raise Problem("Type pairs such as 0 = 0; 10 = 100.")
        found.append((_number(performance.strip()), _number(value.strip())))
    return tuple(found)


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.PERCENT: _number,
    Kind.WHOLE: _whole,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.POINTS: _points,
}
