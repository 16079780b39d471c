"""Which form the front sheet takes, how it becomes the trust's own, and keeping it for others."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Slot

from appraiser.analysis.library.front_sheets import (
    is_own,
    make_own,
    own_front_sheet,
    take_over,
)
from appraiser.catalogue.front_sheets import OWN, STANDARD
from appraiser.desktop.announcing import announce
from appraiser.desktop.library_words import sources_sentence
from appraiser.desktop.typed import read
from appraiser.desktop.widgets.field_editor import Choices
from appraiser.desktop.widgets.form import Form
from appraiser.desktop.widgets.parts import Card, button, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.board_paper import FrontSheetField
from appraiser.domain.edits import SetField
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.written import listed

TRUSTS_OWN = "The trust's own"
_KEPT = "kept:"
"""Stands before the key of a front sheet that is kept; no form's id has a colon."""


class FrontSheetCard(Card):
    """A list of forms and the logo, what the chosen form is, and what can be done with it."""

    def __init__(self, workspace: Workspace, keep_typed: Callable[[], None]) -> None:
        super().__init__("Form of the front sheet")
        self._workspace, self._keep_typed = workspace, keep_typed
        self._kept = workspace.front_sheets.read()
        self.form = Form(
            workspace,
            Ref("paper"),
            ("profile", "logo"),
            {"profile": self._offered},
            {"profile": self._choose},
        )
        self.add(self.form)
        self._said, self._unread = words("", "note"), words("", "wrong")
        self.add(self._said)
        self.add(self._unread)
        self.own_button = button("Make it the trust's own", self.make_own)
        self.keep_button = button("Keep for other appraisals…", self.keep_sheet)
        self.remove_button = button("Remove a kept one…", self.remove_sheet)
        self.add(row(self.own_button, self.keep_button, self.remove_button, None))
        workspace.changed.connect(self.refresh)
        self.refresh()

    @property
    def said(self) -> str:
        """What the chosen form is."""
        return self._said.text()

    @property
    def unread(self) -> str:
        """The sentence on what is kept and cannot be read, if there is any."""
        return self._unread.text()

    @Slot()
    def refresh(self) -> None:
        """Say what the chosen form is, and let be done what can be done."""
        self._said.setText(self._about())
        self.own_button.setEnabled(not is_own(self._workspace.appraisal))
        self.remove_button.setEnabled(bool(self._kept.sheets or self._kept.unread))
        self._unread.setText(_not_read(self._kept.unread))
        self._unread.setVisible(bool(self._kept.unread))

    @Slot()
    def make_own(self) -> bool:
        """Make the front sheet as it is printed now the trust's own, in one edit."""
        self._keep_typed()
        workspace = self._workspace
        made = workspace.perform(make_own(workspace.appraisal, workspace.catalogue))
        if made:
            announce(self, self.said)
        return made

    @Slot()
    def keep_sheet(self) -> None:
        """Ask for a name, and keep the front sheet under it for other appraisals."""
        self._keep_typed()
        workspace = self._workspace
        answer = workspace.ask.words(
            "Keep this front sheet",
            "Its fields, its words for the purpose and its logo are then offered in every "
            "appraisal on this computer. What its fields say in this paper is not kept.",
            "Name",
        )
        if answer is None:
            return
        name = str(read(specs(FrontSheetField)["label"], answer[0]))
        there = workspace.front_sheets.key_of(name)
        if there and not workspace.ask.confirm(
            f'A front sheet called "{name}" is kept already.',
            "This one takes its place. Appraisals that have taken the other are not changed.",
            "Replace it",
        ):
            return
        sheet = own_front_sheet(workspace.appraisal, workspace.catalogue, name)
        self._try(lambda: workspace.front_sheets.keep(sheet), f'"{name}" is kept.')

    @Slot()
    def remove_sheet(self) -> None:
        """Ask which of those that are kept, and remove it."""
        kept = self._workspace.front_sheets
        keys = [*self._kept.sheets, *self._kept.unread]
        names = [
            *(each.name for each in self._kept.sheets.values()),
            *(f"{each} (cannot be read)" for each in self._kept.unread),
        ]
        question = "Which one is offered no more? Appraisals that have taken it are not changed."
        picked = self._workspace.ask.pick("Remove a kept front sheet", question, names)
        if picked is not None:
            self._try(lambda: kept.remove(keys[picked]), f'"{names[picked]}" is removed.')

    def _try(self, act: Callable[[], None], done: str) -> None:
        try:
            act()
        except Problem as problem:
            self._workspace.ask.tell(problem)
            return
        self._kept = self._workspace.front_sheets.read()
        self.form.refresh()
        self.refresh()
        announce(self, done)

    def _offered(self) -> Choices:
        """Give the forms: the library's, those that are kept here, and the trust's own."""
        forms = self._workspace.catalogue.front_sheets
        standard = self._workspace.appraisal.paper.profile == STANDARD
        return (
            (STANDARD if standard else "", forms[STANDARD].name),
            *((each.id, each.name) for each in forms.values() if each.id != STANDARD),
            *(
                (f"{_KEPT}{key}", f"{each.name} (kept on this computer)")
                for key, each in self._kept.sheets.items()
            ),
            (OWN, TRUSTS_OWN),
        )

    def _choose(self, value: object) -> bool:
        """Take a form; one that is kept, or a first own one, brings its fields along."""
        self._keep_typed()
        workspace, chosen = self._workspace, cast("str", value)
        if chosen.startswith(_KEPT):
            sheet = self._kept.sheets[chosen.removeprefix(_KEPT)]
            return workspace.perform(take_over(workspace.appraisal, sheet))
        if chosen == OWN and not _has_form(workspace.appraisal.front_sheet_fields):
            return self.make_own()
        return workspace.perform(SetField(Ref("paper"), "profile", chosen))

    def _about(self) -> str:
        appraisal, catalogue = self._workspace.appraisal, self._workspace.catalogue
        chosen = appraisal.paper.profile
        if is_own(appraisal):
            return "The fields below are the front sheet, in their order."
        if chosen == OWN:
            return "The trust's own has no field yet, so the standard one is printed."
        if chosen and chosen not in catalogue.front_sheets:
            return f'No form called "{chosen}" is known here, so the standard one is printed.'
        basis = catalogue.front_sheet(chosen).basis
        return f"{basis.text} {sources_sentence(catalogue, basis.sources)}".strip()


def _has_form(fields: tuple[FrontSheetField, ...]) -> bool:
    """Tell whether own fields are more than additions to another form."""
    return any(each.fact is not None for each in fields)


def _not_read(unread: tuple[str, ...]) -> str:
    if not unread:
        return ""
    named = listed([f"{each}.json" for each in unread])
    if len(unread) == 1:
        return f"A kept front sheet cannot be read and is left where it is: {named}."
    return f"Kept front sheets cannot be read and are left where they are: {named}."
