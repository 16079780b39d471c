"""A PDF is opened from its bytes, drawn, read and searched, from any thread."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tests.desktop.preview.papers import (
    A4,
    LEFT,
    LINE,
    TOP,
    linked,
    locked,
    numbered,
    paper,
    striped,
    turned,
    with_a_lost_page,
)

from appraiser.desktop import preview
from appraiser.desktop.preview.document import PageSize, Pixels, PreviewDocument
from appraiser.domain.problem import Problem

DARK, WHITE = "#000000", "#ffffff"


def colour(image: QImage, across: float, down: float) -> str:
    """Give the colour at a share of a picture."""
    return image.pixelColor(int(image.width() * across), int(image.height() * down)).name()


def test_it_knows_how_many_pages_there_are_and_how_large(opened):
    document = opened(numbered(3))
    assert document.page_count == 3
    assert document.sizes == (PageSize(*A4),) * 3


@pytest.mark.parametrize("content", [b"", b"Dear board", b"%PDF-1.4\n", b"%PDF-1.4 %%EOF"])
def test_what_is_no_pdf_is_a_problem(content):
    with pytest.raises(Problem, match="not a PDF that can be read"):
        PreviewDocument(content)


def test_a_locked_pdf_opens_with_its_password_only(opened):
    with pytest.raises(Problem, match="locked with a password") as caught:
        PreviewDocument(locked("right"))
    assert caught.value.todo
    with pytest.raises(Problem, match="locked with a password"):
        PreviewDocument(locked("right"), "wrong")
    assert "Kept private" in opened(locked("right"), "right").text(0)


def test_a_page_is_drawn_as_large_as_is_wanted(opened):
    image = opened(striped(1)).render(0, 0.5)
    assert (image.width(), image.height()) == (298, 421)
    assert colour(image, 0.5, 0.25) == DARK
    assert colour(image, 0.5, 0.75) == WHITE
    assert set(bytes(image.constBits())[3::4]) == {255}  # or it would be painted as glass


def test_a_screen_of_twice_the_pixels_gets_a_picture_of_twice_the_pixels(opened):
    image = opened(striped(1)).render(0, 1.0, 2.0)
    assert (image.width(), image.height()) == (1190, 1684)
    assert image.devicePixelRatio() == 2.0
    assert image.deviceIndependentSize().toSize().width() == 595


def test_parts_of_a_page_make_up_the_whole(opened):
    document = opened(paper([["Some words to be cut in four", "and some more"]]))
    whole = document.draw(0, Pixels(600, 800, 0, 0, 600, 800))
    for left, top in ((0, 0), (300, 0), (0, 400), (300, 400)):
        part = document.draw(0, Pixels(600, 800, left, top, 300, 400))
        assert part == whole.copy(left, top, 300, 400)


def test_a_picture_outlives_its_document(opened):
    document = opened(striped(1))
    image = document.render(0, 1.0)
    document.close()
    assert colour(image, 0.5, 0.25) == DARK


def test_the_words_of_a_page_are_read_line_by_line(opened):
    document = opened(paper([["First line", "Second line"], ["Another page"]]))
    assert document.text(0).split("\n") == ["First line", "Second line"]
    assert document.text(1) == "Another page"
    assert document.words(0, 6, 9) == "line"
    assert document.words(0, 6, 900).startswith("line")


def test_words_are_found_whatever_their_case_with_their_page_and_place(opened):
    document = opened(paper([["Nothing here"], ["The Panel met", "and the panel left"]]))
    first, second = document.find_everywhere("pANEL")
    assert (first.page, second.page) == (1, 1)
    (box,) = second.boxes
    assert LEFT < box.left < LEFT + 60
    assert TOP + LINE - 12 < box.top < TOP + LINE
    assert 20 < box.width < 40


def test_words_are_found_over_the_end_of_a_line(opened):
    (hit,) = opened(paper([["a narrow", "leader"]])).find("narrow leader", 0)
    upper, lower = hit.boxes
    assert lower.top - upper.top == pytest.approx(LINE, abs=4)


@pytest.mark.parametrize("sought", ["unit's", "unit\u2019s"])
def test_either_apostrophe_finds_both(opened, sought):
    document = opened(paper([["The unit's charter and the unit\u2019s board"]]))
    assert len(document.find(sought, 0)) == 2


def test_no_words_find_nothing(opened):
    document = opened(paper([["Some words"]]))
    assert document.find("", 0) == document.find("  ", 0) == document.find("other", 0) == ()


def test_places_on_a_turned_page_are_as_they_are_seen(opened):
    document = opened(turned())
    (hit,) = document.find("Turned", 0)
    (box,) = hit.boxes
    assert box.left == pytest.approx(500, abs=12)
    assert box.top == pytest.approx(LEFT, abs=3)
    assert box.height > box.width
    assert document.character_at(0, box.left + 4, box.top + 3, 1.0) == 0
    image = document.render(0, 1.0)
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert all(box.holds(x + 0.5, y + 0.5) for x, y in inked)
    assert inked


def test_the_character_at_a_point_is_the_nearest_within_reach(opened):
    document = opened(paper([["Panel"]]))
    assert document.character_at(0, LEFT + 3, TOP - 4, 2.0) == 0
    assert document.character_at(0, LEFT + 200, TOP - 4, 2.0) is None
    assert document.character_at(0, LEFT + 200, TOP - 4, 300.0) == 4


def test_where_words_stand_is_told_for_some_and_for_all_to_the_end(opened):
    document = opened(paper([["First line", "Second line"]]))
    (word,) = document.boxes(0, 0, 4)
    upper, lower = document.boxes(0, 0, None)
    assert word.width < upper.width
    assert lower.top > upper.top
    assert document.boxes(0, 500, None) == ()


def test_links_within_the_paper_are_known_and_those_out_of_it_are_not(opened):
    (link,) = opened(linked()).links(0)
    assert link.page == 1
    assert link.down == pytest.approx(A4[1] - 500, abs=1)
    assert link.box.holds(LEFT + 10, TOP)


def test_a_page_that_is_lost_is_a_problem_and_the_others_are_not(opened):
    document = opened(with_a_lost_page())
    assert document.sizes == (PageSize(*A4),) * 3
    with pytest.raises(Problem, match="cannot be read") as caught:
        document.render(1, 1.0)
    assert caught.value.place == "page 2"
    assert document.text(2) == "This is page 3"


def test_a_closed_document_says_so(opened):
    document = opened(numbered(1))
    document.text(0)
    document.close()
    document.close()
    with pytest.raises(Problem, match="has been closed"):
        document.text(0)


def test_many_threads_may_draw_and_read_at_once(opened):
    contents = [numbered(6, "the panel met"), striped(6)]
    documents = [opened(content) for content in contents]

    def work(number: int) -> tuple[bytes, str, int]:
        document, page = documents[number % 2], number % 6
        image = document.render(page, 0.4)
        return bytes(image.constBits()), document.text(page), len(document.find("panel", page))

    alone = [work(number) for number in range(12)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(work, list(range(12)) * 6))
    assert together == alone * 6


def test_one_that_is_forgotten_is_closed(opened):
    import pypdfium2.internal as pdfium

    before = {kind: len(kept) for kind, kept in pdfium.ObjectTracker.items()}
    document = PreviewDocument(numbered(2))
    document.find("page", 1)
    assert {kind: len(kept) for kind, kept in pdfium.ObjectTracker.items()} != before
    del document
    assert all(len(kept) == before.get(kind, 0) for kind, kept in pdfium.ObjectTracker.items())


def test_nothing_of_pdfium_is_loaded_before_a_document_is_opened():
    script = (
        "import sys, appraiser.desktop.preview.view, appraiser.desktop.preview.printing\n"
        "sys.exit('pypdfium2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == 0


def test_only_what_is_called_with_the_lock_held_calls_pdfium():
    modules = Path(preview.__file__).parent.glob("*.py")
    calling = {each.stem for each in modules if "import pypdfium2" in _imports(each)}
    assert calling == {"document", "page_text", "page_links"}


def _imports(module: Path) -> str:
    return module.read_text("utf-8").replace("from pypdfium2 import", "import pypdfium2")


def test_the_first_window_does_not_load_the_preview():
    script = (
        "import sys, appraiser.desktop.app, appraiser.desktop.program\n"
        "sys.exit(any('preview' in name for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == 0
