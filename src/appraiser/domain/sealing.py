"""Seals: fingerprints of what was sealed, and whether it has changed since."""

from __future__ import annotations

from datetime import datetime

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Seal
from appraiser.domain.fingerprints import fingerprint_of
from appraiser.domain.ids import SealId, new_id
from appraiser.domain.plain import entity_to_plain


def fingerprint(appraisal: Appraisal) -> str:
    """Give the SHA-256, in hex, of the criteria, their anchors and all weights."""
    return fingerprint_of(
        [
            *(entity_to_plain(each) for each in appraisal.criteria),
            *(entity_to_plain(each) for each in appraisal.weight_sets),
            *(entity_to_plain(each) for each in appraisal.comparisons),
            entity_to_plain(appraisal.weighting),
        ]
    )


def shortlist_fingerprint(appraisal: Appraisal) -> str:
    """Give the SHA-256, in hex, of which options are on the shortlist, in whatever order."""
    return fingerprint_of(sorted(option.id for option in appraisal.shortlist))


def new_seal(appraisal: Appraisal, sealed_at: datetime, sealed_by: str) -> Seal:
    """Make the seal for the criteria and weights as they stand."""
    return Seal(
        id=SealId(new_id("seal")),
        sealed_at=sealed_at.replace(microsecond=0, tzinfo=None),
        sealed_by=sealed_by,
        fingerprint=fingerprint(appraisal),
        shortlist_fingerprint=shortlist_fingerprint(appraisal),
    )


def weights_are_stale(appraisal: Appraisal) -> bool:
    """Tell whether criteria, anchors, weights or shortlist differ from what was last sealed."""
    if not appraisal.seals:
        return False
    return not fits(appraisal.seals[-1], appraisal)


def fits(seal: Seal, appraisal: Appraisal) -> bool:
    """Tell whether a seal was made for criteria, weights and shortlist as they stand."""
    return (seal.fingerprint, seal.shortlist_fingerprint) == (
        fingerprint(appraisal),
        shortlist_fingerprint(appraisal),
    )
