"""Where facts come from, and which items stay private."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import choice, day, entry, identity, line, link, prose
from appraiser.domain.ids import CitationId, PartMarkId, SourceId
from appraiser.domain.term import Term


class PaperPart(Term):
    """Whether an item goes before the public or stays private."""

    PUBLIC = "1", "Part 1, public"
    PRIVATE = "2", "Part 2, private"


class Exemption(Term):
    """The usual reasons under the Freedom of Information Act 2000 for keeping an item private."""

    FUTURE_PUBLICATION = "s22", "Section 22, future publication"
    LAW_ENFORCEMENT = "s31", "Section 31, regulatory functions"
    CONDUCT_OF_AFFAIRS = "s36", "Section 36, conduct of public affairs"
    PERSONAL_DATA = "s40", "Section 40, personal data"
    CONFIDENCE = "s41", "Section 41, information given in confidence"
    LEGAL_PRIVILEGE = "s42", "Section 42, legal privilege"
    COMMERCIAL = "s43", "Section 43, commercial interests"


class Standing(Term):
    """How much a fact may be relied on."""

    PUBLISHED = "published", "Published"
    TRUST_RECORD = "trust-record", "From the trust's own records"
    JUDGEMENT = "judgement", "Judgement"
    ILLUSTRATIVE = "illustrative", "Illustrative"
    MADE_UP = "made-up", "Made up for a sample"
    UNCONFIRMED = "unconfirmed", "To be confirmed"


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
    about: str = entry("About", "")
    source: SourceId = link("Source", "sources", owned=True)
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMark:
    """Keeps one item out of the public paper, with the reason in law."""

    id: PartMarkId = identity()
    about: str = entry("About", "A place such as `barriers/vat`")
    part: PaperPart = choice("Part", default=PaperPart.PRIVATE)
    exemption: Exemption | None = choice("Exemption")
    reason: str = prose("Reason")
