"""Programmes that pay for expert support, as templates for an appraisal's own."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from appraiser.catalogue.facts import Entry, Fact
from appraiser.domain.case import EoiAnswer
from appraiser.domain.ids import EoiAnswerId
from appraiser.domain.trust import Programme


class EoiQuestion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question of a programme's expression of interest, in the project's own words."""

    id: str
    question: str
    word_limit: int | None = None
    basis: Fact


class ProgrammeTemplate(Entry, frozen=True, kw_only=True):
    """A programme's terms as they were published. Money is in pence.

    `cap` is the most support one trust may have, and `fund` all there is; both may be unknown.
    """

    name: str
    summary: str
    funder: str
    fund: int | None = None
    cap: int | None = None
    cap_includes_vat: bool = True
    in_kind: bool = False
    places: str = ""
    opens: date | None = None
    closes: date | None = None
    reports_by: date | None = None
    terms: tuple[Fact, ...] = ()
    questions: tuple[EoiQuestion, ...] = ()

    def programme(self, approval_threshold: int | None = None) -> Programme:
        """Make an appraisal's programme out of it; `approval_threshold` is in pence."""
        return Programme(
            template=self.id,
            name=self.name,
            funder=self.funder,
            cap=self.cap,
            cap_includes_vat=self.cap_includes_vat,
            approval_threshold=approval_threshold,
            opens=self.opens,
            closes=self.closes,
            reports_by=self.reports_by,
            terms="\n".join(term.text for term in self.terms),
        )

    def eoi_answers(self) -> tuple[EoiAnswer, ...]:
        """Make the unanswered questions of its expression of interest."""
        return tuple(
            EoiAnswer(id=EoiAnswerId(each.id), question=each.question, word_limit=each.word_limit)
            for each in self.questions
        )
