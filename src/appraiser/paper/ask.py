"""The ask: what the board is asked to resolve, by when, and what happens if it is put off."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.terms import Recommendation
from appraiser.paper.blocks import Block, Callout, Heading, paragraph, runs
from appraiser.paper.material import Material, on
from appraiser.paper.recommendation_words import hindrance
from appraiser.paper.wording import prose, sentence


def ask(matter: Material) -> Iterator[Block]:
    """Give the section that puts the ask."""
    question = matter.appraisal.question
    yield Heading(1, "What is the board asked to decide?", "ask")
    found = resolutions(matter)
    if found:
        items = tuple(runs(each) for each in found)
        yield Callout("The board is asked to:", items, lettered=True)
    else:
        yield paragraph("ask.none", "No resolution has been written yet.")
    if question.decision_by:
        yield paragraph("ask.by", f"A decision is needed by {on(question.decision_by)}.")
    else:
        yield paragraph("ask.by", "No date has been given by which a decision is needed.")
    if question.if_deferred.strip():
        yield from prose("ask.deferred", question.if_deferred, "If it is put off:")
    else:
        yield paragraph("ask.deferred", "What happens if it is put off has not been said.")


def resolutions(matter: Material) -> tuple[str, ...]:
    """Give the resolutions as written, or the one that follows from the recommendation."""
    paper = matter.appraisal.paper
    written = tuple(words for each in paper.resolutions if (words := sentence(each)))
    if written:
        return written
    if hindrance(matter):
        return ()
    match paper.recommendation:
        case Recommendation.ONE_OPTION if paper.recommended:
            return (f"Agree {matter.option(paper.recommended)} as the preferred way forward.",)
        case Recommendation.STAGED if matter.appraisal.path_steps:
            return ("Agree the staged path set out in this paper.",)
        case Recommendation.PAUSE:
            return ("Agree to pause the appraisal.",)
    return ()
