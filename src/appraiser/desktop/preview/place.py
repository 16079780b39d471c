"""Where the paragraphs of a paper stand on its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph of the paper begins."""

    key: str
    """What the program knows it by."""
    words: str
    """What a person is shown, such as "2.3 The verdict is a narrow leader"."""
    page: int
    """Counted from 0."""
    top: float
    """In points from the top of the page."""


class Stretch(NamedTuple):
    """The part of a page that a paragraph takes, in points from the top of the page."""

    place: Place
    page: int
    top: float
    bottom: float
    """Infinite where it goes down to the end of the page."""


class Places:
    """All places of a paper, from the first to the last."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._places = sorted(places, key=_where)
        self._starts = [_where(each) for each in self._places]
        self._body = min((each.top for each in self._places), default=0.0)
        """Above this stands the head of a page, which belongs to no paragraph."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[Place]:
        """Go through them from the first to the last."""
        return iter(self._places)

    def __getitem__(self, at: int) -> Place:
        """Give one by its position."""
        return self._places[at]

    def row_of(self, key: str) -> int:
        """Give the position of a place, or -1."""
        return next((at for at, each in enumerate(self._places) if each.key == key), -1)

    def row_at(self, page: int, down: float) -> int:
        """Give the position of the paragraph so many points down a page, or -1.

        A paragraph goes on until the next begins, also over the end of a page.
        """
        return -1 if down < self._body else self.row_before(page, down)

    def row_before(self, page: int, down: float) -> int:
        """Give the position of the last paragraph that begins before a point, or -1."""
        return bisect_right(self._starts, (page, down)) - 1

    def at(self, page: int, down: float) -> Stretch | None:
        """Give the paragraph so many points down a page, with the part of the page it takes."""
        row = self.row_at(page, down)
        if row < 0:
            return None
        place = self._places[row]
        top = place.top if place.page == page else self._body
        after = self._starts[row + 1] if row + 1 < len(self._starts) else (page + 1, 0.0)
        return Stretch(place, page, top, after[1] if after[0] == page else float("inf"))


def _where(place: Place) -> tuple[int, float]:
    return (place.page, place.top)
