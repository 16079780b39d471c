"""The barriers that others met, to choose from when an appraisal keeps its own register."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from appraiser.catalogue.facts import Entry, Fact
from appraiser.domain.barriers import Barrier
from appraiser.domain.ids import BarrierId
from appraiser.domain.term import Term
from appraiser.domain.terms import Gate, Resolver


class BarrierTheme(Term):
    """The themes that barriers are counted under across trusts."""

    TAX_AND_MONEY = "tax-and-money", "Tax and money"
    STAFF = "staff", "Staff"
    LAW_AND_POLICY = "law-and-policy", "Law and policy"
    CONTRACTS = "contracts", "Contracts and commissioners"
    RUNNING = "running", "Running the service"


class BarrierKind(Entry, frozen=True, kw_only=True):
    """A barrier, who can remove it, and the law on it in 2014-15 and as found since.

    The first resolver leads. Who resolves it and what eases it are judgements unless sourced.
    """

    title: str
    theme: BarrierTheme
    prompt: str
    resolvers: tuple[Resolver, ...]
    gate: Gate | None = None
    mitigation: Annotated[Fact, Meta(title="What eases it")]
    law_then: Annotated[Fact, Meta(title="Law and policy in 2014-15")]
    law_now: Annotated[Fact, Meta(title="Position found since")]

    def __post_init__(self) -> None:
        """Refuse a barrier that nobody can remove."""
        if not self.resolvers:
            raise ValueError("it names nobody who can remove it")

    def barrier(self, id_: BarrierId) -> Barrier:
        """Make a barrier of an appraisal out of it, to be described in the trust's own words.

        Its description begins as the question to answer. The register has room for two
        resolvers, so a third is left to the card that shows the whole of the library's entry.
        """
        return Barrier(
            id=id_,
            title=self.title,
            kind=self.id,
            description=self.prompt,
            resolver=self.resolvers[0],
            also_resolver=self.resolvers[1] if len(self.resolvers) > 1 else None,
            gate=self.gate,
            mitigation=self.mitigation.text,
        )
