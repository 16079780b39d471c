"""What the public paper leaves out: by its kind, with the section of the Act and why."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.catalogue.law import private_session
from appraiser.domain.withholding.public import Withheld
from appraiser.domain.written import counted, listed
from appraiser.paper.blocks import Block, Callout, Column, Heading, Row, Table, paragraph, runs
from appraiser.paper.material import Material
from appraiser.paper.plain_text import one_line
from appraiser.paper.wording import sentence

KEY = "withheld"


def withheld(matter: Material) -> Iterator[Block]:
    """Give the section on what is withheld, in a public paper that leaves anything out."""
    if matter.public is None or not matter.public.withheld:
        return
    yield Heading(1, "What is kept private, and why?", KEY)
    yield paragraph(
        "withheld.what",
        "This is the public paper (Part 1). It leaves out what the table names; the board has it "
        "in the private paper (Part 2). Totals, ranks and the verdict are those of the whole "
        "appraisal and are the same in both. A marking or an exemption named here does not decide "
        "a request under the Freedom of Information Act 2000.",
    )
    yield _table(matter.public.withheld)
    resolution = _resolution(matter)
    if resolution:
        yield Callout("Before it considers Part 2, the board is asked to:", (runs(resolution),))


def _table(found: tuple[Withheld, ...]) -> Table:
    reasons: dict[tuple[str, str], list[Withheld]] = {}
    for each in found:
        section = each.exemption.label if each.exemption else "No section has been given"
        reasons.setdefault((section, each.reason), []).append(each)
    return Table(
        "What is withheld from this paper",
        (
            Column("What", 3),
            Column("Exemption under the Freedom of Information Act 2000", 3),
            Column("Why", 4.4),
        ),
        tuple(
            Row((kinds(some), section, sentence(one_line(why)) or "No reason has been given."))
            for (section, why), some in reasons.items()
        ),
        "withheld-items",
    )


def kinds(found: list[Withheld]) -> str:
    """Say what is withheld, by kind: 1 contract and 4 support lines."""
    return listed([_counted(each) for each in found])


def _counted(each: Withheld) -> str:
    return each.kind if ":" in each.kind else counted(each.count, each.kind)


def _resolution(matter: Material) -> str:
    """Give the resolution to leave the public out, by the law of the meeting's day."""
    paper, question = matter.appraisal.paper, matter.appraisal.question
    day = paper.meeting_on or question.decision_by or question.rules_date
    if day is None:
        return ""
    found = private_session(matter.catalogue, matter.appraisal.trust.status, day)
    return found.resolution.text if found else ""


def withheld_here(matter: Material, *collections: str) -> str:
    """Say in a section what of it is withheld, or nothing."""
    found = matter.public.of(*collections) if matter.public else ()
    if not found:
        return ""
    sections = list(dict.fromkeys(each.exemption.inline for each in found if each.exemption))
    by = f" ({listed(sections)})" if sections else ""
    is_ = "is" if sum(each.count for each in found) == 1 else "are"
    return f"Not in this public paper: {kinds(list(found))}, which {is_} private{by}."
