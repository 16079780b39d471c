"""Just what is seen of the sheets is drawn, sharp on any screen, and what was drawn stands in."""

import pytest
from PySide6.QtCore import QRect
from tests.desktop.preview.papers import numbered, striped, with_a_lost_page

from appraiser.desktop.preview.sheet_drawing import SheetDrawing
from appraiser.desktop.preview.sheets import Sheets
from appraiser.domain.problem import Problem

SEEN = QRect(0, 0, 700, 700)


class Drawing(SheetDrawing):
    """A drawing that is done here and now, of pages 800 pixels apart."""

    def __init__(self, document, most_pixels: int = 10_000_000) -> None:
        self.painted = 0
        super().__init__(most_pixels, self._paint)
        self.show(document)

    def show(self, document) -> None:
        self.show_document(document)
        self.sheets = Sheets(document.sizes, 786 / 842, 700)

    def _paint(self) -> None:
        self.painted += 1

    def run(self, seen: QRect = SEEN, ratio: float = 1.0, *, ahead: bool = False) -> list[int]:
        """Do all that is wanted; give the pages in the order they were drawn."""
        order = []
        which = self.next_ahead if ahead else self.next_errand
        while (errand := which(self.sheets, seen, ratio)) is not None:
            order.append(errand.work.args[0])
            try:
                errand.done(errand.work())
            except Problem as problem:
                errand.failed(problem)
        return order

    def ready(self, page: int, ratio: float = 1.0, seen: QRect = SEEN):
        return self.drawn(page, self.sheets, seen, ratio)


def test_only_the_pages_in_view_are_drawn(opened):
    drawing = Drawing(opened(numbered(50)))
    assert drawing.run(QRect(0, 7900, 700, 1000)) == [9, 10, 11]
    assert drawing.painted == 3


def test_on_a_screen_of_twice_the_pixels_each_is_drawn(opened):
    drawing = Drawing(opened(striped(1)))
    drawing.run(QRect(0, 0, 700, 800), ratio=2.0)
    rect = drawing.sheets.rect(0)
    ready, instead = drawing.ready(0, 2.0, QRect(0, 0, 700, 800))
    assert sum(image.width() * image.height() for _, image in ready) == (
        4 * rect.width() * rect.height()
    )
    assert {each.part[:2] for each, _ in ready} == {(2 * rect.width(), 2 * rect.height())}
    assert instead == []


def test_the_page_below_is_drawn_ahead_then_the_one_above(opened):
    drawing = Drawing(opened(numbered(9)))
    seen = QRect(0, 3200, 700, 600)
    assert drawing.run(seen) == [4]
    assert drawing.run(seen, ahead=True) == [5, 3]


def test_nothing_is_drawn_ahead_that_would_push_out_what_is_seen(opened):
    drawing = Drawing(opened(numbered(9)), most_pixels=800_000)
    seen = QRect(0, 3200, 700, 600)
    drawing.run(seen)
    assert drawing.run(seen, ahead=True) == []


def test_all_that_is_seen_is_kept_however_much_that_is(opened):
    drawing = Drawing(opened(numbered(9)), most_pixels=1000)
    seen = QRect(0, 0, 700, 4000)
    assert drawing.run(seen) == [0, 1, 2, 3, 4]
    assert drawing.run(seen) == []
    drawing.run(QRect(0, 6000, 700, 400))
    assert drawing.store.pixels < 1_000_000


def test_what_was_drawn_stands_in_until_it_is_drawn_at_another_size_or_anew(opened):
    drawing = Drawing(opened(numbered(2)))
    drawing.run()
    (before,) = drawing.ready(0)[0]
    assert drawing.ready(0, 2.0) == ([], [before])
    drawing.show(opened(numbered(2)))
    assert drawing.ready(0) == ([], [before])
    drawing.run()
    (after,) = drawing.ready(0)[0]
    assert after[0] != before[0]
    assert drawing.ready(0)[1] == []


def test_nothing_stands_in_for_a_page_of_another_size_or_one_that_has_gone(opened):
    drawing = Drawing(opened(numbered(2)))
    drawing.run(QRect(0, 0, 700, 1600))
    drawing.show(opened(striped(1, (842.0, 595.0))))
    assert drawing.ready(0) == ([], [])
    assert drawing.store.pixels == 0


def test_what_is_drawn_too_late_for_another_edition_is_dropped(opened):
    drawing = Drawing(opened(numbered(1)))
    late = drawing.next_errand(drawing.sheets, SEEN, 1.0)
    drawing.show(opened(numbered(1)))
    late.done(late.work())
    late.failed(Problem("too late"))
    assert drawing.ready(0) == ([], [])
    assert drawing.why_not(0) == ""


def test_a_page_that_cannot_be_drawn_is_tried_once_and_says_why(opened):
    drawing = Drawing(opened(with_a_lost_page()))
    assert drawing.run(QRect(0, 0, 700, 2400)) == [0, 1, 2]
    assert drawing.run(QRect(0, 0, 700, 2400)) == []
    assert [drawing.why_not(page) for page in range(3)] == ["", "This page cannot be read.", ""]


def test_without_a_document_nothing_is_wanted():
    drawing = SheetDrawing(1000, pytest.fail)
    assert drawing.next_errand(Sheets((), 1.0, 100), SEEN, 1.0) is None
    assert drawing.next_ahead(Sheets((), 1.0, 100), SEEN, 1.0) is None
