"""Numbers for headings and paragraphs, so that minutes can cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from appraiser.domain.term import in_sentence
from appraiser.paper.blocks import Block, Heading, PageBreak, Paragraph, letter


def by_digits(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number sections 1, 2, 3 and their paragraphs 1.1, 1.2."""
    section = paragraph = 0
    for block in blocks:
        match block:
            case Heading(level=1):
                section, paragraph = section + 1, 0
                yield replace(block, number=str(section))
            case Paragraph():
                paragraph += 1
                yield replace(block, number=f"{section}.{paragraph}")
            case _:
                yield block


def by_letters(blocks: Iterable[Block]) -> Iterator[Block]:
    """Name annexes A, B, C, each on a new page, and number their paragraphs A.1, A.2."""
    name, annexes, paragraph = "", 0, 0
    for block in blocks:
        match block:
            case Heading(level=1):
                name, annexes, paragraph = letter(annexes).upper(), annexes + 1, 0
                yield PageBreak()
                yield replace(block, text=f"Annex {name}: {in_sentence(block.text)}")
            case Paragraph():
                paragraph += 1
                yield replace(block, number=f"{name}.{paragraph}")
            case _:
                yield block
