"""Where each part of a paper stands on its pages, and the stage that its words come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from appraiser.domain.terms import Stage
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import (
    Block,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Table,
)
from appraiser.paper.plain_text import shortened

_STAGES = {
    "front-sheet": Stage.PAPER,
    "ask": Stage.PAPER,
    "summary": Stage.RESULTS,
    "case": Stage.CASE,
    "method": Stage.SCORING,
    "options": Stage.OPTIONS,
    "results": Stage.RESULTS,
    "gates": Stage.GATES,
    "barriers": Stage.GATES,
    "support": Stage.SUPPORT,
    "costs": Stage.COSTS,
    "implications": Stage.PAPER,
    "next-steps": Stage.PAPER,
    key_of("criteria"): Stage.WEIGHTS,
    key_of("scores"): Stage.SCORING,
    key_of("panel"): Stage.SCORING,
    key_of("sureness"): Stage.RESULTS,
    key_of("costs"): Stage.COSTS,
    key_of("support"): Stage.SUPPORT,
    key_of("barriers"): Stage.GATES,
    key_of("evidence"): Stage.CASE,
    key_of("rules"): Stage.TRUST,
    key_of("method"): Stage.SCORING,
}
"""The stage in which the words under a heading are put right; others are of the paper itself."""

_LONGEST = 90
"""Characters of a part's words that stand for it."""


class OnPage(Protocol):
    """Where something stands: its page, from 0, and its top in points from the page's top."""

    @property
    def page(self) -> int:
        """The page, from 0."""

    @property
    def top(self) -> float:
        """Points from the top of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a paper: what it says in short, where it stands, and the stage behind it."""

    key: str
    words: str
    page: int
    top: float
    stage: Stage
    is_paragraph: bool
    """Whether the author may put words of their own in its place."""


def places_in(paper: Paper, on_pages: Mapping[str, OnPage]) -> Iterator[Place]:
    """Give the parts of a paper that can be pointed at, in reading order."""
    stage = Stage.PAPER
    for block in paper.blocks:
        key = getattr(block, "key", "")
        if isinstance(block, FrontSheet | Heading):
            stage = _STAGES.get(key, stage if _is_under(block) else Stage.PAPER)
        words = _words(block)
        if key in on_pages and words:
            at = on_pages[key]
            yield Place(key, words, at.page, at.top, stage, isinstance(block, Paragraph))


def _is_under(block: FrontSheet | Heading) -> bool:
    return isinstance(block, Heading) and block.level > 1


def _words(block: Block) -> str:
    match block:
        case FrontSheet():
            return "Front sheet"
        case Heading() | Paragraph():
            return shortened(f"{block.number} {block.text}", _LONGEST)
        case Table() | FigureBlock():
            return shortened(block.caption, _LONGEST)
        case Callout() | Contents():
            return shortened(block.title, _LONGEST)
    return ""
