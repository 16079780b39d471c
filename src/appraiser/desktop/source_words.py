"""What a fact of the library rests on, in words."""

from __future__ import annotations

from collections.abc import Iterable

from appraiser.catalogue.loading import Catalogue
from appraiser.domain.written import year_month_or_day


def source_words(catalogue: Catalogue, sources: Iterable[str]) -> str:
    """Name publications with who published them and when; those not known are left out."""
    known = [catalogue.sources[each] for each in sources if each in catalogue.sources]
    parts = ((each.title, each.publisher, year_month_or_day(each.dated or "")) for each in known)
    return "; ".join(", ".join(filter(None, each)) for each in parts)
