"""The front sheets of board papers: which fields, in what order, under what words."""

from __future__ import annotations

from msgspec import Struct, field

from appraiser.catalogue.facts import Entry, Fact
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.terms import PaperPurpose

STANDARD = "standard"
"""The front sheet that is printed where no other is chosen."""

OWN = "own"
"""What an appraisal names as its front sheet where its own fields are the sheet."""


class SheetField(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field of a front sheet: the fact that fills it, or none where people write it."""

    label: str
    fact: FrontSheetFact | None = None
    short: bool = False
    """Whether it may share its line with another."""


class FrontSheetProfile(Entry, frozen=True, kw_only=True):
    """A front sheet's fields in their order, and its words for what a paper is for.

    A purpose that is not among `purposes` goes by its own label.
    """

    name: str
    basis: Fact
    fields: tuple[SheetField, ...]
    purposes: dict[PaperPurpose, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a front sheet that would have nothing on it, or the same thing twice."""
        facts = [each.fact for each in self.fields if each.fact is not None]
        twice = [str(each) for at, each in enumerate(facts) if each in facts[:at]]
        if twice:
            raise ValueError(f'two of its fields are filled with "{twice[0]}"')
        if not self.fields or not all(each.label.strip() for each in self.fields):
            raise ValueError("a front sheet needs a field, and every field a label")
        if self.id == OWN:
            raise ValueError(f'"{OWN}" stands for the fields of the appraisal itself')
