"""What pensions and clinical negligence cover depend on: who pays, and how staff move."""

from __future__ import annotations

from appraiser.catalogue.facts import DatedEntry, Fact
from appraiser.domain.term import Term
from appraiser.domain.terms import Inheritance, TransferRoute


class Payer(Term):
    """Who pays for the work: the answer may be one thing for one payer and not for the other."""

    NHS = "nhs", "NHS commissioners"
    COUNCIL = "council", "Councils"


class Matter(Term):
    """What is asked, payer by payer."""

    PENSION = "pension", "NHS Pension Scheme"
    INDEMNITY = "indemnity", "Clinical negligence cover"


class Cover(Term):
    """How far there is what was asked for."""

    YES = "yes", "Yes"
    CONDITIONS = "conditions", "On conditions"
    NO = "no", "No"
    NOT_KNOWN = "not-known", "Not known"


class IncomeAnswer(DatedEntry, frozen=True, kw_only=True):
    """One answer: for bodies of these classes, on work these pay for, when staff move so.

    An empty list of payers or of routes means any. `todo` says what has to be done about it.
    """

    matter: Matter
    inheritance: tuple[Inheritance, ...]
    payers: tuple[Payer, ...] = ()
    routes: tuple[TransferRoute, ...] = ()
    covers: Cover
    basis: Fact
    todo: Fact

    def to(self, body: Inheritance, payer: Payer, route: TransferRoute) -> bool:
        """Tell whether it answers for work of this payer in a body of this class."""
        return (
            body in self.inheritance
            and (not self.payers or payer in self.payers)
            and (not self.routes or route in self.routes)
        )
