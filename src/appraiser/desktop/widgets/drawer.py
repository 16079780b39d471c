"""The drawer on the right: why the stage matters, what good looks like, what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from appraiser.desktop.widgets.ground import Ground
from appraiser.desktop.widgets.page import PageInfo
from appraiser.desktop.widgets.parts import button, empty, words
from appraiser.domain.ids import Ref
from appraiser.domain.progress import StageProgress

WIDTH = 268
MOST_LISTED = 12


class Drawer(QScrollArea):
    """Follows the page that is shown; each missing thing is a link to where it is put right."""

    place_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("About this stage")
        ground = Ground()
        ground.setObjectName("drawerGround")
        self._layout = QVBoxLayout(ground)
        self._layout.setContentsMargins(18, 18, 18, 18)
        self._layout.setSpacing(6)
        self.setWidget(ground)
        self._shown: tuple[PageInfo, StageProgress] | None = None
        self._places: list[tuple[Ref | None, str]] = []

    def show_stage(self, info: PageInfo, progress: StageProgress) -> None:
        """Show what belongs to a stage."""
        if self._shown == (info, progress):
            return
        self._shown = (info, progress)
        empty(self._layout)
        self._places = []
        self._section("Why this matters", info.why)
        self._section("What good looks like", info.good)
        found = [(wrong.words, wrong.ref, wrong.field) for wrong in progress.wrong]
        if found:
            self._links("To put right", found)
        missing = [(want.words, want.ref, want.field) for want in progress.missing]
        if missing:
            self._links("Still missing", missing)
        if not found and not missing:
            self._section("Still missing", "Nothing. This stage is done.")
        self._layout.addStretch(1)

    def take_keyboard(self) -> bool:
        """Give the keyboard to the first link; tell whether there is one."""
        links = self.findChildren(QPushButton)
        if links:
            links[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(links)

    def _section(self, heading: str, text: str) -> None:
        self._layout.addWidget(words(heading, "side-heading"))
        self._layout.addWidget(words(text, "side"))
        self._layout.addSpacing(10)

    def _links(self, heading: str, found: list[tuple[str, Ref | None, str]]) -> None:
        self._layout.addWidget(words(f"{heading} ({len(found)})", "side-heading"))
        for text, ref, field in found[:MOST_LISTED]:
            link = _Link(text, len(self._places))
            link.button.clicked.connect(self._asked)
            self._places.append((ref, field))
            self._layout.addWidget(link)
        if len(found) > MOST_LISTED:
            self._layout.addWidget(words(f"and {len(found) - MOST_LISTED} more", "note"))
        self._layout.addSpacing(10)

    @Slot()
    def _asked(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        ref, field = self._places[pressed.property("place")]
        if ref is not None:
            self.place_asked.emit(ref, field)


class _Link(QWidget):
    """A link whose words wrap: a button that covers a label."""

    def __init__(self, text: str, place: int) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.button = button("", _nothing, kind="link")
        self.button.setProperty("place", place)
        self.button.setAccessibleName(text)
        label = words(text)
        label.setProperty("role", "side-link")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QVBoxLayout(self.button)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.addWidget(label)
        self.button.setMinimumHeight(label.heightForWidth(WIDTH - 44) + 6)
        layout.addWidget(self.button)


def _nothing() -> None:
    """Do nothing; the drawer listens to the press itself."""
