"""The scales that measures are given on: how people write them, and what may not be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from appraiser.catalogue.facts import Entry, Fact
from appraiser.domain.terms import MeasureKind


class MeasureScale(Entry, frozen=True, kw_only=True):
    """A scale of one kind of measure.

    `written` are other ways of writing its name. `low` and `high` are the ends of its numbers,
    where it has any; `levels` are its ratings in words, the worst first. Where `not_between` is
    given, two organisations are never compared on it, and its text says why after "because".
    """

    name: str
    kind: MeasureKind
    written: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    levels: tuple[str, ...] = ()
    use: Annotated[Fact, Meta(title="What it is")]
    caution: Annotated[Fact | None, Meta(title="What to mind")] = None
    not_between: Annotated[Fact | None, Meta(title="Why trusts are not compared on it")] = None

    def __post_init__(self) -> None:
        """Refuse ends that hold nothing between them."""
        if self.low is not None and self.high is not None and not self.low < self.high:
            raise ValueError(f"it ends at {self.high:g}, not above {self.low:g} where it begins")

    def holds(self, value: float) -> bool:
        """Tell whether a number can stand on the scale."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    @property
    def keys(self) -> frozenset[str]:
        """Every way of writing it, without what makes no difference."""
        return frozenset(map(scale_key, (self.name, *self.written)))


def scale_key(text: str) -> str:
    """Give a written scale without what makes no difference: 1 to 5, 1-5 and 1 \u2013 5 are one."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"\bper\s*cent(?:age)?\b", "%", plain)
    plain = re.sub(r"(?<=\d)\s*(?:to|[-\u2010-\u2015\u2212])\s*(?=\d)", "-", plain)
    return " ".join(re.findall(r"-?\d+(?:[.-]\d+)*|[^\W\d_]+|[%£]", plain))


def scale_called(
    scales: Iterable[MeasureScale], kind: MeasureKind, text: str
) -> MeasureScale | None:
    """Give the scale of a kind of measure that a text names, or None where it names none known.

    A text that is a scale's name goes before one that has it among other words, such as
    "All trusts, 1 to 5"; of several names in it the longest counts.
    """
    said = scale_key(text)
    found = [
        (key == said, len(key), each)
        for each in scales
        if each.kind is kind
        for key in each.keys
        if key == said or (len(key) >= _LONG_ENOUGH and f" {key} " in f" {said} ")
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


_LONG_ENOUGH = 3
"""Letters of a written scale that are looked for among other words; a lone % says nothing."""
