"""What a field may hold: every value is checked here, wherever it comes from."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeGuard

from appraiser.domain.fields import FieldSpec, Kind
from appraiser.domain.ids import is_id
from appraiser.domain.problem import Problem

DATE_PATTERN = r"\d{4}-\d{2}-\d{2}"
"""What a date looks like, as a regular expression for the whole of it."""

MOMENT_PATTERN = DATE_PATTERN + r"T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?"
"""What a date and time look like, as a regular expression for the whole of them."""

LINE_BREAKS = r"\r\n\u0085\u2028\u2029"
"""The characters that end a line, for the inside of a regular expression's brackets."""

_LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Controls, halves of surrogate pairs and code points that are no characters: XML, and so Word
and spreadsheets, cannot hold them, nor can UTF-8 hold the halves."""

MOST_PICTURE = 700_000
"""Characters of a picture in base64: half a megabyte of PNG, ample for a logo."""

PICTURE_PATTERN = (
    "(iVBORw0KGgo(=|[A-Za-z0-9+/]([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?))?"
)
"""Base64 that begins as every PNG does, or nothing, as a regular expression for the whole of it."""

_SHORT_TEXT = 40
_LONG_NUMBER = 10**18


def checked(spec: FieldSpec, value: object) -> object:
    """Give the value back if the field may hold it; raise `Problem` saying why not."""
    if value is None:
        if spec.optional:
            return None
        raise Problem("a value is needed here")
    if spec.choices is not None:
        if not isinstance(value, spec.choices):
            raise Problem(f"expected one of {', '.join(spec.choices)}, found {in_words(value)}")
        return value
    wanted, fits = _CHECKS[spec.kind]
    _check_size(spec, value)
    if not fits(value):
        raise Problem(f"expected {wanted}, found {in_words(value)}")
    for text in _texts(spec, value):
        _check_characters(text)
    for number in _numbers(spec, value):
        _check_range(spec, number)
    return value


def without_unprintable(text: str) -> str:
    """Take out of a text, such as one that is pasted in, the characters no document can hold."""
    return _UNPRINTABLE.sub("", text)


def date_from_text(text: str) -> date:
    """Read a date such as 2014-12-01; raise `Problem` if it is not one."""
    try:
        return date.fromisoformat(_matching(DATE_PATTERN, text))
    except ValueError:
        words = f"expected a date such as 2014-12-01, found {in_words(text)}"
        raise Problem(words) from None


def moment_from_text(text: str) -> datetime:
    """Read a date and time such as 2014-12-01T14:02; raise `Problem` if it is not one."""
    try:
        return datetime.fromisoformat(_matching(MOMENT_PATTERN, text))
    except ValueError:
        words = f"expected a date and time such as 2014-12-01T14:02, found {in_words(text)}"
        raise Problem(words) from None


def in_words(value: object) -> str:
    """Say in a few words what was found in place of what was wanted."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes or no"
        case str():
            return f'"{value}"' if len(value) <= _SHORT_TEXT else "a long text"
        case int() | float():
            return f"the number {_written(value)}"
        case date():
            return value.isoformat()
        case list() | tuple():
            return "a list"
        case _:
            return "an object"


def is_whole(value: object) -> TypeGuard[int]:
    """Tell whether a value is a whole number; yes and no are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def _matching(pattern: str, text: str) -> str:
    """Give the text back; `fromisoformat` alone takes more shapes than one."""
    if re.fullmatch(pattern, text, re.ASCII) is None:
        raise ValueError(text)
    return text


def _written(number: float) -> str:
    if isinstance(number, float):
        return f"{number:,.10g}"
    return f"{number:,}" if abs(number) < _LONG_NUMBER else f"{Decimal(number):.3e}"


def _check_size(spec: FieldSpec, value: object) -> None:
    """Refuse a whole number that readers of JSON let through as one with a point."""
    if spec.kind not in _WHOLES or not isinstance(value, float) or abs(value) < _LONG_NUMBER:
        return
    thing = "amount" if spec.kind is Kind.MONEY else "number"
    past, end, bound = ("above", "largest", spec.high)
    if value < 0:
        past, end, bound = ("below", "smallest", spec.low)
    allowed = "" if bound is None else f", {_written(bound)}"
    raise Problem(f"this is {past} the {end} {thing} allowed{allowed}")


_WHOLES = frozenset({Kind.MONEY, Kind.WHOLE})


def _check_range(spec: FieldSpec, number: float) -> None:
    if isinstance(number, float) and not math.isfinite(number):
        raise Problem("expected a number that is not infinite")
    if spec.low is not None and number < spec.low:
        raise Problem(f"{_written(number)} is below the lowest allowed, {_written(spec.low)}")
    if spec.high is not None and number > spec.high:
        raise Problem(f"{_written(number)} is above the highest allowed, {_written(spec.high)}")


def _check_characters(text: str) -> None:
    found = _UNPRINTABLE.search(text)
    if found is not None:
        raise Problem(f"the character U+{ord(found[0]):04X} cannot stand in a document")


def _texts(spec: FieldSpec, value: Any) -> tuple[str, ...]:
    match spec.kind:
        case Kind.LINE | Kind.TEXT:
            return (value,)
        case Kind.LINES:
            return tuple(value)
        case _:
            return ()


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


def _is_float(value: object) -> bool:
    return isinstance(value, float)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_line(value: object) -> bool:
    return isinstance(value, str) and _LINE_BREAK.search(value) is None


def _is_id(value: object) -> bool:
    return isinstance(value, str) and is_id(value)


def _is_lines(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _is_picture(value: object) -> bool:
    """Tell whether a text is empty or begins as a PNG does, in base64 and not too large."""
    if not isinstance(value, str) or len(value) > MOST_PICTURE:
        return False
    return re.fullmatch(PICTURE_PATTERN, value) is not None


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


_ID_WORDS = "an id of small letters, digits and hyphens"

_CHECKS = {
    Kind.ID: (_ID_WORDS, _is_id),
    Kind.LINE: ("text on one line", _is_line),
    Kind.TEXT: ("text", _is_text),
    Kind.LINES: ("a list of texts", _is_lines),
    Kind.PICTURE: ("a picture as PNG in base64", _is_picture),
    Kind.NUMBER: ("a number", _is_float),
    Kind.WHOLE: ("a whole number", is_whole),
    Kind.PERCENT: ("a percentage", _is_float),
    Kind.MONEY: ("an amount in whole pence", is_whole),
    Kind.DATE: ("a date", _is_date),
    Kind.MOMENT: ("a date and time without a time zone", _is_moment),
    Kind.FLAG: ("true or false", lambda value: isinstance(value, bool)),
    Kind.LINK: (_ID_WORDS, _is_id),
    Kind.LINKS: ("a list of different ids", _is_links),
    Kind.AMOUNTS: ("a number for each id", _is_amounts),
    Kind.POINTS: ("a list of pairs of numbers", _is_points),
}
