"""The sections of the body and the annexes, in the order that the paper is put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from appraiser.domain.terms import Outline
from appraiser.paper.annex_barriers import annex_barriers
from appraiser.paper.annex_costs import annex_costs
from appraiser.paper.annex_criteria import annex_criteria
from appraiser.paper.annex_evidence import annex_evidence
from appraiser.paper.annex_integrity import annex_integrity
from appraiser.paper.annex_journal import annex_journal
from appraiser.paper.annex_method import annex_method
from appraiser.paper.annex_panel import annex_panel
from appraiser.paper.annex_rules import annex_rules
from appraiser.paper.annex_scores import annex_scores
from appraiser.paper.annex_support import annex_support
from appraiser.paper.annex_sureness import annex_sureness
from appraiser.paper.ask import ask
from appraiser.paper.barriers import barriers
from appraiser.paper.blocks import Block, Heading, paragraph
from appraiser.paper.case_for_change import case_for_change
from appraiser.paper.costs import costs
from appraiser.paper.gates import gates
from appraiser.paper.how_appraised import how_appraised
from appraiser.paper.implications import implications
from appraiser.paper.material import Material
from appraiser.paper.next_steps import next_steps
from appraiser.paper.options import options
from appraiser.paper.ranking import ranking
from appraiser.paper.summary import summary
from appraiser.paper.support import support
from appraiser.paper.withheld import withheld_here

Compose = Callable[[Material], Iterator[Block]]


class Section(NamedTuple):
    """A section, and the collections whose items are told in it."""

    compose: Compose
    holds: tuple[str, ...] = ()


_ASK = Section(ask)
_SUMMARY = Section(summary)
_CASE = Section(case_for_change, ("challenges", "objectives", "staff_views"))
_METHOD = Section(how_appraised)
_OPTIONS = Section(options, ("options",))
_RANKING = Section(ranking)
_GATES = Section(gates)
_BARRIERS = Section(barriers, ("barriers", "actions", "requests"))
_SUPPORT = Section(support, ("contracts", "support_lines"))
_COSTS = Section(costs, ("cost_lines", "tax_positions"))
_IMPLICATIONS = Section(implications)
_NEXT = Section(next_steps, ("next_steps", "approvals"))

_QUESTIONS = (
    *(_ASK, _SUMMARY, _CASE, _METHOD, _OPTIONS, _RANKING, _GATES),
    *(_BARRIERS, _SUPPORT, _COSTS, _IMPLICATIONS, _NEXT),
)

_FIVE_CASES: tuple[tuple[str, str, tuple[Section, ...]], ...] = (
    ("Strategic case", "strategic-case", (_CASE,)),
    ("Economic case", "economic-case", (_METHOD, _OPTIONS, _RANKING, _GATES)),
    ("Commercial case", "commercial-case", (_BARRIERS,)),
    ("Financial case", "financial-case", (_COSTS, _SUPPORT)),
    ("Management case", "management-case", (_IMPLICATIONS, _NEXT)),
)
"""The order of the Treasury's Five Case Model, after the summary."""

_ANNEXES = (
    Section(annex_criteria, ("criteria", "weight_sets")),
    Section(annex_scores),
    Section(annex_panel, ("groups", "scorers", "interests", "attendances")),
    Section(annex_sureness),
    Section(annex_costs, ("cost_lines", "tax_positions")),
    Section(annex_support, ("contracts", "support_lines")),
    Section(annex_barriers, ("barriers", "actions", "requests", "gate_answers")),
    Section(annex_evidence, ("readiness_answers", "measures", "benefits", "sources")),
    Section(annex_rules),
    Section(annex_method),
    Section(annex_integrity),
    Section(annex_journal),
)
"""In the order of `annexes.ANNEXES`."""


def body(matter: Material) -> Iterator[Block]:
    """Give the sections of the body in the order that the paper asks for."""
    if matter.appraisal.paper.outline is Outline.QUESTIONS:
        for section in _QUESTIONS:
            yield from _told(matter, section)
        return
    for section in (_ASK, _SUMMARY):
        yield from _told(matter, section)
    for words, key, sections in _FIVE_CASES:
        yield Heading(1, words, key)
        for section in sections:
            yield from map(_lowered, _told(matter, section))


def annexes(matter: Material) -> Iterator[Block]:
    """Give the annexes."""
    for section in _ANNEXES:
        yield from _told(matter, section)


def _told(matter: Material, section: Section) -> Iterator[Block]:
    """Give a section, and under its heading what of it the public paper leaves out."""
    words = withheld_here(matter, *section.holds)
    for block in section.compose(matter):
        yield block
        if words and isinstance(block, Heading):
            yield paragraph(f"{block.key}.withheld", words)
            words = ""


def _lowered(block: Block) -> Block:
    """Put a section's heading a level down, under that of its case."""
    if isinstance(block, Heading):
        return replace(block, level=block.level + 1)
    return block
