"""Stage 2: why act, towards what, and what staff said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from appraiser.desktop.exporting import EXPRESSION_OF_INTEREST
from appraiser.desktop.widgets.collection_card import CollectionCard, CollectionView
from appraiser.desktop.widgets.export_button import ExportButton
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.word_counter import WordCounter
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage

TITLE = "Why change, and towards what?"
UNDER = "Challenges first, then objectives that can be measured, then what staff said."

CHALLENGES = CollectionView(
    "challenges",
    "Challenges",
    "What the trust faces, and what has been done about it so far.",
    ("title", "reach", "results"),
    ("title", "reach", "description", "done_so_far", "results"),
)
OBJECTIVES = CollectionView(
    "objectives",
    "Objectives",
    "Each with a measure, where it stands now, a target and a date. Five or six are plenty.",
    ("title", "measure", "target", "due"),
    ("title", "measure", "baseline", "target", "due", "owner", "relevance"),
)
STAFF_VIEWS = CollectionView(
    "staff_views",
    "What staff said",
    "Who was asked, how, how many answered, and what the trust did about it.",
    ("title", "heard_on", "asked", "answered"),
    ("title", "heard_on", "asked", "answered", "in_favour", "against", "said", "answered_with"),
)
BENEFITS = CollectionView(
    "benefits",
    "Benefits sought",
    "A benefit that no contract secures is a hope. Say how strong the evidence is.",
    ("title", "kind", "strength", "yearly_value"),
    (
        *("title", "kind", "strength", "unit", "yearly_value", "first_year", "last_year"),
        *("health", "owner", "description", "options", "contract_term", "evidence"),
    ),
)
ANSWERS = CollectionView(
    "eoi_answers",
    "Expression of interest: the questions",
    "The programme's questions, each with its limit in words. Add questions of your own; the "
    "document says where an answer is over its limit and never cuts it.",
    ("question", "word_limit"),
    ("word_limit", "question", "answer"),
)


class CasePage(Page):
    """Challenges, objectives, staff views, benefits and the expression of interest."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, UNDER)
        for name, view in (
            ("Challenges", CHALLENGES),
            ("Objectives", OBJECTIVES),
            ("What staff said", STAFF_VIEWS),
            ("Benefits", BENEFITS),
            ("Expression of interest", ANSWERS),
        ):
            self.section(name, view.collection)
            card = self.add_collection(view)
            if view is ANSWERS:
                self._add_export(card)
        self.add_form(
            "Expression of interest: who stands behind it",
            Ref("expression_of_interest"),
            *("sponsor_name", "sponsor_title", "sponsor_email", "sponsor_phone"),
            *("lead_name", "lead_title", "lead_email", "lead_phone", "lead_address"),
        )

    def _add_export(self, card: CollectionCard) -> None:
        """Count the words of each answer, and let the whole be exported."""
        self.counter = WordCounter(self.workspace, card, "answer", "word_limit")
        self.export_button = ExportButton(self.workspace, EXPRESSION_OF_INTEREST, self.keep)
        self.export_button.written.connect(self._say_where)
        card.add_button_for(self.export_button)

    @Slot(object)
    def _say_where(self, path: Path) -> None:
        self.set_title(TITLE, f"The expression of interest was written to {path}.")


PAGE = PageInfo(
    stage=Stage.CASE,
    why="A board that cannot say what is wrong with today cannot say whether a mutual would "
    "mend it.",
    good="Every objective could be met by an option that stays in the NHS as well as by one "
    "that leaves.",
    build=CasePage,
)
