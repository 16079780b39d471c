"""The author's own words in the place of composed paragraphs, and whether they still hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.fingerprints import fingerprint_of
from appraiser.paper.blocks import Block, Paragraph, runs
from appraiser.paper.material import Material
from appraiser.paper.plain_text import one_line


@dataclass(frozen=True, slots=True)
class Overwritten:
    """A composed paragraph that the author's words stand for, and whether its data has changed."""

    written: WrittenParagraph
    composed: Paragraph
    changed: bool


def written_over(matter: Material, blocks: Iterable[Block]) -> Iterator[Block]:
    """Put the author's own words in the place of the paragraphs they were written for."""
    written = _written(matter)
    for block in blocks:
        if isinstance(block, Paragraph) and block.key in written:
            yield replace(block, runs=runs(one_line(written[block.key].text)))
        else:
            yield block


def overwritten(matter: Material, blocks: Iterable[Block]) -> Iterator[Overwritten]:
    """Give each paragraph that the author wrote over, as it would be composed today."""
    written = _written(matter)
    for block in blocks:
        if isinstance(block, Paragraph) and block.key in written:
            own = written[block.key]
            known = own.data_fingerprint
            yield Overwritten(own, block, bool(known) and known != data_fingerprint(block))


def data_fingerprint(composed: Paragraph) -> str:
    """Give what stands for the data under a paragraph: the fingerprint of its composed words."""
    return fingerprint_of([composed.text])


def _written(matter: Material) -> dict[str, WrittenParagraph]:
    return {
        each.paragraph: each for each in matter.appraisal.written_paragraphs if each.text.strip()
    }
