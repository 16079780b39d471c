"""The fingerprint of a whole appraisal, so that a paper can say what it was made from."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fingerprints import fingerprint_of
from appraiser.domain.plain import entity_to_plain


def content_fingerprint(appraisal: Appraisal) -> str:
    """Give the SHA-256, in hex, of everything in an appraisal. The order of sheets is no matter."""
    sheets = sorted(
        (str(key.round), key.scorer or "", cell.option, cell.criterion, entity_to_plain(score))
        for key, sheet in appraisal.sheets.items()
        for cell, score in sheet.cells.items()
    )
    whole = {
        "id": appraisal.id,
        **{name: entity_to_plain(getattr(appraisal, name)) for name in SINGLES},
        **{
            name: [entity_to_plain(each) for each in entities(appraisal, name)]
            for name in COLLECTIONS
        },
        "sheets": sheets,
    }
    return fingerprint_of(whole)
