"""The JSON Schema of results, made from the results' own types and what they say of themselves."""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from itertools import pairwise
from typing import Any, get_args, get_type_hints

import msgspec

from appraiser.analysis.results import Results
from appraiser.domain.term import Term
from appraiser.exchange.results_json import FORMAT, VERSION

Schema = dict[str, Any]

_HEAD: Schema = {
    "format": {"const": FORMAT},
    "version": {
        "const": VERSION,
        "description": "Grows when a name or the meaning of a name changes.",
    },
    "appraisal": {"type": "string", "description": "Id of the appraisal."},
    "trust": {"type": "string"},
    "question": {"type": "string"},
    "names": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "What each option and criterion is called, by id.",
    },
    "group_names": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "What each group of scorers is called, by id; scorers stand by id alone.",
    },
    "weight_set_names": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "What each set of weights is called, by id.",
    },
}


def results_schema() -> Schema:
    """Give the JSON Schema, draft 2020-12, of what `appraiser results --json` writes."""
    (_,), definitions = msgspec.json.schema_components([Results], ref_template="#/$defs/{name}")
    for each in definitions.values():
        each["description"] = _in_json(each.get("description", ""))
    for part, described in _described(Results).items():
        definition = definitions[_name_of(part, definitions)]
        for field, words in described.items():
            definition["properties"][field].setdefault("description", words)
        if issubclass(part, Term):
            said = "; ".join(f"{term}: {term.label}" for term in part)
            definition["description"] += f" {said}."
    whole = definitions.pop("Results")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Results of an appraisal",
        "description": f"{whole['description']} Totals and scores run from 0 to 100, weights and "
        "shares from 0 to 1; money is in whole pence; what is not known is null.",
        "type": "object",
        "properties": {**_HEAD, **whole["properties"]},
        "required": [*_HEAD, *whole["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def results_schema_text() -> str:
    """Give the schema as the text that is shipped and printed."""
    return json.dumps(results_schema(), ensure_ascii=False, indent=2) + "\n"


def _name_of(entity: type, definitions: Mapping[str, Schema]) -> str:
    """Give what a type is called there: by its place as well, where two have the same name."""
    names = (f"{entity.__module__}.{entity.__qualname__}", entity.__name__)
    return next(each for each in names if each in definitions)


def _described(root: type) -> Mapping[type, Mapping[str, str]]:
    """Give every dataclass and term that a type is made of, with what is under each field."""
    found: dict[type, Mapping[str, str]] = {}
    waiting = [root]
    for each in waiting:
        if each not in found:
            found[each] = dict(_under_fields(each))
            hints = get_type_hints(each).values() if is_dataclass(each) else ()
            waiting.extend(part for hint in hints for part in _parts_of(hint))
    return found


def _under_fields(part: type) -> Iterator[tuple[str, str]]:
    """Give the text literal that stands under each field where it is declared."""
    tree = ast.parse(inspect.getsource(sys.modules[part.__module__]))
    body = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == part.__name__
    )
    for field, words in pairwise(body):
        match (field, words):
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str() as said)),
            ):
                yield name, _in_json(said)


def _parts_of(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Term)):
        yield hint
    for part in get_args(hint):
        yield from _parts_of(part)


def _in_json(words: str) -> str:
    """Give words on one line, in the terms of JSON."""
    return re.sub(r"\bNone\b", "null", " ".join(words.split()))
