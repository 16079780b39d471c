"""What a form inherits from its class: most of tax, pensions, indemnity, capital and failure."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from appraiser.catalogue.facts import Entry, Fact


class InheritanceClass(Entry, frozen=True, kw_only=True):
    """One of the three classes; its id is the value of the domain's `Inheritance`."""

    name: str
    summary: str
    corporation_tax: Annotated[Fact, Meta(title="Corporation tax")]
    vat: Annotated[Fact, Meta(title="VAT on bought-in services")]
    pension: Annotated[Fact, Meta(title="NHS Pension Scheme")]
    indemnity: Annotated[Fact, Meta(title="Clinical negligence cover")]
    regulators: Annotated[Fact, Meta(title="Regulators and licence")]
    capital: Annotated[Fact, Meta(title="Capital")]
    route_to_work: Annotated[Fact, Meta(title="Route to NHS work")]
    failure: Annotated[Fact, Meta(title="If it fails")]
