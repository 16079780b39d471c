"""Stage 6: each alone, reveal, talk, again, and what the room agreed."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.score_card import ScoreCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage

TITLE = "Score each option against the anchors"

SCORERS = CollectionView(
    "scorers",
    "Who scores",
    "The public paper knows people by role; names stay in the file.",
    ("role", "group", "counted"),
    ("role", "name", "group", "organisation", "counted"),
)
GROUPS = CollectionView("groups", "Groups", "", ("name", "description"), ("name", "description"))
INTERESTS = CollectionView(
    "interests",
    "Declared interests",
    "What was declared, and what was decided about it.",
    ("scorer", "decision", "declared_on"),
    ("scorer", "decision", "declared_on", "decided_by", "description", "options"),
)
ATTENDANCE = CollectionView(
    "attendances",
    "Attendance",
    "",
    ("scorer", "session", "arrived", "left"),
    ("scorer", "session", "arrived", "left"),
)
PARKED = CollectionView(
    "parked_items",
    "Put aside for later",
    "",
    ("title", "owner", "due", "status"),
    ("title", "raised_by", "owner", "due", "status"),
)


class ScoringPage(Page):
    """The grid of scores, and who gave them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self.section("Scores")
        self._scores = ScoreCard(workspace)
        self.add(self._scores)
        self.section("How it is run")
        self.add_form(
            "How the scoring is run",
            Ref("scoring"),
            *("phase", "feed", "missing", "split_range", "split_deviation", "note"),
        )
        self.section("People", "scorers")
        for view in (SCORERS, GROUPS):
            self.add_collection(view)
        self.section("Interests and attendance", "interests", "attendances")
        for view in (INTERESTS, ATTENDANCE):
            self.add_collection(view)
        self.section("Put aside", "parked_items")
        self.add_collection(PARKED)
        workspace.changed.connect(self._follow)
        self._follow()

    def go_to(self, ref: Ref, field: str) -> bool:
        """Go to a cell of the grid, named as option and criterion, or to a field."""
        if ref.collection == "sheets":
            return self.give_keyboard(self._scores.place_of(field))
        return super().go_to(ref, field)

    def keep(self) -> None:
        """Keep what was typed, in the grid too."""
        self._scores.keep()
        super().keep()

    @Slot()
    def _follow(self) -> None:
        """Say whether scoring is open."""
        appraisal = self.workspace.appraisal
        under = f"{appraisal.scoring.phase.label}. Totals use {appraisal.scoring.feed.inline}."
        if appraisal.seal is None:
            under = "Scoring opens when the criteria and weights are sealed."
        self.set_title(TITLE, under)


PAGE = PageInfo(
    stage=Stage.SCORING,
    why="Scores made alone first, then discussed, are worth more than scores talked into.",
    good="Every cell has a reason in the words used in the room, and evidence where there is some.",
    build=ScoringPage,
)
