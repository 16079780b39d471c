"""Sets of criteria with their anchors, for a panel to start from and change."""

from __future__ import annotations

from msgspec import Struct

from appraiser.catalogue.facts import Entry, Fact
from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import CriterionId


class TemplateCriterion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A criterion with what 0, 50 and 100 look like, fixed outside any set of options."""

    id: str
    name: str
    short_name: str
    description: str
    anchor_0: str
    anchor_50: str
    anchor_100: str


class CriteriaTemplate(Entry, frozen=True, kw_only=True):
    """A set of criteria that were thought of together, and why these."""

    name: str
    basis: Fact
    criteria: tuple[TemplateCriterion, ...]

    def made(self) -> tuple[Criterion, ...]:
        """Make an appraisal's criteria out of it."""
        return tuple(
            Criterion(
                id=CriterionId(each.id),
                name=each.name,
                short_name=each.short_name,
                description=each.description,
                anchor_0=each.anchor_0,
                anchor_50=each.anchor_50,
                anchor_100=each.anchor_100,
            )
            for each in self.criteria
        )
