"""Read a whole appraisal from JSON, strictly: what is not understood is refused with its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.ids import is_id
from appraiser.domain.plain import did_you_mean, entity_from_plain
from appraiser.domain.problem import Problem
from appraiser.exchange.coherence import check_coherence
from appraiser.exchange.form_names import FormNames, check_forms, form_names
from appraiser.exchange.json_text import parse_json
from appraiser.exchange.layout import FORMAT, MOST_BYTES, VERSION
from appraiser.exchange.places import at
from appraiser.exchange.sheet_cells import sheets_from_plain

_HEAD = ("format", "version", "id")


def read_appraisal(path: Path, *, forms: FormNames | None = None) -> Appraisal:
    """Read the appraisal in a JSON file.

    Raises `Problem` when the file cannot be read (placed at its name) or is refused (placed at
    the path inside it, such as `options[2].form`). `forms` is as for `appraisal_from_json`.
    """
    return appraisal_from_json(_bytes_of(path), forms=forms)


def appraisal_from_json(text: str | bytes, *, forms: FormNames | None = None) -> Appraisal:
    """Turn JSON into an appraisal; raise `Problem` at the path of the first thing refused.

    `forms` holds the names of each known form by its id, those of the shipped catalogue if not
    given.
    """
    document = _checked_head(parse_json(text))
    parts: dict[str, Any] = {
        **{name: _single(document, name) for name in SINGLES if name in document},
        **{name: _collection(document, name) for name in COLLECTIONS if name in document},
    }
    appraisal = Appraisal(id=document["id"], **parts)
    ids = check_coherence(appraisal)
    check_forms(appraisal, form_names() if forms is None else forms)
    return replace(appraisal, sheets=sheets_from_plain(_list(document, "sheets"), ids))


def _checked_head(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise Problem("this is JSON, but not an appraisal: an object is expected")
    if document.get("format") != FORMAT:
        raise Problem(f'this is JSON, but not an appraisal: expected "{FORMAT}"', place="format")
    _check_version(document.get("version"))
    known = [*_HEAD, *SINGLES, *COLLECTIONS, "sheets"]
    for name in document:
        if name not in known:
            raise Problem(f'nothing in an appraisal is called "{name}"{did_you_mean(name, known)}')
    if "id" not in document:
        raise Problem('"id" is missing')
    if not isinstance(document["id"], str) or not is_id(document["id"]):
        raise Problem("expected an id of small letters, digits and hyphens", place="id")
    return document


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise Problem(f"expected the number {VERSION}", place="version")
    if version > VERSION:
        raise Problem(
            f"this was written by a newer Appraiser, in version {version} of the format; "
            f"this one reads version {VERSION}",
            todo="Update Appraiser and try again.",
            place="version",
        )


def _single(document: dict[str, Any], name: str) -> object:
    with at(name):
        return entity_from_plain(SINGLES[name][0], document[name])


def _collection(document: dict[str, Any], name: str) -> tuple[object, ...]:
    found: list[object] = []
    for position, each in enumerate(_list(document, name)):
        with at(f"{name}[{position}]"):
            found.append(entity_from_plain(COLLECTIONS[name].entity, each))
    return tuple(found)


def _list(document: dict[str, Any], name: str) -> list[Any]:
    value = document.get(name, [])
    if not isinstance(value, list):
        raise Problem("expected a list", place=name)
    return value


def _bytes_of(path: Path) -> bytes:
    try:
        if refused := _not_readable(path):
            raise Problem(refused, place=str(path))
        return path.read_bytes()
    except OSError as fault:
        why = (fault.strerror or type(fault).__name__).lower()
        raise Problem(f"This file cannot be read ({why}).", place=str(path)) from fault


def _not_readable(path: Path) -> str:
    if path.is_dir():
        return "This is a folder, not a file."
    if not path.exists():
        return "There is no such file."
    if not path.is_file():
        return "This is not an ordinary file, so it is not read."
    if path.stat().st_size > MOST_BYTES:
        return f"This file is larger than {MOST_BYTES // 2**20} MB, more than any appraisal."
    return ""
