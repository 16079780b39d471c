"""Stage 1: who is asking, about what, under which programme and law."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.catalogue.law import approval_threshold
from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.measure_card import MeasureCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import button, row
from appraiser.desktop.widgets.readiness_card import ReadinessCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.edits import AddEntity, SetField, Several
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.trust import Programme

TITLE = "Who is asking, and about what?"
UNDER = "The trust's status and the date decide which law applies, so they come first."


class TrustPage(Page):
    """Trust, question, programme, service lines, measures and readiness."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, UNDER)
        self._offers = Offers(workspace)
        self.section("Question and trust")
        self._question_and_trust()
        self.section("Programme")
        self._programme()
        self.section("Service lines", "service_lines")
        self._service_lines()
        self.section("Readiness")
        self.add(ReadinessCard(workspace))
        self._readiness()
        self.section("Measures", "measures")
        self._measures()
        self.add(MeasureCard(workspace))
        self.section("Sources", "sources")
        self._sources()

    def _question_and_trust(self) -> None:
        self.add_form(
            "The question",
            Ref("question"),
            *("title", "scope", "rules_date", "decision_by", "text", "if_deferred"),
        )
        self.add_form(
            "The trust",
            Ref("trust"),
            *("name", "code", "status", "kind", "region", "commissioner", "income", "income_year"),
            *("surplus", "recovered_vat", "staff_wte", "staff_note", "council_income"),
            *("biggest_contract", "biggest_contract_income", "biggest_contract_end"),
            *("biggest_contract_notice", "made_up", "note"),
        )

    def _programme(self) -> None:
        card = self.add_form(
            "The programme that pays for support",
            Ref("programme"),
            *("template", "name", "funder", "cap", "approval_threshold", "cap_includes_vat"),
            *("opens", "closes", "reports_by", "terms"),
            offers={"template": self._offers.programmes},
        )
        card.add(row(button("Fill in from the template", self._fill_programme), None))

    def _service_lines(self) -> None:
        self.add_collection(
            CollectionView(
                "service_lines",
                "Service lines",
                "Each service that could change its form on its own.",
                ("name", "staff_wte", "income", "biggest_contract_end"),
                (
                    *("name", "commissioner", "staff_wte", "income", "council_income"),
                    *("biggest_contract", "biggest_contract_income", "biggest_contract_end"),
                    *("biggest_contract_notice", "description"),
                ),
            )
        )

    def _measures(self) -> None:
        self.add_collection(
            CollectionView(
                "measures",
                "Measures",
                "Give each its scale and year; figures on different scales are never compared.",
                ("name", "value", "rating", "scale", "year"),
                (
                    *("name", "kind", "value", "rating", "scale", "year", "comparator"),
                    *("comparator_name", "service_line", "note"),
                ),
            )
        )

    def _readiness(self) -> None:
        self.add_collection(
            CollectionView(
                "readiness_answers",
                "Is this the time?",
                "Five tests, before anything else is spent. Any of them can say pause.",
                ("test", "answer", "reason"),
                (
                    *("test", "answer", "answered_by", "answered_on", "reason", "conditions"),
                    "evidence",
                ),
            )
        )

    def _sources(self) -> None:
        self.add_collection(
            CollectionView(
                "sources",
                "Sources",
                "Where the facts come from. Mark what is illustrative; every print will say so.",
                ("title", "publisher", "dated", "standing"),
                ("title", "publisher", "dated", "standing", "address", "note"),
            )
        )
        self.add_collection(
            CollectionView(
                "citations",
                "What rests on which source",
                "A place such as trust.income, barriers/vat or, for all of them, sheets.",
                ("about", "source"),
                ("about", "source", "note"),
            )
        )

    @Slot()
    def _fill_programme(self) -> None:
        """Take the template's name, funder, cap, dates and terms, and its questions."""
        appraisal, catalogue = self.workspace.appraisal, self.workspace.catalogue
        if appraisal.programme.template not in catalogue.programmes:
            return
        template = catalogue.programme(appraisal.programme.template)
        on = appraisal.question.rules_date
        found = approval_threshold(catalogue, appraisal.trust.status, on) if on else None
        filled = template.programme(found.amount if found and found.binding else None)
        ref = Ref("programme")
        known = {answer.id for answer in appraisal.eoi_answers}
        self.workspace.perform(
            Several(
                (
                    *(SetField(ref, name, getattr(filled, name)) for name in specs(Programme)),
                    *(
                        AddEntity("eoi_answers", answer)
                        for answer in template.eoi_answers()
                        if answer.id not in known
                    ),
                ),
                "filling in the programme",
            )
        )


PAGE = PageInfo(
    stage=Stage.TRUST,
    why="An NHS trust and a foundation trust have different powers, and the law has changed "
    "several times since 2014. What the board may do depends on both.",
    good="Figures from the last audited year, each with where it comes from, and five honest "
    "answers on readiness.",
    build=TrustPage,
)
