"""JSON text to plain values, strictly, with every fault told in plain words."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from appraiser.domain.problem import Problem

_WORDS = (
    ("Expecting property name", "a name in double quotes should stand here"),
    ("Expecting value", "a value is missing here, or is not written as JSON"),
    ("Expecting ':'", "a colon is missing here"),
    ("Expecting ','", "a comma or a closing bracket is missing here"),
    ("Illegal trailing comma", "there is a comma here with nothing after it"),
    ("Extra data", "the JSON has ended, but the text goes on"),
    ("Unterminated string", "the text that begins here has no closing quotation mark"),
    ("Invalid control character", "a line break or tab stands inside quotation marks"),
    ("Invalid \\", "this backslash is not followed by anything JSON knows"),
)

_LONG_WHOLE_NUMBER = 19
"""Digits that any whole number in an appraisal fits in."""


def parse_json(text: str | bytes) -> Any:
    """Turn JSON text into plain values; bytes are UTF-8, with or without a byte order mark.

    Raises `Problem` for text that is not JSON (naming line and column), a key given twice (naming
    its path), NaN and infinity, other encodings, and nesting too deep to be an appraisal.
    """
    reading = _Reading()
    try:
        found = json.loads(
            _decoded(text),
            object_pairs_hook=reading.keep,
            parse_constant=_refuse_constant,
            parse_int=_whole,
        )
    except json.JSONDecodeError as fault:
        raise _syntax(fault) from None
    except RecursionError:
        raise Problem("this is nested too deeply to be an appraisal") from None
    reading.refuse_keys_given_twice(found)
    return found


class _Reading:
    """Objects read so far that gave a key twice, which JSON readers mostly pass over."""

    def __init__(self) -> None:
        self.twice: list[tuple[dict[str, Any], str]] = []

    def keep(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            again = next(key for at, key in enumerate(keys) if key in keys[:at])
            self.twice.append((found, again))
        return found

    def refuse_keys_given_twice(self, document: object) -> None:
        """Raise `Problem` at the place of the last, which no other can have pushed out."""
        if not self.twice:
            return
        faulty, key = self.twice[-1]
        raise Problem(f'"{key}" is given twice', place=_place_of(faulty, document))


def _place_of(wanted: object, document: object) -> str:
    """Find where a value of a document stands, without recursion, since it may stand deep."""
    waiting: list[tuple[object, str]] = [(document, "")]
    while True:
        value, place = waiting.pop()
        if value is wanted:
            return place
        if isinstance(value, dict):
            waiting += [(each, f"{place}.{key}".lstrip(".")) for key, each in value.items()]
        elif isinstance(value, list):
            waiting += [(each, f"{place}[{at}]") for at, each in enumerate(value)]


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Problem("this is saved as UTF-16", todo="Save it again as UTF-8.")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("this is not text in UTF-8, so it cannot be an appraisal as JSON") from None


def _whole(digits: str) -> int | float:
    """Read a whole number; one past any that is allowed is let through to be refused by name."""
    return int(digits) if len(digits) <= _LONG_WHOLE_NUMBER else float(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise Problem(f"{name} is not a number that JSON or an appraisal can hold")


def _syntax(fault: json.JSONDecodeError) -> Problem:
    if not fault.doc.strip():
        return Problem("this is empty")
    place = f"line {fault.lineno}, column {fault.colno}"
    if not fault.doc[fault.pos :].strip():
        return Problem("the text stops here, before the JSON is complete", place=place)
    words = next((ours for theirs, ours in _WORDS if fault.msg.startswith(theirs)), fault.msg)
    return Problem(words, place=place)
