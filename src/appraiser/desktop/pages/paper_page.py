"""Stage 10: the recommendation, what the board is asked, and the paper itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from appraiser.desktop.exporting import PAPER
from appraiser.desktop.offers import Offers
from appraiser.desktop.preparing import Preparing
from appraiser.desktop.widgets.collection_card import CollectionView
from appraiser.desktop.widgets.export_button import ExportButton
from appraiser.desktop.widgets.front_sheet_card import FrontSheetCard
from appraiser.desktop.widgets.going_out_card import GoingOutCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import button
from appraiser.desktop.widgets.readiness_list_card import ReadinessListCard
from appraiser.desktop.workspace import Workspace
from appraiser.domain.checks import check
from appraiser.domain.findings import Severity
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import counted

if TYPE_CHECKING:
    from appraiser.desktop.paper_window import PaperWindow

TITLE = "What is the board asked to decide?"

PATH = CollectionView(
    "path_steps",
    "Steps of a staged path",
    "Each step goes ahead on a condition that can be tested.",
    ("title", "option", "starts"),
    ("title", "option", "starts", "condition"),
)
NEXT_STEPS = CollectionView(
    "next_steps",
    "Next steps",
    "",
    ("title", "owner", "due", "status"),
    ("title", "owner", "due", "status"),
)
APPROVALS = CollectionView(
    "approvals",
    "Approvals needed",
    "",
    ("title", "body", "status", "due"),
    ("title", "body", "status", "due", "note"),
)
SHEET_FIELDS = CollectionView(
    "front_sheet_fields",
    "Front sheet fields",
    "Beside a form of the library, a field of the same name or fact says more of the form's, and "
    "any other stands before the annexes. What is left blank is printed as confirmed by a role.",
    ("label", "fact", "confirmed_by"),
    ("label", "fact", "confirmed_by", "short", "text"),
)
PRIVATE = CollectionView(
    "part_marks",
    "Kept private",
    "Left out of Part 1, which says what kind was left out, by what section and why. What belongs "
    "to an item goes with it; totals stay the same in both Parts.",
    ("about", "part", "exemption"),
    ("about", "part", "exemption", "reason"),
)


class PaperPage(Page):
    """Recommendation, front sheet, next steps and export."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self.preparing = Preparing(workspace)
        self.export_button = ExportButton(workspace, PAPER, self.keep, kind="primary")
        self.export_button.written.connect(self._say_where)
        self._paper: PaperWindow | None = None
        self.add_beside_title(button("Preview…", self.preview))
        self.add_beside_title(self.export_button)
        self.section("Recommendation")
        self.add_form(
            "Recommendation",
            Ref("paper"),
            *("recommendation", "recommended", "reason", "differs_reason", "dissent"),
            *("resolutions", "summary"),
        )
        self.add_collection(PATH)
        self._front_sheet()
        self.section("Next steps and approvals", "next_steps", "approvals")
        self.add_collection(NEXT_STEPS)
        self.add_collection(APPROVALS)
        self.section("Kept private", "part_marks")
        offers = Offers(workspace)
        self.add_collection(replace(PRIVATE, offers={"about": offers.places}))
        self.section("Going out")
        self.going_out = GoingOutCard(self.preparing, self.export_button)
        self.add(self.going_out)
        self.readiness = ReadinessListCard(workspace, self.preparing)
        self.add(self.readiness)
        self.export_button.ask_first(self.readiness.against)
        workspace.changed.connect(self._follow)
        self._follow()

    def _front_sheet(self) -> None:
        self.section("Front sheet")
        sheet = FrontSheetCard(self.workspace, self.keep)
        self.add(sheet)
        self._forms.append(sheet.form)
        self.add_form(
            "What stands on it",
            Ref("paper"),
            *("title", "outline", "meeting", "meeting_on", "agenda_item", "version"),
            *("purpose", "purpose_words", "sponsor", "presenter", "author", "contact"),
            *("marking", "draft", "risk_reference", "finance_lead"),
            *("previously", "financial", "legal", "quality", "equality", "engagement"),
            "monitoring",
        )
        fields = self.add_collection(SHEET_FIELDS)
        fields.add_button_for(button("Move up", fields.move_up))
        fields.add_button_for(button("Move down", fields.move_down))

    @Slot()
    def _follow(self) -> None:
        """Say how much is missing or wrong before the paper goes out."""
        found = check(self.workspace.appraisal)
        wrong = sum(each.severity is Severity.ERROR for each in found)
        missing = sum(each.severity is Severity.MISSING for each in found)
        under = "Nothing is missing. The paper is ready to be read."
        if wrong or missing:
            under = f"{counted(missing, 'thing')} missing and {wrong or 'none'} wrong so far. "
            under += "The paper can be exported at any time and says what is missing."
        self.set_title(TITLE, under[0].upper() + under[1:])

    def act(self) -> None:
        """Export the paper."""
        self.export_button.click()

    @Slot()
    def preview(self) -> None:
        """Show the paper as it would be exported, in a window of its own."""
        self.keep()
        if self._paper is None:
            from appraiser.desktop.paper_window import PaperWindow

            self._paper = PaperWindow(self.workspace, self.preparing)
            self._paper.left.connect(self._come_back)
            self.destroyed.connect(self._paper.put_away)
        self._paper.look()

    @property
    def paper_window(self) -> PaperWindow | None:
        """The window of the preview, once it was asked for."""
        return self._paper

    @Slot()
    def _come_back(self) -> None:
        self.window().raise_()
        self.window().activateWindow()

    @Slot(object)
    def _say_where(self, path: Path) -> None:
        self.set_title(TITLE, f"The paper was written to {path}.")


PAGE = PageInfo(
    stage=Stage.PAPER,
    why="Directors have about four minutes a page. The ask, the answer and how sure we are come "
    "first; the working is in the annex.",
    good="A resolution that could be minuted as it stands, and a reason where the recommendation "
    "is not the highest total.",
    build=PaperPage,
)
