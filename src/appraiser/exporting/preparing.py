"""A paper made ready to be looked at: its very bytes, what stands where, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.analysis.assessing import assess
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.checks import check
from appraiser.domain.problem import Problem
from appraiser.exporting.editions import Edition, compose_edition, public_edition
from appraiser.exporting.leak_check import refuse_leaks
from appraiser.exporting.wanted import Wanted
from appraiser.paper.blocks import Paragraph
from appraiser.paper.composing import composed_paragraphs
from appraiser.paper.lacking_signs import lacking_signs
from appraiser.paper.material import Material
from appraiser.paper.page_budget import PageBudget, page_budget
from appraiser.paper.pdf.writer import set_pdf
from appraiser.paper.places import Place, places_in
from appraiser.paper.readiness_list import ReadinessItem, readiness_list
from appraiser.paper.writing_over import overwritten


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper as it would be exported now."""

    content: bytes
    places: tuple[Place, ...]
    budget: PageBudget
    ready: tuple[ReadinessItem, ...]
    composed: Mapping[str, Paragraph]
    """Each paragraph as the program puts it, whatever the author put in its place, by its key."""
    leak: Problem | None
    """Why this public paper could not be exported: it would show what is private."""


def prepare(
    appraisal: Appraisal, results: Results | None, catalogue: Catalogue, wanted: Wanted
) -> Prepared:
    """Make the paper of one edition ready to be looked at.

    `results` are those of the whole appraisal, where they are known. Raises `Cancelled` once
    `wanted.cancelled` says that nobody waits for it.
    """
    whole = results or assess(appraisal, catalogue, cancelled=wanted.cancelled)
    edition = public_edition(appraisal) if wanted.public else Edition(appraisal, None)
    paper = compose_edition(edition, wanted, catalogue, None if wanted.public else whole)
    pdf = set_pdf(paper, wanted.told, wanted.cancelled)
    budget = page_budget(pdf.places)
    matter = Material(appraisal, whole, catalogue)
    composed = composed_paragraphs(matter)
    findings = (*check(appraisal), *whole.findings)
    return Prepared(
        pdf.content,
        tuple(places_in(paper, pdf.places)),
        budget,
        readiness_list(
            matter,
            findings,
            budget,
            tuple(overwritten(matter, composed.values())),
            lacking_signs(paper),
        ),
        composed,
        _leak(edition, pdf.content) if wanted.public else None,
    )


def _leak(edition: Edition, content: bytes) -> Problem | None:
    try:
        refuse_leaks(edition, content, ".pdf")
    except Problem as problem:
        return problem
    return None
