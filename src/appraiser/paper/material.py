"""What a paper is written from: the appraisal, what follows from it, and the reference data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal, called, entity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.journal import JournalLine
from appraiser.domain.options import Option
from appraiser.domain.withholding.public import PublicAppraisal
from appraiser.domain.written import listed, long_date
from appraiser.paper.plain_text import one_line, shortened

NOT_HERE = "What there is of this is private, and not in this paper."

LONGEST_NAME = 100
"""Characters of a name inside a sentence; the table it belongs to has it whole."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a paper is written from, and the names of things in it."""

    appraisal: Appraisal
    """As it is printed: in the public paper, without what is private."""
    results: Results
    catalogue: Catalogue
    fingerprint: str = ""
    """Of all that the appraisal holds, private matter included."""
    public: PublicAppraisal | None = None
    """What the public paper leaves out; None in the private paper, which has everything."""
    journal: tuple[JournalLine, ...] = ()
    """Every change to the appraisal, where it is known; never in the public paper."""
    whole_journal: bool = False
    """Whether every change is printed, and not just how many there were on each day."""

    def hides(self, *collections: str) -> bool:
        """Tell whether the public paper leaves anything of these collections out."""
        return self.public is not None and self.public.hides(*collections)

    def is_withheld(self, ref: Ref | None) -> bool:
        """Tell whether an item has lost its words and amounts in the public paper."""
        return self.public is not None and str(ref) in self.public.places

    def none_of(self, collection: str, words: str) -> str:
        """Say that there is nothing of a collection; or that what there is, is withheld."""
        return NOT_HERE if self.hides(collection) else words

    def option(self, option: OptionId) -> str:
        """Give what an option is called, short enough for a sentence."""
        return name(self.appraisal.option(option), "an option without a name")

    def options(self, options: Iterable[OptionId]) -> str:
        """Give what several options are called, in a sentence."""
        return listed([self.option(each) for each in options])

    def criterion(self, criterion: CriterionId) -> str:
        """Give what a criterion is called, short enough for a sentence."""
        return name(
            entity(self.appraisal, Ref("criteria", criterion)), "a criterion without a name"
        )

    def form(self, option: Option) -> str:
        """Give the name of an option's form, or say that it has none."""
        if not option.form:
            return "Not yet chosen"
        form = self.catalogue.forms.get(option.form)
        return form.name if form else shortened(option.form, LONGEST_NAME)

    def scope(self, option: Option) -> str:
        """Give what an option covers."""
        lines = {line.id: line for line in self.appraisal.service_lines}
        names = [name(lines[each], "") for each in option.service_lines if each in lines]
        return listed([each for each in names if each]) or option.scope.label


def name(item: object, otherwise: str) -> str:
    """Give what something is called, short enough for a sentence."""
    return shortened(called(item), LONGEST_NAME) or otherwise


def whole_name(item: object, otherwise: str) -> str:
    """Give what something is called, however long that is."""
    return one_line(called(item)) or otherwise


def on(day: date | None, otherwise: str = "Not yet given") -> str:
    """Write a date that may be unknown."""
    return long_date(day) if day else otherwise
