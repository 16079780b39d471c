"""The paper put together: front sheet, contents, body, annexes, each in its order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from appraiser import VERSION
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.content import content_fingerprint
from appraiser.domain.journal import JournalLine
from appraiser.domain.sources import PaperPart
from appraiser.domain.withholding.public import PublicAppraisal
from appraiser.paper.blocks import (
    Block,
    Contents,
    ContentsEntry,
    Heading,
    Meta,
    PageBreak,
    Paper,
    Paragraph,
)
from appraiser.paper.front_sheet import front_sheet, title, trust
from appraiser.paper.material import Material
from appraiser.paper.notices import footer
from appraiser.paper.numbering import by_digits, by_letters
from appraiser.paper.outline import annexes, body
from appraiser.paper.plain_text import shortened
from appraiser.paper.withheld import withheld
from appraiser.paper.writing_over import written_over

_LONGEST = 200
"""Characters of what stands on every page."""


def compose(
    appraisal: Appraisal,
    results: Results,
    catalogue: Catalogue,
    *,
    public: PublicAppraisal | None = None,
    journal: tuple[JournalLine, ...] = (),
    whole_journal: bool = False,
) -> Paper:
    """Compose the whole board paper from one snapshot, private matter included.

    Given what the public may read, it is the public paper, and `results` are those of
    `public.counted`. Nothing here asks for completeness: what is missing is said to be missing.
    """
    matter = Material(
        public.printed if public else appraisal,
        results,
        catalogue,
        content_fingerprint(appraisal),
        public,
        () if public else journal,
        whole_journal,
    )
    sections = tuple(by_digits(written_over(matter, body(matter))))
    working = tuple(by_letters(written_over(matter, annexes(matter))))
    contents = Contents(tuple(_entries((*sections, *working))))
    head = (front_sheet(matter), PageBreak(), contents, *withheld(matter), PageBreak())
    blocks = (*head, *sections, *working)
    return Paper(title(matter), blocks, _meta(matter, appraisal))


def composed_paragraphs(matter: Material) -> dict[str, Paragraph]:
    """Give each paragraph as it is composed, whatever the author put in its place, by its key."""
    blocks = (*by_digits(body(matter)), *by_letters(annexes(matter)))
    return {each.key: each for each in blocks if isinstance(each, Paragraph)}


def _entries(blocks: Iterable[Block]) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield ContentsEntry(block.text, block.key, block.number)


def _meta(matter: Material, whole: Appraisal) -> Meta:
    paper = matter.appraisal.paper
    return Meta(
        trust=shortened(trust(matter), _LONGEST),
        short_title=shortened(title(matter), _LONGEST),
        author=shortened(paper.author, _LONGEST),
        version=shortened(paper.version, _LONGEST),
        marking=shortened(paper.marking, _LONGEST),
        notice=footer(matter),
        made_from=f"appraisal:{whole.id} content:{matter.fingerprint}",
        dated=paper.meeting_on or matter.appraisal.question.rules_date,
        made_with=tuple(_made_with(matter)),
        draft=paper.draft,
    )


def _made_with(matter: Material) -> Iterator[tuple[str, str]]:
    """Give what an auditor needs to make the same paper again."""
    yield "program", VERSION
    yield "part", str(PaperPart.PRIVATE if matter.public is None else PaperPart.PUBLIC)
    if matter.journal:
        yield "journal", "whole" if matter.whole_journal else "by day"
    found = matter.results.robustness
    if found is not None:
        yield "draws", str(found.draws)
        yield "seed", str(found.seed)
    for each in matter.catalogue.vintages:
        yield f"data {each.subject}", " ".join(filter(None, (each.dated, each.own)))
