"""What the parts of an appraisal are called in a sentence or a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from appraiser.domain.appraisal import Appraisal, entity, named
from appraiser.domain.ids import CriterionId, OptionId, Ref, ScorerId
from appraiser.domain.scores import Scorer
from appraiser.domain.written import listed

_FEW = 4
"""So many are named in a line that has no room for all."""


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

    def few(self, options: Iterable[OptionId]) -> str:
        """Give what the first options are called and how many more there are: a, b and 7 more."""
        all_ = list(options)
        shown = all_ if len(all_) <= _FEW + 1 else all_[:_FEW]
        more = [f"{len(all_) - len(shown)} more"] if len(shown) < len(all_) else []
        return listed([*map(self.option, shown), *more])

    def criterion(self, criterion: CriterionId) -> str:
        """Give what a criterion or a branch is called."""
        return self.of(Ref("criteria", criterion))

    def of(self, ref: Ref) -> str:
        """Give what anything is called; a scorer by role, never by name."""
        found = entity(self._appraisal, ref)
        if isinstance(found, Scorer):
            return roles_of(self._appraisal.scorers)[found.id]
        return named(found)

    def several(self, refs: Iterable[Ref]) -> str:
        """Give what several things are called, in a sentence."""
        return listed([self.of(each) for each in refs])


def roles_of(scorers: Sequence[Scorer]) -> Mapping[ScorerId, str]:
    """Give each scorer's role, with a number where several have the same."""
    said = [" ".join(scorer.role.split()) or "Scorer" for scorer in scorers]
    many, seen = Counter(said), Counter[str]()
    found = {}
    for scorer, role in zip(scorers, said, strict=True):
        seen[role] += 1
        found[scorer.id] = f"{role} {seen[role]}" if many[role] > 1 else role
    return found
