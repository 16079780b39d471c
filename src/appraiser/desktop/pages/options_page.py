"""Stage 3: the ways forward, how they were narrowed down, and what each is."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.library.comparing import fields_to_judge
from appraiser.desktop.offers import NOT_CHOSEN, Offers
from appraiser.desktop.widgets.choosing_card import ChoosingCard
from appraiser.desktop.widgets.collection_card import CollectionCard, CollectionView
from appraiser.desktop.widgets.definition_card import DefinitionCard
from appraiser.desktop.widgets.field_editor import Choices
from appraiser.desktop.widgets.form_comparison_card import FormComparisonCard
from appraiser.desktop.widgets.inheritance_card import InheritanceCard
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.desktop.widgets.parts import button
from appraiser.desktop.widgets.precedent_finder import PrecedentFinder
from appraiser.desktop.workspace import Workspace
from appraiser.domain.edits import Edit, LeaveOut, SetField, Several
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.terms import Listing, Stage
from appraiser.domain.written import counted

TITLE = "Which ways forward should the board weigh?"


FRAMEWORK = CollectionView(
    "framework_choices",
    "Options framework",
    "The choices the longlist workshop made, from standing still to going furthest.",
    ("title", "framework", "position", "verdict"),
    ("title", "framework", "position", "verdict", "reason"),
)
FACTORS = CollectionView(
    "success_factors",
    "Critical success factors",
    "What an option must do to be worth appraising at all.",
    ("title", "description"),
    ("title", "description"),
)
MARKS = CollectionView(
    "factor_marks",
    "Marks against the success factors",
    "",
    ("option", "factor", "result"),
    ("option", "factor", "result", "reason"),
)
PRECEDENTS = CollectionView(
    "precedent_uses",
    "Precedents",
    "Who has been here before, and what was learnt.",
    ("precedent", "option", "lesson"),
    ("precedent", "option", "lesson"),
)


class OptionsPage(Page):
    """Options, the framework they came from, success factors, definitions and precedents."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, TITLE, "")
        self._offers = Offers(workspace)
        self.section("Options", "options")
        self._options = self._options_card()
        self._inherits = InheritanceCard(workspace)
        self.add(self._inherits)
        self.section("Find a form")
        self._choosing = ChoosingCard(workspace)
        self.add(self._choosing)
        self._comparison = FormComparisonCard(workspace)
        self.add(self._comparison)
        self.section("Narrowing down", "framework_choices")
        for view in (FRAMEWORK, FACTORS, MARKS):
            self.add_collection(view)
        self.section("Is it a mutual?", "definition_answers")
        self._definitions = self._definitions_card()
        self.section("Precedents and judgements", "precedent_uses", "form_notes")
        self.add_collection(PRECEDENTS)
        self.add(PrecedentFinder(workspace))
        self._judgements()
        self._options.table.selectionModel().currentRowChanged.connect(self._follow)
        workspace.changed.connect(self._follow)
        self._follow()

    def _options_card(self) -> CollectionCard:
        card = self.add_collection(
            CollectionView(
                "options",
                "Options",
                "A scope, a form, and how it is delivered. The form decides what is inherited.",
                ("name", "scope", "listing", "stays_in_nhs"),
                (
                    *("name", "form", "scope", "listing", "role", "stays_in_nhs"),
                    *(
                        "transfer",
                        "service_lines",
                        "description",
                        "delivery",
                        "implementation",
                        "funding",
                    ),
                    *("listing_reason", "left_out_on", "left_out_by"),
                ),
                offers={"form": self._offers.forms},
            )
        )
        card.add_button_for(button("Shortlist", self._shortlist))
        card.add_button_for(button("Leave out…", self._leave_out))
        card.add_button_for(button("Take from the form", self._take_form))
        return card

    def _definitions_card(self) -> DefinitionCard:
        card = DefinitionCard(self.workspace)
        self.add(card)
        self.add_collection(
            CollectionView(
                "definition_answers",
                "Our own answers",
                "A yes or no of our own counts before what the form settles.",
                ("option", "definition", "test", "answer"),
                ("option", "definition", "test", "answer", "reason"),
                offers={"definition": self._offers.definitions, "test": self._offers.tests},
            )
        )
        return card

    def _judgements(self) -> None:
        self.add_collection(
            CollectionView(
                "form_notes",
                "Judgements of our own",
                "Where this appraisal judges a form otherwise than the library does.",
                ("form", "field", "text"),
                ("form", "field", "text", "reason"),
                offers={"form": self._offers.forms, "field": _cells},
            )
        )

    @property
    def _chosen(self) -> OptionId | None:
        form = self._options.form
        ids = {option.id for option in self.workspace.appraisal.options}
        found = OptionId(form.ref.id) if form is not None else None
        return found if found in ids else None

    @Slot()
    def _follow(self) -> None:
        """Say how many there are, and show what the chosen option inherits."""
        appraisal = self.workspace.appraisal
        left_out = sum(option.listing is Listing.LEFT_OUT for option in appraisal.options)
        shortlisted = counted(len(appraisal.shortlist), "option")
        under = f"{shortlisted} on the shortlist, {counted(left_out, 'option')} left out. "
        under += "Business as usual and one more option inside the NHS always stay."
        self.set_title(TITLE, under[0].upper() + under[1:])
        self._inherits.show_option(self._chosen)
        self._definitions.show_option(self._chosen)
        self._choosing.refresh()
        self._comparison.refresh()

    @Slot()
    def _shortlist(self) -> None:
        if self._chosen is not None:
            ref = Ref("options", self._chosen)
            self.workspace.perform(SetField(ref, "listing", Listing.SHORTLIST))

    @Slot()
    def _leave_out(self) -> None:
        if self._chosen is None:
            return
        name = self.workspace.appraisal.option(self._chosen).name
        question = f'"{name}" keeps its place in the record. Both answers are printed.'
        given = self.workspace.ask.words("Leave out", question, "Reason", "Decided by (a role)")
        if given is not None:
            day = self.workspace.now().date().isoformat()
            self.workspace.perform(LeaveOut(self._chosen, given[0], given[1], day))

    @Slot()
    def _take_form(self) -> None:
        """Take from the library whether the form stays in the NHS, and what it is."""
        if self._chosen is None:
            return
        option = self.workspace.appraisal.option(self._chosen)
        form = self.workspace.catalogue.forms.get(option.form)
        if form is None:
            return
        ref = Ref("options", option.id)
        edits: list[Edit] = [SetField(ref, "stays_in_nhs", form.stays_in_nhs)]
        if not option.description.strip():
            edits.append(SetField(ref, "description", form.summary))
        self.workspace.perform(Several(tuple(edits), f"taking what {form.name} says"))


def _cells() -> Choices:
    """Give what the library says of every form, by the names under which it is stored."""
    return NOT_CHOSEN, *fields_to_judge()


PAGE = PageInfo(
    stage=Stage.OPTIONS,
    why="The one transfer that was stopped in court was stopped because options inside the NHS "
    "had not been looked at.",
    good="Three to five options on the shortlist, some more ambitious than others, and a reason "
    "on record for every one left out.",
    build=OptionsPage,
)
