"""Reads what people type into fields for money, numbers and dates, as people type it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from appraiser.domain.checking import checked, without_unprintable
from appraiser.domain.fields import FieldSpec, Kind
from appraiser.domain.problem import Problem
from appraiser.domain.written import (
    date_and_time,
    long_date,
    percent,
    plain_number,
    pounds_and_pence,
)

_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
# Spaces are taken out or made single beforehand, so that no text, however long, is slow to read.
_NUMBER = re.compile(r"([-+\u2212]?)£?([-\u2212]?)(\d[\d,]*(?:\.\d*)?|\.\d+)(k|m|million|bn)?%?")
_DAY_FIRST = re.compile(r"(\d{1,2})[ /.-](\d{1,2}|[a-z]+)(?:[/.-]|,? )(\d{2,4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MOMENT = re.compile(r"([^:]+?)(?:,? |t)(\d{1,2}):(\d{2})(?::(\d{2}))?")
_MONTHS = tuple(long_date(date(2000, month, 1)).split()[1].lower() for month in range(1, 13))
_LAST_CENTURY = 70
"""Two figures from here on are a year of the 1900s, as every office program takes them."""


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
    match = _NUMBER.fullmatch("".join(text.lower().split()))
    if match is None:
        raise Problem("Type a number, such as 1,250 or 2.5m.")
    before, after, digits, scale = match.groups()
    try:
        number = Decimal(digits.replace(",", "")) * _SCALES[scale or ""]
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
    try:
        return _day(_tidy(text))
    except ValueError:
        raise Problem("Type a date, such as 12 December 2014 or 12/12/2014.") from None


def _tidy(text: str) -> str:
    return " ".join(text.lower().split())


def _day(text: str) -> date:
    """Read a date, its month in figures or in English; raise `ValueError` if it is not one.

    `strptime` is of no use here: it reads months in the language of the computer.
    """
    if year_first := _YEAR_FIRST.fullmatch(text):
        return date(*map(int, year_first.groups()))
    day_first = _DAY_FIRST.fullmatch(text)
    if day_first is None:
        raise ValueError(text)
    day, month, year = day_first.groups()
    return date(_year(year), _month(month), int(day))


def _month(written: str) -> int:
    """Give the number of a month from its number, its name, or three letters of it or more."""
    if written.isdigit():
        return int(written)
    found = (at for at, name in enumerate(_MONTHS, 1) if name.startswith(written))
    return next(found, 0) if len(written) > 2 else 0  # noqa: PLR2004


def _year(figures: str) -> int:
    if len(figures) > 2:  # noqa: PLR2004
        return int(figures)
    return int(figures) + (1900 if int(figures) >= _LAST_CENTURY else 2000)


def _moment(text: str) -> datetime:
    found = _MOMENT.fullmatch(_tidy(text))
    day, hour, minute, second = found.groups("0") if found else ("", "", "", "")
    try:
        return datetime.combine(_day(day), time(int(hour), int(minute), int(second)))
    except ValueError:
        raise Problem("Type a date and time, such as 12 Dec 2014 14:02.") from None


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
