"""What a paper says of itself for an auditor: what it was made from, and every number it prints.

A number is known by the key of its block and its place there, such as `totals/FT plus/Total`. So
it can be worked out again from the appraisal, and one that was altered can be named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from appraiser.figures.geometry import Text
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Runs,
    Table,
)

FORMAT = 1
"""The version of the manifest's own form."""

NUMBER = re.compile(r"[-\u2212]?£?\d[\d,]*(?:\.\d+)?(?:%|m|k|bn)?")
"""A number as it is printed, with its sign and its unit."""


class Printed(NamedTuple):
    """A number as the paper prints it, and its key."""

    key: str
    words: str


def manifest_of(paper: Paper, pages: Sequence[str] = ()) -> bytes:
    """Give a paper's manifest as JSON, the same bytes for the same paper.

    `pages` are the fingerprints of what is drawn on each page.
    """
    held = {
        "format": FORMAT,
        "made_from": paper.meta.made_from,
        "made_with": dict(paper.meta.made_with),
        "numbers": [list(each) for each in numbers_in(paper)],
        "pages": list(pages),
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def numbers_in(paper: Paper) -> tuple[Printed, ...]:
    """Give every number that a paper prints, in reading order."""
    seen: dict[str, int] = {}
    found = []
    for at, block in enumerate(paper.blocks):
        for place, words in _texts(block, f"block-{at}"):
            for number in NUMBER.findall(words):
                seen[place] = seen.get(place, 0) + 1
                key = place if seen[place] == 1 else f"{place}#{seen[place]}"
                found.append(Printed(key, number))
    return tuple(found)


def _texts(block: Block, unnamed: str) -> Iterator[tuple[str, str]]:
    """Give each text of a block with its place."""
    match block:
        case FrontSheet():
            yield f"{block.key}/title", block.title
            yield from ((block.key, words) for words in block.notices)
            yield from ((f"{block.key}/{each.label}", each.text) for each in block.fields)
        case Heading():
            yield block.key, block.text
        case Paragraph():
            yield block.key or unnamed, block.text
        case BulletList():
            yield from ((unnamed, _words(each)) for each in block.items)
        case Callout():
            yield from ((block.title, _words(each)) for each in block.items)
        case Table():
            yield from _cells(block, unnamed)
        case FigureBlock():
            yield block.key or unnamed, block.caption
            drawn = (each for each in block.figure.marks if isinstance(each, Text))
            yield from ((f"{block.key or unnamed}/drawn", each.words) for each in drawn)
        case _:
            return


def _cells(block: Table, unnamed: str) -> Iterator[tuple[str, str]]:
    key = block.key or unnamed
    yield key, block.caption
    for row in block.rows:
        line = row.cells[0].partition("\n")[0]
        for heading, words in zip(block.header, row.cells, strict=True):
            yield f"{key}/{line}/{heading}", words


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)
