"""What stands beside the sheets: the search, the pages as small pictures, and the paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.finder import Finder
from appraiser.desktop.preview.page_list import PageList
from appraiser.desktop.preview.paper_view import PaperView, TipOf
from appraiser.desktop.preview.place import Places
from appraiser.desktop.preview.place_list import PlaceList, rows_wanted
from appraiser.desktop.preview.search_bar import SearchBar
from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import GRID, words
from appraiser.desktop.widgets.sections import Sections

NARROWEST, USUAL = 180, 236
"""How wide the panel may be made and how wide it is at first, in pixels."""
_OFTEN = 100
"""While more is found the paragraphs are narrowed down this often, in milliseconds."""
PAGES, PARAGRAPHS = 0, 1


class SidePanel(QWidget):
    """The paragraphs are narrowed down to those that have what is searched for."""

    def __init__(self, paper: PaperView, finder: Finder, tokens: Tokens, tip_of: TipOf) -> None:
        super().__init__()
        self._finder = finder
        self._places = Places()
        self.setMinimumWidth(NARROWEST)
        self.setAccessibleName("Search, pages and paragraphs")
        self.search = SearchBar(finder)
        self.pages = PageList(tokens)
        self.paragraphs = PlaceList(paper, tokens, tip_of)
        self._said = words("", "note")
        self._sections = Sections()
        self._sections.add_section("Pages").addWidget(self.pages)
        room = self._sections.add_section("Paragraphs", self._count)
        room.setSpacing(GRID)
        room.addWidget(self._said)
        room.addWidget(self.paragraphs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self._sections, stretch=1)
        self._soon = QTimer(self, singleShot=True, interval=_OFTEN)
        self._soon.timeout.connect(self._narrow)
        finder.changed.connect(self._narrow_soon)
        self._narrow()

    def show_paper(self, document: PreviewDocument, places: Places) -> None:
        """Show the pages and the paragraphs of a paper."""
        self._places = places
        self.pages.show_document(document)
        self._sections.refresh()
        self._narrow()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.pages.set_tokens(tokens)
        self.paragraphs.set_tokens(tokens)

    def show_section(self, at: int) -> None:
        """Show the pages or the paragraphs."""
        self._sections.show_section(at)

    def _count(self) -> int:
        return len(self._places)

    @Slot()
    def _narrow_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _narrow(self) -> None:
        """Show the paragraphs that have what is searched for, and say how many those are."""
        sought = self._finder.words
        found = {self._places.row_at(hit.page, hit.boxes[0].top) for hit in self._finder.hits()}
        wanted = rows_wanted(self._places, sought, found)
        self.paragraphs.show_places(wanted)
        self._said.setText(f'{len(wanted)} of {len(self._places)} have "{sought}"')
        self._said.setVisible(bool(sought))
