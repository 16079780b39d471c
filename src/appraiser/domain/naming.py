"""What the parts of an appraisal are called in a sentence or a table."""

from __future__ import annotations

from collections.abc import Iterable

from appraiser.domain.appraisal import Appraisal, entity, named
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.scores import Scorer
from appraiser.domain.written import listed


class Names:
    """The names of one appraisal; scorers go by their roles."""

    def __init__(self, appraisal: Appraisal) -> None:
        self._appraisal = appraisal

    def option(self, option: OptionId) -> str:
        """Give what an option is called."""
        return named(self._appraisal.option(option))

    def options(self, options: Iterable[OptionId]) -> str:
        """Give what several options are called, in a sentence."""
        return listed([self.option(each) for each in options])

    def criterion(self, criterion: CriterionId) -> str:
        """Give what a criterion or a branch is called."""
        return self.of(Ref("criteria", criterion))

    def of(self, ref: Ref) -> str:
        """Give what anything is called; a scorer by role, never by name."""
        found = entity(self._appraisal, ref)
        if isinstance(found, Scorer):
            return found.role or "a scorer without a role"
        return named(found)

    def several(self, refs: Iterable[Ref]) -> str:
        """Give what several things are called, in a sentence."""
        return listed([self.of(each) for each in refs])
