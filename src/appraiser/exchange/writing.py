"""Write a whole appraisal as JSON that reads back as the same appraisal."""

from __future__ import annotations

import json
from pathlib import Path

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.plain import Plain, entity_to_plain
from appraiser.exchange.coherence import Ids
from appraiser.exchange.layout import FORMAT, VERSION
from appraiser.exchange.sheet_cells import sheets_to_plain
from appraiser.replacing import replacing


def appraisal_to_json(appraisal: Appraisal) -> str:
    """Lay an appraisal out as JSON, indented by two spaces and ended by a new line.

    What is empty or has its default is left out. Equal appraisals give the same text.
    """
    ids: Ids = {
        name: {each.id: at for at, each in enumerate(entities(appraisal, name))}
        for name in COLLECTIONS
    }
    found: dict[str, Plain] = {"format": FORMAT, "version": VERSION, "id": appraisal.id}
    for name in SINGLES:
        if single := _entity(getattr(appraisal, name), ids):
            found[name] = single
    for name in COLLECTIONS:
        if collection := entities(appraisal, name):
            found[name] = [_entity(each, ids) for each in collection]
    if appraisal.sheets:
        found["sheets"] = sheets_to_plain(appraisal.sheets, ids)
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write_json(appraisal: Appraisal, path: Path) -> None:
    """Write an appraisal to a JSON file, whole or not at all; raise `Problem` if it cannot be."""
    text = appraisal_to_json(appraisal).encode()
    with replacing(path) as stream:
        stream.write(text)


def _entity(item: object, ids: Ids) -> dict[str, Plain]:
    plain = entity_to_plain(item)
    for name, spec in specs(type(item)).items():
        amounts = plain.get(name)
        if spec.kind is Kind.AMOUNTS and isinstance(amounts, dict):
            order = ids[spec.to].__getitem__
            plain[name] = {each: amounts[each] for each in sorted(amounts, key=order)}
    return plain
