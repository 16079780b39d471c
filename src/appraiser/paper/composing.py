"""The paper put together: front sheet, body, annexes, each in its order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.content import content_fingerprint
from appraiser.paper.annex_criteria import annex_criteria
from appraiser.paper.annex_evidence import annex_evidence
from appraiser.paper.annex_individual import annex_individual
from appraiser.paper.annex_integrity import annex_integrity
from appraiser.paper.annex_scores import annex_scores
from appraiser.paper.annex_sureness import annex_sureness
from appraiser.paper.ask import ask
from appraiser.paper.barriers import barriers
from appraiser.paper.blocks import Block, Meta, PageBreak, Paper, Paragraph, runs
from appraiser.paper.case_for_change import case_for_change
from appraiser.paper.costs import costs
from appraiser.paper.front_sheet import front_sheet, title, trust
from appraiser.paper.gates import gates
from appraiser.paper.how_appraised import how_appraised
from appraiser.paper.implications import implications
from appraiser.paper.material import Material
from appraiser.paper.next_steps import next_steps
from appraiser.paper.notices import footer
from appraiser.paper.numbering import by_digits, by_letters
from appraiser.paper.options import options
from appraiser.paper.plain_text import one_line, shortened
from appraiser.paper.ranking import ranking
from appraiser.paper.summary import summary
from appraiser.paper.support import support

_BODY = (
    ask,
    summary,
    case_for_change,
    how_appraised,
    options,
    ranking,
    gates,
    barriers,
    support,
    costs,
    implications,
    next_steps,
)
_ANNEXES = (
    annex_criteria,
    annex_scores,
    annex_individual,
    annex_evidence,
    annex_integrity,
    annex_sureness,
)
_LONGEST = 200
"""Characters of what stands on every page."""


def compose(appraisal: Appraisal, results: Results, catalogue: Catalogue) -> Paper:
    """Compose the whole board paper, private matter included, from one snapshot.

    Nothing here asks for completeness: what is missing is said to be missing.
    """
    matter = Material(appraisal, results, catalogue)
    body = by_digits(_written_over(matter, (each for part in _BODY for each in part(matter))))
    annexes = by_letters(
        _written_over(matter, (each for part in _ANNEXES for each in part(matter)))
    )
    blocks = (front_sheet(matter), PageBreak(), *body, *annexes)
    return Paper(title(matter), blocks, _meta(matter))


def _written_over(matter: Material, blocks: Iterable[Block]) -> Iterator[Block]:
    """Put the author's own words in the place of the paragraphs they were written for."""
    written = {
        each.paragraph: each.text
        for each in matter.appraisal.written_paragraphs
        if each.text.strip()
    }
    for block in blocks:
        if isinstance(block, Paragraph) and block.key in written:
            yield replace(block, runs=runs(one_line(written[block.key])))
        else:
            yield block


def _meta(matter: Material) -> Meta:
    paper = matter.appraisal.paper
    fingerprint = content_fingerprint(matter.appraisal)
    return Meta(
        trust=shortened(trust(matter), _LONGEST),
        short_title=shortened(title(matter), _LONGEST),
        author=shortened(paper.author, _LONGEST),
        version=shortened(paper.version, _LONGEST),
        marking=shortened(paper.marking, _LONGEST),
        notice=footer(matter),
        made_from=f"appraisal:{matter.appraisal.id} content:{fingerprint}",
        dated=paper.meeting_on or matter.appraisal.question.rules_date,
    )
