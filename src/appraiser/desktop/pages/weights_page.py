"""Stage 5: what matters, how it is measured, and how much."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.desktop.offers import Offers
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import button
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.desktop.widgets.swing_question_card import SwingQuestionCard
from appraiser.desktop.widgets.weights_card import WeightsCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.criteria import Seal
from appraiser.domain.edits import AddEntity, BreakSeal, SealWeights, Several
from appraiser.domain.ids import Ref
from appraiser.domain.sealing import new_seal, weights_are_stale
from appraiser.domain.terms import Stage
from appraiser.domain.written import date_and_time

TITLE = "What matters, and how much?"
SEAL_COLUMNS = ("Sealed by", "Sealed", "Broken by", "Broken", "Why it was broken")


class WeightsPage(Page):
    """Criteria with their anchors, the weights, and the seal over both."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self._seal_button = button("Seal…", self._seal, kind="primary")
        self._break_button = button("Break the seal…", self._break)
        self._template_button = button("Use the template", self._use_template)
        for each in (self._template_button, self._break_button, self._seal_button):
            self.add_beside_title(each)
        self.section("Criteria", "criteria")
        self._criteria()
        self.section("Weights")
        self._weights = WeightsCard(workspace)
        self.add(self._weights)
        self.add_form(
            "Which weights the totals use",
            Ref("weighting"),
            *("model_set", "random_index", "criteria_note", "note"),
            offers={"random_index": Offers(workspace).random_indices},
        )
        self.section("Weight sets", "weight_sets")
        self._weight_sets()
        self.section("Seals", "seals")
        self._seals = ResultTable("Seals", "None is ever taken away.", SEAL_COLUMNS)
        self.add(self._seals)
        workspace.changed.connect(self._follow)
        workspace.results_changed.connect(self._weights.refresh)
        self._follow()

    def _criteria(self) -> None:
        self.add_collection(
            CollectionView(
                "criteria",
                "Criteria and anchors",
                "Write what 0, 50 and 100 look like before anyone scores, without looking at "
                "the options.",
                ("name", "parent", "shape"),
                (
                    *("name", "short_name", "parent", "shape", "description", "anchor_0"),
                    *("anchor_50", "anchor_100", "unit", "points", "out_of_range", "objective"),
                ),
            )
        )

    def _weight_sets(self) -> None:
        self.add_collection(
            CollectionView(
                "weight_sets",
                "Weight sets",
                "One for the panel, and one for each group that wants its own.",
                ("name", "group", "method", "given_on"),
                (
                    *("name", "group", "method", "surrogate", "given_by", "given_on", "reason"),
                    *("consistency_question", "consistency_answer"),
                ),
            )
        )
        self.add_collection(
            CollectionView(
                "comparisons",
                "Pairwise comparisons",
                "For weight sets asked for by pairs: how many times as much the first matters.",
                ("weight_set", "first", "second", "ratio"),
                ("weight_set", "first", "second", "ratio"),
            )
        )
        self.add(SwingQuestionCard(self.workspace))
        self.add_collection(
            CollectionView(
                "swing_checks",
                "Checks of the swings",
                "What the panel answered. An answer that the weights contradict is said under "
                "what is still missing.",
                ("one", "others", "answer"),
                ("weight_set", "one", "others", "answer", "note"),
            )
        )

    def go_to(self, ref: Ref, field: str) -> bool:
        """Go to the seal, to the first criterion without a weight, or to a field."""
        if ref.collection == "seals":
            sealed = self.workspace.appraisal.seal is not None
            return self.give_keyboard(self._break_button if sealed else self._seal_button)
        if (ref.collection, field) == ("weight_sets", "raw"):
            return self.give_keyboard(self._weights.first_to_weigh)
        return super().go_to(ref, field)

    @Slot()
    def _follow(self) -> None:
        """Say whether the weights are sealed, and offer what can be done about it."""
        appraisal = self.workspace.appraisal
        seal = appraisal.seal
        self._seal_button.setVisible(seal is None)
        self._break_button.setVisible(seal is not None)
        self._template_button.setVisible(not appraisal.criteria)
        under = "Not sealed yet. Scoring opens when the criteria and weights are sealed."
        if seal is not None and seal.sealed_at is not None:
            under = f"Sealed {date_and_time(seal.sealed_at)} by {seal.sealed_by}."
        if weights_are_stale(appraisal):
            under += " Something has changed since they were sealed, so look at the weights again."
        self.set_title(TITLE, under)
        self._weights.refresh()
        self._seals.show_rows([_seal_row(each) for each in appraisal.seals])

    @Slot()
    def _seal(self) -> None:
        question = "Criteria, anchors and weights are then fixed and scoring opens."
        given = self.workspace.ask.words("Seal", question, "Sealed by (a role or a meeting)")
        if given is not None:
            seal = new_seal(self.workspace.appraisal, self.workspace.now(), given[0])
            self.workspace.perform(SealWeights(seal))

    @Slot()
    def _break(self) -> None:
        question = "The reason is kept and printed in the paper."
        fields = ("Reason", "Broken by (a role)")
        given = self.workspace.ask.words("Break the seal", question, *fields)
        if given is not None:
            moment = self.workspace.now().isoformat(timespec="minutes")
            self.workspace.perform(BreakSeal(moment, given[1], given[0]))

    @Slot()
    def _use_template(self) -> None:
        """Start from the library's criteria; every word can be changed."""
        templates = tuple(self.workspace.catalogue.criteria_templates.values())
        if templates:
            made = tuple(AddEntity("criteria", each) for each in templates[0].made())
            self.workspace.perform(Several(made, f"using {templates[0].name}"))


def _seal_row(seal: Seal) -> tuple[str, ...]:
    sealed, broken = (
        date_and_time(moment) if moment else "" for moment in (seal.sealed_at, seal.broken_at)
    )
    return (seal.sealed_by, sealed, seal.broken_by, broken, seal.broken_reason)


PAGE = PageInfo(
    stage=Stage.WEIGHTS,
    why="Weights set or changed after scores are seen are the first thing a challenge looks for.",
    good="Five to eight criteria that do not overlap, anchors a stranger could score by, and "
    "weights given by asking which worst-to-best change matters most.",
    build=WeightsPage,
)
