"""Help to choose a form: a few questions, every form ranked with reasons, and staged routes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from appraiser.analysis.library.choosing import (
    ChoiceReason,
    FormChoice,
    RouteChoice,
    StaffWish,
    Suitability,
    Wish,
    Wishes,
    choose_form,
)
from appraiser.desktop.announcing import announce
from appraiser.desktop.library_words import behind, said, sources_sentence
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import Card, button, column, empty, row, words
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS
from appraiser.domain.edits import AddEntity, Edit, Several
from appraiser.domain.ids import OptionId, Ref, new_id
from appraiser.domain.options import Option
from appraiser.domain.terms import Scope

_MARKS = {
    Suitability.FITS: "✓ Fits",
    Suitability.IN_PART: "! In part",
    Suitability.DOES_NOT: "✗ Does not fit",
}
_NO_MATTER = ("Does not matter", "")
_YES = ("Yes", "yes")
_ANSWERS = {
    Wish.STAYS: (("No, or not known", ""), _YES),
    Wish.SCOPE: tuple((each.label, str(each)) for each in Scope),
    Wish.STAFF: (_NO_MATTER, *((each.label, str(each)) for each in StaffWish)),
    Wish.LOCK: (_NO_MATTER, _YES),
    Wish.PARTNER: (_NO_MATTER, _YES),
    Wish.WAY_BACK: (_NO_MATTER, _YES),
}
_SHORT = {
    Wish.STAYS: "NHS",
    Wish.SCOPE: "Scope",
    Wish.STAFF: "Staff",
    Wish.LOCK: "Assets",
    Wish.PARTNER: "Capital",
    Wish.WAY_BACK: "Way back",
}
_COLUMNS = (("Form", 1.2), ("Fit", 0.75), ("Because", 2.1))


class ChoosingCard(Card):
    """Six questions, whose answers are not stored, and the forms that follow from them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Which form would suit us?")
        self._workspace = workspace
        note = "Nothing is stored but the option you add. No form is hidden, whatever is answered."
        self.add(words(note, "note"))
        self.lists: dict[Wish, ChoiceList] = {}
        self.add(self._questions())
        self._said = words("", "heading")
        self.add(self._said)
        self.table = WordTable("Forms by how far they fit")
        self.table.currentCellChanged.connect(self._show_reasons)
        self.add(self.table)
        self.add_button = button("Add as an option", self.add_option, kind="primary")
        self.add(row(self.add_button, None))
        self._reasons = column(spacing=4)
        self.add(self._reasons)
        self.add(words("Staged routes", "heading"))
        self._routes = column(spacing=4)
        self.add(self._routes)
        self._steps: dict[tuple[str, int], QLabel] = {}
        self._forms: tuple[FormChoice, ...] = ()
        self._asked: object = None
        self.refresh()

    @property
    def chosen(self) -> FormChoice | None:
        """The form that is chosen in the table."""
        at = self.table.currentRow()
        return self._forms[at] if 0 <= at < len(self._forms) else None

    @property
    def wishes(self) -> Wishes:
        """What is asked of a form."""
        given = {wish: each.currentData() for wish, each in self.lists.items()}
        return Wishes(
            next(each for each in Scope if each == given[Wish.SCOPE]),
            stays=bool(given[Wish.STAYS]),
            staff=next((each for each in StaffWish if each == given[Wish.STAFF]), None),
            lock=bool(given[Wish.LOCK]),
            partner=bool(given[Wish.PARTNER]),
            way_back=bool(given[Wish.WAY_BACK]),
        )

    @Slot()
    def refresh(self) -> None:
        """Rank the forms anew, where anything has changed that they are ranked by."""
        appraisal = self._workspace.appraisal
        asked = (self.wishes, appraisal.trust.status, appraisal.form_notes)
        if asked == self._asked:
            return
        self._asked = asked
        kept = self.chosen.form if self.chosen else ""
        found = choose_form(
            self._workspace.catalogue, self.wishes, appraisal.trust.status, appraisal.form_notes
        )
        self._forms = found.forms
        self.table.show_rows(_COLUMNS, [_row(each) for each in found.forms])
        ids = [each.form for each in found.forms]
        self.table.selectRow(ids.index(kept) if kept in ids else 0)
        fits = sum(each.says is Suitability.FITS for each in found.forms)
        part = sum(each.says is Suitability.IN_PART for each in found.forms)
        self._said.setText(f"{fits} of {len(found.forms)} forms fit, {part} in part.")
        self._show_reasons()
        self._show_routes(found.routes)

    @Slot()
    def add_option(self) -> None:
        """Add the chosen form to the options, named and described from the library."""
        choice = self.chosen
        if choice is None:
            return
        option = self._option(choice.form, self.wishes.scope)
        if self._workspace.perform(AddEntity("options", option), f"adding {choice.name}"):
            self._workspace.go_to(Ref("options", option.id), "name")

    def _questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for at, (wish, answers) in enumerate(_ANSWERS.items()):
            label, choice = words(wish.label, "label"), ChoiceList()
            choice.setAccessibleName(wish.label)
            label.setBuddy(choice)
            for text, key in answers:
                choice.addItem(text, key)
            choice.activated.connect(self.refresh)
            grid.addWidget(label, 2 * (at // 2), at % 2)
            grid.addWidget(choice, 2 * (at // 2) + 1, at % 2)
            grid.setColumnStretch(at % 2, 1)
            self.lists[wish] = choice
        scope = self.lists[Wish.SCOPE]
        scope.setCurrentIndex(scope.findData(str(self._workspace.appraisal.question.scope)))
        return grid

    @Slot()
    def _show_reasons(self) -> None:
        """Say all that the library says of the chosen form and what was asked."""
        empty(self._reasons)
        choice = self.chosen
        self.add_button.setEnabled(choice is not None)
        if choice is None:
            return
        form = self._workspace.catalogue.forms[choice.form]
        self._reasons.addWidget(words(f"{form.name}: {form.summary}"))
        for reason in choice.reasons:
            self._reasons.addWidget(words(f"{_MARKS[reason.says]}. {reason.wish.label}", "label"))
            self._reasons.addWidget(words(said(reason.cell)))
            if reason.cell.sources or reason.cell.note or reason.cell.ours:
                rests = behind(self._workspace.catalogue, reason.cell)
                self._reasons.addWidget(words(rests, "note"))
        for caution in form.cautions:
            self._reasons.addWidget(words(f"Mind: {caution.text}", "note"))

    def _show_routes(self, routes: tuple[RouteChoice, ...]) -> None:
        """Say how far each step fits; the routes are laid out once, so that Tab keeps its order."""
        if not self._steps:
            for route in routes:
                self._lay_out_route(route)
        for route in routes:
            for number, step in enumerate(route.steps, start=1):
                said_ = f"{number}. {step.name}, {step.scope.inline} ({_MARKS[step.says]})."
                label = self._steps[route.route, number]
                label.setText(f"{said_} Goes ahead if: {step.goes_ahead}")

    def _lay_out_route(self, route: RouteChoice) -> None:
        self._routes.addWidget(words(route.name, "label"))
        self._routes.addWidget(words(route.words))
        for number, _ in enumerate(route.steps, start=1):
            label = self._steps[route.route, number] = words("")
            self._routes.addWidget(label)
        sources = sources_sentence(self._workspace.catalogue, route.sources)
        self._routes.addWidget(words(sources, "note"))
        act = button("Add its steps as options", partial(self.add_route, route))
        act.setAccessibleName(f"Add the steps of: {route.name}")
        self._routes.addLayout(row(act, None))

    def add_route(self, route: RouteChoice) -> None:
        """Add the steps of a staged route to the options, but for those that are there already."""
        there = {(each.form, each.scope) for each in self._workspace.appraisal.options}
        made = [
            self._option(step.form, step.scope)
            for step in route.steps
            if (step.form, step.scope) not in there
        ]
        if not made:
            announce(self, "Every step is an option already.")
            return
        edits: tuple[Edit, ...] = tuple(AddEntity("options", each) for each in made)
        if self._workspace.perform(Several(edits, f"adding the steps of {route.name}")):
            self._workspace.go_to(Ref("options", made[0].id), "name")

    def _option(self, form_id: str, scope: Scope) -> Option:
        """Make an option of a form, named and described from the library."""
        form = self._workspace.catalogue.forms[form_id]
        return Option(
            id=OptionId(new_id(COLLECTIONS["options"].prefix)),
            name=form.name,
            form=form.id,
            scope=scope,
            stays_in_nhs=form.stays_in_nhs,
            description=form.summary,
        )


def _row(choice: FormChoice) -> tuple[str, str, str]:
    worst = [each for each in choice.reasons if each.says is choice.says]
    because = " ".join(f"{_SHORT[each.wish]}: {_words(each)}" for each in worst)
    return choice.name, _MARKS[choice.says], because


def _words(reason: ChoiceReason) -> str:
    answer = f"{reason.cell.answer}. " if reason.wish is Wish.STAYS else ""
    return f"{answer}{reason.cell.text}"
