"""The JSON Schema of the format of a whole appraisal, made from the domain's own descriptions."""

from __future__ import annotations

import json
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.checking import (
    DATE_PATTERN,
    LINE_BREAKS,
    MOMENT_PATTERN,
    MOST_PICTURE,
    PICTURE_PATTERN,
)
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import ID_PATTERN
from appraiser.domain.plain import to_plain
from appraiser.domain.term import Term
from appraiser.domain.terms import Round
from appraiser.exchange.layout import FORMAT, VERSION
from appraiser.exchange.sheet_cells import PlacedScore, SheetHead

Schema = dict[str, Any]

_UNPRINTABLE = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff"
"""Halves of surrogate pairs are refused too, but not every dialect of patterns can say so."""

_TEXT: Schema = {"type": "string", "not": {"pattern": f"[{_UNPRINTABLE}]"}}
_LINE: Schema = {"type": "string", "not": {"pattern": f"[{LINE_BREAKS}{_UNPRINTABLE}]"}}
"""A `$` may stand before a last line break in some dialects, so breaks are ruled out apart."""

_DEFINITIONS: Schema = {
    "id": {
        **_LINE,
        "description": "Small letters, digits and hyphens.",
        "pattern": f"^{ID_PATTERN}$",
    },
    "line": {**_LINE, "description": "Text on one line."},
    "text": {**_TEXT, "description": "Text of any length."},
    "date": {**_LINE, "pattern": f"^{DATE_PATTERN}$", "format": "date"},
    "moment": {
        **_LINE,
        "description": "Date and time as the clock on the wall showed it, without a time zone.",
        "pattern": f"^{MOMENT_PATTERN}$",
    },
    "point": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
}


def json_schema() -> Schema:
    """Give the JSON Schema, draft 2020-12, of a whole appraisal.

    It tells the shape: names, types, ranges, choices. That links lead somewhere, that ids are
    different, that forms are in the library and that a day exists is told by the reader alone.
    """
    properties: Schema = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "id": {**_defined("id"), "title": "Id of the appraisal"},
    }
    for name, (single, _, noun) in SINGLES.items():
        properties[name] = {**_defined(single.__name__), "title": noun.capitalize()}
    for name, collection in COLLECTIONS.items():
        properties[name] = _array_of(collection.entity.__name__)
    properties["sheets"] = _array_of("Sheet")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Appraisal",
        "description": "One question, one trust, one file. What is left out has its default.",
        "type": "object",
        "properties": properties,
        "required": ["format", "version", "id"],
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def schema_text() -> str:
    """Give the schema as the text that is shipped and printed."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _definitions() -> Schema:
    found = dict(_DEFINITIONS)
    entities = [single for single, _, _ in SINGLES.values()]
    entities += [collection.entity for collection in COLLECTIONS.values()]
    for entity in [*entities, PlacedScore, SheetHead]:
        found[entity.__name__] = _object(entity)
        for spec in specs(entity).values():
            if spec.choices is not None:
                found[spec.choices.__name__] = _terms(spec.choices)
    found["Sheet"] = _sheet(found.pop("SheetHead"))
    return found


def _object(entity: type) -> Schema:
    described = specs(entity)
    found: Schema = {
        "type": "object",
        "description": _first_paragraph(entity),
        "properties": {name: _field(spec) for name, spec in described.items()},
        "additionalProperties": False,
    }
    needed = [each.name for each in described.values() if each.kind is Kind.ID or each.owned]
    return {**found, "required": needed} if needed else found


def _sheet(head: Schema) -> Schema:
    """Give what a sheet is: its head, its cells, and a scorer in every round but the consensus."""
    return {
        **head,
        "properties": {**head["properties"], "cells": _array_of("PlacedScore")},
        "required": ["round", "cells"],
        "if": {"properties": {"round": {"const": str(Round.CONSENSUS)}}},
        "then": {"properties": {"scorer": {"type": "null"}}},
        "else": {"properties": {"scorer": {"type": "string"}}, "required": ["scorer"]},
    }


def _field(spec: FieldSpec) -> Schema:
    words = [spec.hint] if spec.hint else []
    if spec.kind is Kind.MONEY:
        words.append("In whole pence")
    if spec.kind is Kind.PERCENT:
        words.append("20 is twenty per cent")
    found = _value(spec)
    found = {"anyOf": [found, {"type": "null"}]} if spec.optional else found
    found = {"title": spec.label, **found}
    if words:
        found["description"] = ". ".join(words) + "."
    if spec.default not in (None, "", (), {}):
        found["default"] = to_plain(spec.default)
    return found


def _value(spec: FieldSpec) -> Schema:
    match spec.kind:
        case Kind.ID | Kind.LINK:
            return _defined("id")
        case Kind.LINE:
            return _defined("line")
        case Kind.TEXT:
            return _defined("text")
        case Kind.LINES:
            return _array_of("text")
        case Kind.NUMBER | Kind.PERCENT:
            return _within(spec, "number")
        case Kind.WHOLE | Kind.MONEY:
            return _within(spec, "integer")
        case Kind.DATE:
            return _defined("date")
        case Kind.MOMENT:
            return _defined("moment")
        case Kind.FLAG:
            return {"type": "boolean"}
        case Kind.PICTURE:
            return {
                "type": "string",
                "contentEncoding": "base64",
                "contentMediaType": "image/png",
                "maxLength": MOST_PICTURE,
                "pattern": f"^{PICTURE_PATTERN}$",
            }
        case _:
            return _gathered(spec)


def _gathered(spec: FieldSpec) -> Schema:
    match spec.kind:
        case Kind.LINKS:
            return {**_array_of("id"), "uniqueItems": True}
        case Kind.AMOUNTS:
            amounts = _within(spec, "number")
            ids = _defined("id")
            return {"type": "object", "propertyNames": ids, "additionalProperties": amounts}
        case Kind.POINTS:
            return _array_of("point")
        case _:
            assert spec.choices is not None
            return _defined(spec.choices.__name__)


def _within(spec: FieldSpec, kind: str) -> Schema:
    found: Schema = {"type": kind}
    if spec.low is not None:
        found["minimum"] = spec.low
    if spec.high is not None:
        found["maximum"] = spec.high
    return found


def _terms(choices: type[Term]) -> Schema:
    labels = "; ".join(f"{term}: {term.label}" for term in choices)
    return {
        "description": f"{_first_paragraph(choices)} {labels}.",
        "enum": [str(term) for term in choices],
    }


def _array_of(name: str) -> Schema:
    return {"type": "array", "items": _defined(name)}


def _defined(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _first_paragraph(described: type) -> str:
    words = (described.__doc__ or "").partition("\n\n")[0]
    return " ".join(words.split())
