"""How an appraisal is laid out as JSON: what the reader, the writer and the schema share."""

from __future__ import annotations

FORMAT = "appraiser-appraisal"
"""What the key `format` must say."""

VERSION = 1
"""The version this program writes, and the only one so far."""

MOST_BYTES = 64 * 1024 * 1024
"""Far above any real appraisal, and small enough to read into memory without harm."""
