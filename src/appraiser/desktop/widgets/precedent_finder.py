"""A search over those who went before and those who help, and a way to lean on one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem

from appraiser.catalogue.facts import Fact
from appraiser.catalogue.precedents import Mentor, Precedent
from appraiser.catalogue.searching import (
    Found,
    Wanted,
    forms_of,
    kinds_of,
    search_library,
    services_of,
)
from appraiser.desktop.announcing import announce
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.fact_rows import FactRows
from appraiser.desktop.widgets.parts import GRID, Card, button, column, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, named
from appraiser.domain.edits import AddEntity
from appraiser.domain.ids import OptionId, PrecedentUseId, SupportLineId, new_id
from appraiser.domain.money_terms import SupportKind
from appraiser.domain.options import PrecedentUse
from appraiser.domain.sources import Standing
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import Part
from appraiser.domain.written import counted

_NOTE = (
    "Search what others did and what came of it. Mentors of 2010 gave their time free; whether any "
    "would today is to be asked."
)
_LIST_HEIGHT = 190
WHOLE_APPRAISAL = "The whole appraisal"


class PrecedentFinder(Card):
    """Words and three filters; what is found; and the facts of the one that is chosen.

    "Use this" adds a `PrecedentUse` with the library's lesson, to be put in the trust's own words.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Find who went before, and who may help")
        self._workspace = workspace
        self._found: tuple[Found, ...] = ()
        self.add(words(_NOTE, "note"))
        self.line = QLineEdit()
        self.line.setPlaceholderText("Such as: union vote, one contract, CIC")
        self.line.setAccessibleName("Words to search precedents and mentors for")
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._go_to_list)
        self.add(self.line)
        self._filters()
        self._count = words("", "note")
        self.add(self._count)
        self.list = QListWidget()
        self.list.setAccessibleName("Precedents and mentors found")
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.add(self.list)
        self._facts = FactRows(workspace.catalogue)
        self.add(self._facts)
        self._acts()
        workspace.changed.connect(self._changed)
        self._offer_options()
        self._search()

    def _filters(self) -> None:
        """Put up the three filters, and the box that keeps the search to lessons."""
        catalogue = self._workspace.catalogue
        services = {each: each for each in services_of(catalogue)}
        self.kinds = _choices("Kind of precedent", "Any kind", kinds_of(catalogue))
        self.forms = _choices("Form", "Any form", forms_of(catalogue))
        self.services = _choices("Service", "Any service", services)
        for each in (self.kinds, self.forms, self.services):
            each.activated.connect(self._search)
        self.lessons = QCheckBox("Only in lessons")
        self.lessons.clicked.connect(self._search)
        filters = row(self.kinds, self.forms, self.services)
        self.add(column(filters, row(self.lessons, None), spacing=GRID))

    def _acts(self) -> None:
        """Put up what can be done with the one that is chosen."""
        self.option = _choices("For which option", WHOLE_APPRAISAL, {})
        self.option.setMinimumContentsLength(len(WHOLE_APPRAISAL) + 1)
        self.use_button = button("Use this", self._use)
        self.plan_button = button("Plan their time", self._plan)
        self._used = words("", "note")
        label = words("For", "label", wrap=False)
        self.add(row(label, self.option, self.use_button, self.plan_button, None))
        self.add(self._used)
        self.option.activated.connect(self._follow)

    @property
    def chosen(self) -> Found | None:
        """What is chosen of what was found."""
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        if touched & (Part.OPTIONS | Part.SUPPORT):
            self._offer_options()
            self._follow()

    def _offer_options(self) -> None:
        options = {each.id: named(each) for each in self._workspace.appraisal.options}
        _offer(self.option, WHOLE_APPRAISAL, options)

    @Slot()
    def _search(self) -> None:
        """Find again; what was chosen stays so while it is found."""
        before = self.chosen.entry if self.chosen else None
        self._found = search_library(
            self._workspace.catalogue,
            Wanted(
                words=self.line.text(),
                kind=self.kinds.currentData(),
                form=self.forms.currentData(),
                service=self.services.currentData(),
                lessons_only=self.lessons.isChecked(),
            ),
        )
        self.list.clear()
        for each in self._found:
            QListWidgetItem(_line(each), self.list)
        how_many = counted(len(self._found), "precedent or mentor", "precedents and mentors")
        self._count.setText(f"{how_many[0].upper()}{how_many[1:]} found.")
        same = [at for at, each in enumerate(self._found) if each.entry is before]
        self.list.setCurrentRow(same[0] if same else 0 if self._found else -1)
        self._show_chosen()

    @Slot()
    def _go_to_list(self) -> None:
        announce(self, self._count.text())
        self.list.setFocus()

    @Slot()
    def _show_chosen(self) -> None:
        """Show what is known of the one that is chosen, and how far it may be relied on."""
        self._facts.clear()
        if self.chosen is not None:
            self._show(self.chosen.entry)
        self._follow()

    def _show(self, entry: Precedent | Mentor) -> None:
        self._facts.add_words("Name", entry.name)
        if isinstance(entry, Mentor):
            self._facts.add_fact("Offer", entry.offer)
            return
        forms = self._workspace.catalogue.forms
        of_form = ", ".join(forms[each].name for each in entry.forms if each in forms)
        for title, said in (
            ("Kind", ", ".join(each for each in (entry.kind.label, entry.years) if each)),
            ("Services", ", ".join(entry.services)),
            ("Form", of_form),
        ):
            if said:
                self._facts.add_words(title, said)
        for title, fact in (
            ("What it was", entry.what),
            ("What came of it", entry.outcome),
            ("What it shows", entry.lesson),
        ):
            self._facts.add_fact(title, fact)

    @Slot()
    def _follow(self) -> None:
        """Let the chosen one be used, unless it is used so already."""
        chosen = self.chosen
        mentor = chosen is not None and isinstance(chosen.entry, Mentor)
        self.plan_button.setVisible(mentor)
        used, planned = self._is_used(), mentor and self._is_planned()
        self.use_button.setEnabled(chosen is not None and not used)
        self.plan_button.setEnabled(mentor and not planned)
        said = ["Used already; it is under Precedents above."] if used else []
        said += ["Their time is in the support plan already."] if planned else []
        self._used.setText(" ".join(said))
        self._used.setVisible(bool(said))

    def _is_used(self) -> bool:
        return self.chosen is not None and any(
            each.precedent == _called(self.chosen.entry) and each.option == self._option
            for each in self._workspace.appraisal.precedent_uses
        )

    def _is_planned(self) -> bool:
        return self.chosen is not None and any(
            each.title == _time_of(self.chosen.entry) and each.kind is SupportKind.IN_KIND
            for each in self._workspace.appraisal.support_lines
        )

    @property
    def _option(self) -> OptionId | None:
        key = self.option.currentData()
        return OptionId(key) if key else None

    @Slot()
    def _use(self) -> None:
        """Lean on the chosen one, with the library's lesson to begin with."""
        if self.chosen is None:
            return
        entry = self.chosen.entry
        made = PrecedentUse(
            id=PrecedentUseId(new_id(COLLECTIONS["precedent_uses"].prefix)),
            precedent=_called(entry),
            option=self._option,
            lesson=_lesson(entry).text,
        )
        if self._workspace.perform(AddEntity("precedent_uses", made), f"using {entry.name}"):
            announce(self, f"{entry.name} is used.")

    @Slot()
    def _plan(self) -> None:
        """Put a mentor's time into the support plan, as support in kind that nobody pays for."""
        if self.chosen is None:
            return
        entry = self.chosen.entry
        made = SupportLine(
            id=SupportLineId(new_id(COLLECTIONS["support_lines"].prefix)),
            title=_time_of(entry),
            kind=SupportKind.IN_KIND,
            vat_rate=0.0,
            basis=f"{_lesson(entry).text} To be asked whether they would today.",
        )
        words_ = f"planning the time of {entry.name}"
        if self._workspace.perform(AddEntity("support_lines", made), words_):
            announce(self, f"{made.title} is in the support plan.")


def _choices(name: str, any_: str, named_: Mapping[str, str]) -> ChoiceList:
    made = ChoiceList()
    made.setAccessibleName(name)
    _offer(made, any_, named_)
    return made


def _offer(choices: ChoiceList, any_: str, named_: Mapping[Any, str]) -> None:
    """Offer everything, or one of several; what is chosen stays so while it is there."""
    chosen = choices.currentData()
    choices.clear()
    for key, text in {"": any_, **named_}.items():
        choices.addItem(text, key)
    choices.setCurrentIndex(max(choices.findData(chosen), 0))


def _line(found: Found) -> str:
    """Say on one line who it is, what kind, and what is to be confirmed."""
    entry = found.entry
    where = f"; found in {', '.join(each.inline for each in found.places)}" if found.places else ""
    facts = [entry.offer] if isinstance(entry, Mentor) else [entry.what, entry.outcome]
    unsure = any(each.standing is Standing.UNCONFIRMED for each in facts)
    return f"{entry.name} ({found.kind}{'; to be confirmed' if unsure else ''}{where})"


def _called(entry: Precedent | Mentor) -> str:
    """Give what an appraisal keeps: the id of a precedent, which the paper names, or a name."""
    return entry.name if isinstance(entry, Mentor) else entry.id


def _lesson(entry: Precedent | Mentor) -> Fact:
    return entry.offer if isinstance(entry, Mentor) else entry.lesson


def _time_of(entry: Precedent | Mentor) -> str:
    return f"Time of {entry.name}"
