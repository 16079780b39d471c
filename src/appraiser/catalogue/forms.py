"""The forms an option can take, each cell with its source or marked as judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from appraiser.catalogue.facts import Entry, Fact, Link
from appraiser.domain.term import Term
from appraiser.domain.terms import Inheritance, Scope, TrustStatus


class FormGroup(Term):
    """The groups that the library of forms is shown in."""

    BASELINE = "baseline", "As things are"
    WITHIN = "within", "Change within the NHS body"
    NEW_BODY = "new-body", "A new body"
    OVERLAY = "overlay", "Added to another form"
    COMPARATOR = "comparator", "For comparison"


class FitAnswer(Term):
    """How far something is so."""

    YES = "yes", "Yes"
    PART = "part", "In part"
    NARROW = "narrow", "Only narrowly"
    NO = "no", "No"
    AS_BASE = "as-base", "As the form it is added to"
    NOT_APPLICABLE = "not-applicable", "Does not arise"


class Reversal(Term):
    """How hard it is to go back."""

    EASY = "easy", "Easy"
    MEDIUM = "medium", "Possible, at a cost"
    HARD = "hard", "Hard"
    VERY_HARD = "very-hard", "Very hard"
    AS_BASE = "as-base", "As the form it is added to"
    NOT_APPLICABLE = "not-applicable", "Does not arise"


class Fit(Fact, frozen=True, kw_only=True):
    """A judged answer, with the reason in its text."""

    answer: FitAnswer


class Reversibility(Fact, frozen=True, kw_only=True):
    """How hard it is to go back, with the reason in its text."""

    answer: Reversal


class Suits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far a form gives what people most often ask of one.

    Each is the project's reading of the cell beside it: of `voice` twice, `asset_lock`, `capital`.
    """

    ownership: FitAnswer
    voice: FitAnswer
    lock: FitAnswer
    partner: FitAnswer


class Form(Entry, frozen=True, kw_only=True):
    """An organisational or legal form.

    `inheritance` is the class it begins in and `becomes` the class it may end in (a joint venture
    may be owned by the trust or not); rules of either class are then looked at. `statuses` are
    the trusts it is on offer to. `also_called` holds other names people know it by. `suits`
    may be left out of a form that a trust adds; nothing is then said of what it asks for.
    """

    name: str
    group: FormGroup
    summary: str
    inheritance: Inheritance
    inheritance_note: str = ""
    becomes: Inheritance | None = None
    stays_in_nhs: bool
    also_called: tuple[str, ...] = ()
    statuses: tuple[TrustStatus, ...] = tuple(TrustStatus)
    what: Annotated[Fact, Meta(title="What it is")]
    law: Annotated[Fact, Meta(title="Law")]
    regulator: Annotated[Fact, Meta(title="Regulator")]
    voice: Annotated[Fact, Meta(title="Staff ownership or voice")]
    asset_lock: Annotated[Fact, Meta(title="Lock on assets and profit")]
    capital: Annotated[Fact, Meta(title="Capital")]
    fit_whole: Annotated[Fit, Meta(title="For the whole organisation")]
    fit_service: Annotated[Fit, Meta(title="For a service line")]
    primary_legislation: Annotated[Fit, Meta(title="Needs an Act for the whole organisation")]
    reversibility: Annotated[Reversibility, Meta(title="Way back")]
    suits: Suits | None = None
    examples: tuple[Fact, ...] = ()
    cautions: tuple[Fact, ...] = ()

    @property
    def classes(self) -> tuple[Inheritance, ...]:
        """The classes of inheritance it passes through, the first one first."""
        return (self.inheritance,) if self.becomes is None else (self.inheritance, self.becomes)

    @property
    def aliases(self) -> tuple[str, ...]:
        """All that people may call it: its names, and the initials of each."""
        names = (self.name, *self.also_called)
        initials = ("".join(word[0] for word in re.findall(r"\w+", each)) for each in names)
        return (*names, *(each for each in initials if len(each) > 1))

    def fit(self, scope: Scope) -> Fit:
        """Give how well it suits a scope."""
        return self.fit_whole if scope is Scope.WHOLE_ORGANISATION else self.fit_service

    def links(self) -> Iterator[Link]:
        """Give the class of inheritance, which has its own entry."""
        for each in self.classes:
            yield Link("inheritance", each, "inheritance")
