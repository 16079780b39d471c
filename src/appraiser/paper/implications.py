"""What else the board must weigh: money, law, patients, equality, engagement, evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.paper.blocks import Block, Heading
from appraiser.paper.material import Material
from appraiser.paper.wording import none_identified, prose, sentence

HEADING = "What else must the board weigh?"


def implications(matter: Material) -> Iterator[Block]:
    """Give the section on implications, one numbered paragraph each."""
    paper = matter.appraisal.paper
    yield Heading(1, HEADING, "implications")
    finance = paper.finance_lead.strip()
    financial = none_identified(paper.financial)
    if finance and paper.financial.strip():
        financial = f"{sentence(financial)} Authorised for finance by {finance}."
    for key, lead, words in (
        ("financial", "Money.", financial),
        ("legal", "Law.", none_identified(paper.legal)),
        ("quality", "Patients and quality.", none_identified(paper.quality)),
        ("equality", "Equality.", none_identified(paper.equality)),
        ("engagement", "Engagement.", none_identified(paper.engagement)),
        ("monitoring", "Monitoring and evaluation.", paper.monitoring or "Not yet set out."),
    ):
        yield from prose(f"implications.{key}", words, lead)
