"""The preview of a paper: its sheets, with a bar over them and lists beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from appraiser.desktop.announcing import announce
from appraiser.desktop.background import Background
from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand, Errands
from appraiser.desktop.preview.finder import Finder
from appraiser.desktop.preview.page_text import Hit
from appraiser.desktop.preview.paper_view import PaperView, TipOf
from appraiser.desktop.preview.place import Place, Places
from appraiser.desktop.preview.preview_bar import PreviewBar
from appraiser.desktop.preview.side_panel import USUAL, SidePanel
from appraiser.desktop.preview.style import shapes
from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import words
from appraiser.domain.problem import Problem

SIDE_NEEDS = 640
"""Below this width, in pixels, the lists are put away until they are asked for."""
_SHIFTED = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
"""Whether plus needs Shift depends on the keyboard."""


class Given(NamedTuple):
    """A paper to be shown."""

    content: bytes
    places: tuple[Place, ...]
    password: str


class PreviewView(QWidget):
    """Shows the bytes of a PDF as they are, and tells which paragraph is chosen.

    `tip_of` says what choosing a place does. All reading and drawing is done on a thread of its
    own; it ends when the view is put away or goes.
    """

    chosen = Signal(object)
    """A `Place`."""
    shown = Signal()
    """The paper that was given last is shown."""
    not_shown = Signal(object)
    """A `Problem` with the paper that was given last; what was shown before still is."""

    def __init__(self, tokens: Tokens, tip_of: TipOf) -> None:
        super().__init__()
        self.setAccessibleName("Preview of the paper")
        self._given: Given | None = None
        self._shown: Given | None = None
        self._side_is_asked_for = False
        self._open: list[PreviewDocument] = []
        background = Background()
        self._errands = Errands(background, self)
        self._put_away = partial(_put_away, self._errands.close, background, self._open)
        self.destroyed.connect(partial(_put_away, _nothing, background, self._open))
        self.finder = Finder(self)
        self.paper = PaperView(tokens, tip_of, self.finder.hits_on)
        self.bar = PreviewBar(self.paper)
        self.side = SidePanel(self.paper, self.finder, tokens, tip_of)
        self._notice = words("", "wrong")
        self._notice.hide()
        self.paper.setAccessibleDescription(
            "What it says is in the list of paragraphs. The menu key offers the one in view."
        )
        self._lay_out()
        self._connect()
        self.set_tokens(tokens)
        self._follow()

    def show_paper(
        self, content: bytes, places: Sequence[Place] = (), *, password: str = ""
    ) -> None:
        """Show a paper in place of the one before, at the same page and size where it has them.

        It is opened off this thread; `shown` or `not_shown` follows.
        """
        self._given = Given(content, tuple(places), password)
        self._errands.wake()

    def show_place(self, key: str) -> bool:
        """Mark a paragraph and bring it into view; tell whether the paper has it."""
        row = self.paper.places.row_of(key)
        if row >= 0:
            self.paper.mark(self.paper.places[row])
        return row >= 0

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.setStyleSheet(shapes(tokens))
        self.paper.set_tokens(tokens)
        self.side.set_tokens(tokens)

    @property
    def content(self) -> bytes:
        """The bytes that are shown; none before any are."""
        return self._shown.content if self._shown is not None else b""

    def take_keyboard(self) -> bool:
        """Give the keyboard to the sheets."""
        self.paper.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def put_away(self) -> None:
        """End all work and let go of the paper; nothing more is drawn."""
        self._put_away()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the preview from the menus of the window while it has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(self._act_of(event) is not None)
            return event.isAccepted()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the preview from where text is typed: it would type some of them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            act = self._act_of(event)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that mean the same everywhere in the preview."""
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists away where there is no room for them, unless they were asked for."""
        super().resizeEvent(event)
        if not self._side_is_asked_for:
            self._show_side(self.width() >= SIDE_NEEDS)

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(10)
        both.setChildrenCollapsible(False)
        both.addWidget(self.side)
        both.addWidget(self.paper)
        both.setStretchFactor(1, 1)
        both.setSizes([USUAL, 3 * USUAL])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self._notice)
        layout.addWidget(both, stretch=1)

    def _connect(self) -> None:
        paper, side, finder = self.paper, self.side, self.finder
        self._errands.serve(
            self._next_opening,
            paper.next_errand,
            paper.next_selected,
            paper.next_links,
            side.pages.next_errand,
            paper.next_copy,
            finder.next_errand,
            paper.next_ahead,
        )
        paper.wanting.connect(self._errands.wake)
        side.pages.wanting.connect(self._errands.wake)
        paper.chosen.connect(self.chosen)
        paper.page_changed.connect(self._follow)
        side.paragraphs.chosen.connect(self.chosen)
        side.paragraphs.moved_to.connect(paper.mark)
        side.pages.page_asked.connect(paper.go_to)
        side.search.asked.connect(self._look_for)
        side.search.left.connect(self.take_keyboard)
        finder.marked.connect(self._mark)
        finder.gone_to.connect(self._go_to_hit)
        self.bar.side_toggled.connect(self._ask_for_side)
        for typed_in in (side.search.line, self.bar.number):
            typed_in.installEventFilter(self)
        self._acts: dict[str, Callable[[], object]] = {
            "Ctrl++": partial(paper.step_zoom, larger=True),
            "Ctrl+=": partial(paper.step_zoom, larger=True),
            "Ctrl+-": partial(paper.step_zoom, larger=False),
            "Ctrl+0": partial(paper.set_zoom, 1.0),
            "Ctrl+F": self._search,
            "F3": partial(side.search.step, onward=True),
            "Shift+F3": partial(side.search.step, onward=False),
            "Ctrl+PgDown": partial(self._turn, 1),
            "Ctrl+PgUp": partial(self._turn, -1),
            "Alt+Left": paper.go_back,
        }

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _SHIFTED:
            held &= ~Qt.KeyboardModifier.ShiftModifier
        keys = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        return self._acts.get(keys.toString(QKeySequence.SequenceFormat.PortableText))

    def _next_opening(self) -> Errand | None:
        """Give the opening of the paper that was given last."""
        given, self._given = self._given, None
        if given is None:
            return None
        work = partial(PreviewDocument, given.content, given.password)
        return Errand(work, partial(self._take, given), self._not_opened)

    def _take(self, given: Given, document: PreviewDocument) -> None:
        """Show a paper that was opened, unless another was given meanwhile."""
        if self._given is not None:
            document.close()
            return
        self._shown = given
        places = Places(each for each in given.places if each.page < document.page_count)
        self.paper.show_paper(document, places)
        self.side.show_paper(document, places)
        self.finder.look_again(document, self.paper.page)
        for old in self._open:
            old.close()
        self._open[:] = [document]
        self._notice.hide()
        self.bar.follow()
        self._follow()
        self.shown.emit()

    def _not_opened(self, problem: Problem) -> None:
        """Say why a paper cannot be shown."""
        self._notice.setText(str(problem))
        self._notice.show()
        self.not_shown.emit(problem)

    @Slot(str)
    def _look_for(self, sought: str) -> None:
        self.finder.look_for(sought, self.paper.document, self.paper.page)
        self._errands.wake()

    @Slot(int)
    def _mark(self, page: int) -> None:
        """Paint what is found on a page, if that is in view; on all for -1."""
        if page < 0 or page in self.paper.pages_in_view:
            self.paper.viewport().update()

    @Slot(object)
    def _go_to_hit(self, hit: Hit) -> None:
        self.paper.show_hit(hit)

    @Slot()
    def _search(self) -> None:
        self._ask_for_side(shown=True)
        self.side.search.take_keyboard()

    @Slot(bool)
    def _ask_for_side(self, shown: bool) -> None:  # noqa: FBT001 - as the bar tells it
        self._side_is_asked_for = True
        self._show_side(shown)

    def _show_side(self, shown: bool) -> None:  # noqa: FBT001
        self.side.setVisible(shown)
        self.bar.side.setChecked(shown)

    def _turn(self, by: int) -> None:
        self.paper.go_to(self.paper.page + by)

    @Slot()
    def _follow(self) -> None:
        """Say and mark which page is looked at."""
        document, page = self.paper.document, self.paper.page
        if document is None:
            self.paper.setAccessibleName("The paper is not shown yet")
            return
        self.paper.setAccessibleName(f"The paper, page {page + 1} of {document.page_count}")
        self.side.pages.show_page(page)
        if self.paper.hasFocus():
            announce(self.paper, self.bar.number.text())


def _put_away(
    first: Callable[[], object], background: Background, documents: list[PreviewDocument]
) -> None:
    """End the work and close what is open; this holds nothing of the view, which may be gone."""
    first()
    background.close()
    for each in documents:
        each.close()
    documents.clear()


def _nothing() -> None:
    """Do nothing: the view has gone."""
