"""What every page is made of: a sentence that answers or asks, a line under it, and cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from appraiser.desktop.widgets.collection_card import CollectionCard, CollectionView
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.form import Form, Offers
from appraiser.desktop.widgets.ground import Ground
from appraiser.desktop.widgets.parts import GRID, Card, column, row, words
from appraiser.desktop.widgets.sections import Sections
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import entities
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage

LABEL = 30
"""How high the label over a control stands, in pixels."""


class Page(QScrollArea):
    """A page of one stage. Its parts go one under another and scroll together."""

    def __init__(self, workspace: Workspace, title: str, under: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = Ground()
        self._ground.setObjectName("pageGround")
        self._layout = QVBoxLayout(self._ground)
        self._layout.setContentsMargins(26, 20, 26, 26)
        self._layout.setSpacing(14)
        self._title = words(title, "title")
        self._under = words(under, "note")
        self._head = row(spacing=8)
        self._head.addWidget(self._title, stretch=1)
        self._layout.addLayout(column(self._head, self._under, spacing=4))
        self._end = QVBoxLayout()
        self._end.setSpacing(14)
        self._layout.addLayout(self._end)
        self._sections: Sections | None = None
        self._layout.addStretch(1)
        self.setWidget(self._ground)
        self.setAccessibleName(title)
        self._cards: list[CollectionCard] = []
        self._forms: list[Form] = []
        self._gone_to: QWidget | None = None
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._look_again)
        self.verticalScrollBar().rangeChanged.connect(self._look.start)

    def set_title(self, title: str, under: str) -> None:
        """Change the sentence at the head and the line under it."""
        if (title, under) != (self._title.text(), self._under.text()):
            self._title.setText(title)
            self._under.setText(under)
            self.setAccessibleName(title)

    def add(self, part: QWidget) -> None:
        """Put a card under the others."""
        self._end.addWidget(part)

    def section(self, name: str, *collections: str) -> None:
        """Begin a section: what is added from here on is shown when its name is chosen.

        With collections named, the section says how many things they hold.
        """
        if self._sections is None:
            self._sections = Sections()
            self._end.addWidget(self._sections)
            self.workspace.changed.connect(self._sections.refresh)
        count = partial(_count, self.workspace, collections) if collections else None
        self._end = self._sections.add_section(name, count)

    def add_beside_title(self, part: QWidget) -> None:
        """Put a button beside the title."""
        self._head.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)

    def add_collection(self, view: CollectionView) -> CollectionCard:
        """Put a card over a collection under the others."""
        card = CollectionCard(self.workspace, view)
        self._cards.append(card)
        self.add(card)
        return card

    def add_form(
        self, heading: str, ref: Ref, *names: str, note: str = "", offers: Offers | None = None
    ) -> Card:
        """Put a card with a form over one single part under the others."""
        card = Card(heading)
        if note:
            card.add(words(note, "note"))
        form = Form(self.workspace, ref, names, offers)
        self._forms.append(form)
        card.add(form)
        self.add(card)
        return card

    def go_to(self, ref: Ref, field: str) -> bool:
        """Show a place and give it the keyboard; tell whether it is on this page."""
        for card in self._cards:
            place = card.place_of(ref, field)
            if place is not None:
                return self.give_keyboard(place)
        for form in self._forms:
            editor = form.editor(field)
            if form.ref == ref and editor is not None:
                return self.give_keyboard(editor.control)
        return False

    def give_keyboard(self, control: QWidget) -> bool:
        """Give a control of this page the keyboard, and bring it into view."""
        if self._sections is not None:
            self._sections.show_part(control)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._gone_to = control
        self._look.start()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the person look elsewhere."""
        self._gone_to = None
        super().wheelEvent(event)

    @Slot()
    def _look_again(self) -> None:
        """Keep what was gone to in view while the page is being laid out around it."""
        here = QApplication.focusWidget()
        if here is None or here is not self._gone_to:
            return
        # Qt would be content with the cursor in view; the label and the whole control are wanted.
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = here.mapTo(self._ground, QPoint(0, 0)).y() - LABEL
        bottom = top + min(LABEL + here.height() + GRID, room)
        bar.setValue(min(max(bar.value(), bottom - room), top))

    def take_keyboard(self) -> bool:
        """Give the keyboard to the first control of the page; tell whether there is one."""
        found = (each for each in self._ground.findChildren(QWidget) if _takes_keyboard(each))
        first = next(found, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.verticalScrollBar().setValue(0)
        return first is not None

    def act(self) -> None:
        """Do the page's main act, where it has one."""

    def keep(self) -> None:
        """Keep what was typed and not kept yet."""
        for editor in self.findChildren(FieldEditor):
            editor.keep()


def _count(workspace: Workspace, collections: tuple[str, ...]) -> int:
    return sum(len(entities(workspace.appraisal, each)) for each in collections)


def _takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisible()


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a page module says of itself, under the name `PAGE`."""

    stage: Stage
    why: str
    """Why the stage matters, in a line."""
    good: str
    """What good looks like, in a line."""
    build: Callable[[Workspace], Page]
