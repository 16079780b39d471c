"""Fingerprints: one short text for a value, that no other value has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence


def fingerprint_of(value: Mapping[str, object] | Sequence[object]) -> str:
    """Give the SHA-256, in hex, of a value that JSON can hold; the order of keys is no matter."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
