"""The JSON Schema of results, made from the results' own types and what they say of themselves."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any, get_args, get_type_hints

import msgspec

from appraiser.analysis.results import Results
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
        "description": "What each option, criterion, group and set of weights is called, by id.",
    },
}


def results_schema() -> Schema:
    """Give the JSON Schema, draft 2020-12, of what `appraiser results --json` writes."""
    (_,), definitions = msgspec.json.schema_components([Results], ref_template="#/$defs/{name}")
    for name, described in _described(Results).items():
        for field, words in described.items():
            definitions[name]["properties"][field].setdefault("description", words)
    for each in definitions.values():
        if "description" in each:
            each["description"] = _one_line(each["description"])
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


def _described(root: type) -> Mapping[str, Mapping[str, str]]:
    """Give what is written under each field of every dataclass that a type is made of."""
    found: dict[str, Mapping[str, str]] = {}
    waiting = [root]
    for each in waiting:
        if each.__name__ in found:
            continue
        found[each.__name__] = dict(_under_fields(each))
        for hint in get_type_hints(each).values():
            waiting.extend(_dataclasses_in(hint))
    return found


def _under_fields(entity: type) -> Iterator[tuple[str, str]]:
    """Give the text literal that stands under each field where it is declared."""
    tree = ast.parse(inspect.getsource(sys.modules[entity.__module__]))
    body = next(
        node.body for node in tree.body if isinstance(node, ast.ClassDef) and _is(node, entity)
    )
    names = {field.name for field in fields(entity)}
    for field, words in pairwise(body):
        match (field, words):
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str() as said)),
            ) if name in names:
                yield name, _one_line(said)


def _is(node: ast.ClassDef, entity: type) -> bool:
    return node.name == entity.__name__


def _dataclasses_in(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _dataclasses_in(part)


def _one_line(words: str) -> str:
    return " ".join(words.split())
