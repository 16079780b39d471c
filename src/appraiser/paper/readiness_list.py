"""What stands between a paper and the board's pack: missing, stale, too long, unsealed, unproved.

What is blocking should be put right before the paper goes to the board. It can be exported all
the same, since a draft is read before everything is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.domain.sources import PartMark, Standing
from appraiser.domain.stages import stage_of_place
from appraiser.domain.terms import EvidenceStrength, Stage
from appraiser.domain.withholding.hidden import private_marks
from appraiser.domain.written import counted, listed
from appraiser.paper.about_words import about_words
from appraiser.paper.lacking_signs import LackingSign
from appraiser.paper.material import Material
from appraiser.paper.page_budget import PageBudget
from appraiser.paper.writing_over import Overwritten

_BLOCKING = frozenset({"stale-weights"})
"""Findings that are worth no more than a look on their own page, and stand in a paper's way."""


_MOST_NAMED = 12
"""Characters that are shown; of more, their number is given."""


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One thing to put right, in a sentence, and the place where that is done."""

    words: str
    stage: Stage
    blocking: bool = False
    ref: Ref | None = None
    field: str = ""


def readiness_list(
    matter: Material,
    findings: tuple[Finding, ...],
    budget: PageBudget,
    written_over: tuple[Overwritten, ...] = (),
    signs: tuple[LackingSign, ...] = (),
) -> tuple[ReadinessItem, ...]:
    """Give what is to be put right, the blocking first, each in the order of the journey."""
    found = {
        item.words: item
        for item in (
            *map(_of_finding, findings),
            *_seal(matter),
            *_unproved(matter),
            *_stale(written_over),
            *_marks(matter),
            *_length(budget),
            *_signs(signs),
        )
    }
    return tuple(sorted(found.values(), key=lambda each: (not each.blocking, each.stage.number)))


def _of_finding(finding: Finding) -> ReadinessItem:
    blocking = finding.severity is not Severity.WARNING or finding.code in _BLOCKING
    return ReadinessItem(finding.words, finding.stage, blocking, finding.ref, finding.field)


def _seal(matter: Material) -> Iterator[ReadinessItem]:
    appraisal = matter.appraisal
    if appraisal.criteria and not appraisal.seals and not appraisal.sheets:
        words = "Criteria and weights are not sealed yet."
        yield ReadinessItem(words, Stage.WEIGHTS, blocking=True, ref=Ref("seals"))
    elif appraisal.seals and appraisal.seal is None:
        words = "The seal on criteria and weights is broken, and they were not sealed again."
        yield ReadinessItem(words, Stage.WEIGHTS, blocking=True, ref=Ref("seals"))


def _unproved(matter: Material) -> Iterator[ReadinessItem]:
    """Give claims that nothing on record bears out."""
    appraisal = matter.appraisal
    cells = appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    for attribute, what in (("reason", "reason"), ("evidence", "evidence named")):
        without = sum(not getattr(score, attribute).strip() for score in cells.values())
        if without:
            has = "has" if without == 1 else "have"
            words = f"{without} of {counted(len(cells), 'agreed score')} {has} no {what}."
            yield ReadinessItem(words, Stage.SCORING)
    for each in appraisal.benefits:
        if each.strength is not EvidenceStrength.NONE and not each.evidence.strip():
            words = f"The benefit “{each.title.strip() or 'without a name'}” names no evidence."
            yield ReadinessItem(words, Stage.CASE, ref=Ref("benefits", each.id), field="evidence")
    unconfirmed = {each.id for each in appraisal.sources if each.standing is Standing.UNCONFIRMED}
    resting: dict[tuple[Stage, str], list[str]] = {}
    for citation in appraisal.citations:
        if citation.source in unconfirmed:
            found = resting.setdefault((stage_of_place(citation.about), citation.source), [])
            found.append(about_words(appraisal, citation.about))
    for (stage, source), names in resting.items():
        words = f"On a source that is still to be confirmed rests this: {listed(names)}."
        yield ReadinessItem(words, stage, ref=Ref("sources", source))


def _stale(written_over: tuple[Overwritten, ...]) -> Iterator[ReadinessItem]:
    for each in written_over:
        if each.changed:
            words = (
                f"Your own words in the place of a paragraph were written over data that has since "
                f"changed. It would now say: {each.composed.text}"
            )
            ref = Ref("written_paragraphs", each.written.id)
            yield ReadinessItem(words, Stage.PAPER, blocking=True, ref=ref, field="text")


def _marks(matter: Material) -> Iterator[ReadinessItem]:
    """Give private items that no section of the Act or reason is given for."""
    for each in private_marks(matter.appraisal):
        lacking = _lacking(each)
        if lacking:
            what = about_words(matter.appraisal, each.about)
            words = f"{what} is kept private without {lacking}."
            ref = Ref("part_marks", each.id)
            field = "reason" if each.exemption else "exemption"
            yield ReadinessItem(words, Stage.PAPER, blocking=True, ref=ref, field=field)


def _lacking(mark: PartMark) -> str:
    if mark.exemption is None:
        return "a section of the Freedom of Information Act"
    return "" if mark.reason.strip() else "a reason that the public can read"


def _signs(signs: tuple[LackingSign, ...]) -> Iterator[ReadinessItem]:
    """Give the characters that will be lost in print, and those drawn from another typeface."""
    for each in signs:
        if each.is_square:
            words = f"A square will be printed in place of “{each.sign}” in “{each.near}”."
            yield ReadinessItem(words, Stage.PAPER, blocking=True)
    borrowed = [each.sign for each in signs if not each.is_square]
    if borrowed:
        are = "character is" if len(borrowed) == 1 else "characters are"
        some = " ".join(borrowed[:_MOST_NAMED]) + (" …" if len(borrowed) > _MOST_NAMED else "")
        words = f"{len(borrowed)} {are} drawn from another typeface: {some}"
        yield ReadinessItem(words, Stage.PAPER)


def _length(budget: PageBudget) -> Iterator[ReadinessItem]:
    if budget.over:
        yield ReadinessItem(budget.words, Stage.PAPER, blocking=True, ref=Ref("paper"))
