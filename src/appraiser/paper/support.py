"""The support plan: what expert help is bought, and what it comes to against the cap."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.trust import Programme
from appraiser.domain.written import pounds
from appraiser.figures.support import support_figure
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import Block, FigureBlock, Heading, paragraph
from appraiser.paper.material import Material, name
from appraiser.paper.ranking import FIGURE_WIDTH
from appraiser.paper.support_words import support_words
from appraiser.paper.wording import sentence


def support(matter: Material) -> Iterator[Block]:
    """Give the section on the support plan."""
    appraisal, totals = matter.appraisal, matter.results.support
    yield Heading(1, "What does the expert support cost?", "support")
    yield paragraph("support.total", support_words(matter), *_programme(appraisal.programme))
    if not totals.lines:
        return
    if not matter.hides("support_lines", "contracts"):
        figure = support_figure(matter.results, appraisal, FIGURE_WIDTH)
        yield FigureBlock(figure, "The support plan against its cap", "support-plan")
    words = f"{_approval(matter)} " if totals.contracts else ""
    ledger = pointing("support", "has each line and each contract.")
    yield paragraph("support.approval", words, ledger)


def _programme(programme: Programme) -> Iterator[str]:
    if programme.name.strip():
        yield f" Programme: {sentence(programme.name)}"
    if programme.funder.strip():
        yield f" Paid for by: {sentence(programme.funder)}"


def _approval(matter: Material) -> str:
    totals = matter.results.support
    if totals.approval is None:
        return (
            "No amount above which a contract needs approval was in force for this trust on the "
            "date of the law used here."
        )
    limit = pounds(totals.approval.above)
    over = [each for each in totals.suppliers if each.over_threshold]
    if not over:
        return f"No contract and no supplier comes to more than {limit}."
    names = ", ".join(name(each, "a supplier") for each in over)
    return f"More than the {totals.approval.words}, over all contracts: {names}."
