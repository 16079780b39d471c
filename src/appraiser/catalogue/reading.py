"""Reading one file of reference data, with errors that name the file, the entry and the key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

import msgspec

from appraiser.catalogue.facts import PartialDate
from appraiser.catalogue.subjects import E, Subject
from appraiser.domain.ids import is_id
from appraiser.domain.plain import did_you_mean
from appraiser.domain.problem import Problem


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every file says of itself: the month it was last looked over, and a note."""

    vintage: PartialDate
    note: str


@dataclass(frozen=True, slots=True)
class SubjectFile(Generic[E]):
    """What one file holds: its head and its entries by id, in their order."""

    place: str
    head: Head
    entries: Mapping[str, E]


def read_file(path: Path, subject: Subject[E]) -> SubjectFile[E]:
    """Read a file of reference data; raise `Problem` naming the place of the first mistake."""
    place = f"{path.parent.name}/{path.name}"
    raw = _toml(path, place)
    listed = raw.pop(subject.heading, [])
    head = _converted(raw, Head, place, (*_keys(Head), subject.heading))
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise Problem(f"entries should begin with [[{subject.heading}]]", place=place)
    entries: dict[str, E] = {}
    for number, entry in enumerate(listed, start=1):
        name = _identified(entry, place, f"{subject.heading} number {number}")
        if name in entries:
            raise Problem(f'the id "{name}" is used twice', place=place)
        entries[name] = _converted(entry, subject.kind, f"{place}, {name}", _keys(subject.kind))
    return SubjectFile(place, head, entries)


def _toml(path: Path, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"this is not well-formed TOML: {error}", place=place) from None
    except UnicodeDecodeError:
        raise Problem("this is not text in UTF-8", place=place) from None
    except OSError as error:
        raise Problem(f"it cannot be read: {error.strerror}", place=place) from None


def _identified(entry: dict[str, Any], place: str, which: str) -> str:
    name = entry.get("id")
    if not isinstance(name, str) or not is_id(name):
        raise Problem(
            "it needs an id of small letters, digits and hyphens", place=f"{place}, {which}"
        )
    return name


def _converted(raw: object, kind: type[Any], place: str, keys: tuple[str, ...]) -> Any:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `$")
        at = path.rstrip("`").lstrip(".")
        known = keys if not at else ()
        raise Problem(_plainly(said, known), place=f"{place}, {at}" if at else place) from None


def _plainly(said: str, known: tuple[str, ...]) -> str:
    for pattern, words in _PLAINLY:
        found = pattern.fullmatch(said)
        if found:
            return words.format(*found.groups()) + _hint(pattern, found, known)
    for name, words in _WORDS.items():
        said = said.replace(f"`{name}`", words)
    return said[0].lower() + said[1:]


def _hint(pattern: re.Pattern[str], found: re.Match[str], known: tuple[str, ...]) -> str:
    return did_you_mean(found[1], list(known)) if pattern is _UNKNOWN_KEY else ""


def _keys(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in msgspec.structs.fields(kind))


_UNKNOWN_KEY = re.compile("Object contains unknown field `(.*)`")

_PLAINLY = (
    (_UNKNOWN_KEY, 'there is no key called "{0}" here'),
    (re.compile("Object missing required field `(.*)`"), 'the key "{0}" is missing'),
    (re.compile("Invalid enum value '(.*)'"), '"{0}" is not known here'),
    (re.compile("Invalid RFC3339 encoded date"), "expected a date such as 2014-12-01"),
    (
        re.compile("Expected `str` matching regex .*"),
        "expected a year, a month or a day, such as 2014, 2014-07 or 2014-07-28",
    ),
)

_WORDS = {
    "str": "text",
    "str | null": "text",
    "int": "a whole number",
    "int | null": "a whole number",
    "float": "a number",
    "float | null": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date | null": "a date",
    "date": "a date",
    "datetime": "a date with a time",
    "time": "a time",
}
