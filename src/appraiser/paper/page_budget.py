"""How many pages the body of a paper takes, against how many a board can be asked to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.domain.written import counted
from appraiser.paper.annexes import ANNEXES, key_of
from appraiser.paper.places import OnPage

MOST_PAGES = 8
"""Pages of body. Surveys of directors ask for up to ten where the decision is complex, and find
packs too long all the same; the front sheet and the contents come on top."""

_FIRST = "ask"


@dataclass(frozen=True, slots=True)
class PageBudget:
    """The pages of the body, and how many there may be."""

    used: int
    allowed: int = MOST_PAGES

    @property
    def over(self) -> int:
        """Pages too many."""
        return max(0, self.used - self.allowed)

    @property
    def words(self) -> str:
        """Say how the body stands against its budget."""
        whole = f"The body takes {counted(self.used, 'page')} of {self.allowed}"
        return f"{whole}, {counted(self.over, 'page')} too many." if self.over else f"{whole}."


def page_budget(on_pages: Mapping[str, OnPage]) -> PageBudget:
    """Measure the body of a paper: from the ask up to the first annex."""
    first, end = on_pages.get(_FIRST), on_pages.get(key_of(ANNEXES[0]))
    return PageBudget(0 if first is None or end is None else end.page - first.page)
