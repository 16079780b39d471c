"""What a fact of the library rests on, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from appraiser.catalogue.loading import Catalogue
from appraiser.domain.written import long_date

_WHOLE = 3
"""Parts of a date that is known to the day."""


def source_words(catalogue: Catalogue, sources: Iterable[str]) -> str:
    """Name publications with who published them and when; those not known are left out."""
    known = [catalogue.sources[each] for each in sources if each in catalogue.sources]
    said = (
        ", ".join(part for part in (each.title, each.publisher, _when(each.dated)) if part)
        for each in known
    )
    return "; ".join(said)


def _when(dated: str | None) -> str:
    """Write a year, a month or a day: 2014, July 2014, 28 July 2014."""
    parts = [int(each) for each in (dated or "").split("-") if each]
    if len(parts) == _WHOLE:
        return long_date(date(*parts))
    if len(parts) == 1:
        return str(parts[0])
    return long_date(date(parts[0], parts[1], 1)).removeprefix("1 ") if parts else ""
