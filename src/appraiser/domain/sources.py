"""Where facts come from, and which items stay private."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import choice, day, identity, line, link, prose
from appraiser.domain.ids import CitationId, PartMarkId, SourceId
from appraiser.domain.terms import Exemption, PaperPart, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication, a record or a person's judgement that facts rest on."""

    id: SourceId = identity()
    title: str = line("Title")
    publisher: str = line("Publisher")
    address: str = line("Address", "A web address, or where the record is kept")
    dated: date | None = day("Dated")
    standing: Standing = choice("Standing", default=Standing.TRUST_RECORD)
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Ties one field of one item to its source, or marks it as illustrative.

    `about` is a place such as `trust`, `trust.income` or `support_lines/legal.day_rate`; a
    collection's name alone (`sheets`) covers all of it.
    """

    id: CitationId = identity()
    about: str = line("About")
    source: SourceId = link("Source", "sources", owned=True)
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMark:
    """Keeps one item out of the public paper, with the reason in law."""

    id: PartMarkId = identity()
    about: str = line("About", "A place such as `barriers/vat`")
    part: PaperPart = choice("Part", default=PaperPart.PRIVATE)
    exemption: Exemption | None = choice("Exemption")
    reason: str = prose("Reason")
