"""Words are looked for page by page from the one looked at, and gone through in their order."""

import pytest
from PySide6.QtCore import QObject
from tests.desktop.preview.papers import numbered, paper, with_a_lost_page

from appraiser.desktop.preview import finder as module
from appraiser.desktop.preview.finder import Finder
from appraiser.domain.problem import Problem

PAGES = [["panel"], ["nothing"], ["panel and panel"], ["the Panel"]]


@pytest.fixture
def finder(app):
    owner = QObject()
    made = Finder(owner)
    made.went = []
    made.gone_to.connect(made.went.append)
    yield made
    owner.deleteLater()


def run(finder: Finder, pages: int = 1000) -> None:
    """Do its errands here and now."""
    for _ in range(pages):
        errand = finder.next_errand()
        if errand is None:
            return
        try:
            answer = errand.work()
        except Problem as problem:
            errand.failed(problem)
        else:
            errand.done(answer)


def test_all_are_found_and_the_first_from_the_page_looked_at_is_gone_to(finder, opened):
    finder.look_for("panel", opened(paper(PAGES)), 1)
    assert finder.is_looking
    run(finder)
    assert not finder.is_looking
    assert finder.count == 4
    assert [hit.page for hit in finder.hits()] == [0, 2, 2, 3]
    assert (finder.position, finder.current.page) == (2, 2)
    assert finder.went == [finder.current]


def test_what_is_found_before_it_is_done_counts_already(finder, opened):
    finder.look_for("panel", opened(paper(PAGES)), 2)
    run(finder, pages=1)
    assert finder.is_looking
    assert (finder.count, finder.position) == (2, 1)
    run(finder)
    assert (finder.count, finder.position) == (4, 2)


def test_stepping_goes_from_the_last_to_the_first_and_back(finder, opened):
    finder.look_for("panel", opened(paper(PAGES)), 0)
    run(finder)
    seen = []
    for _ in range(4):
        finder.step(onward=True)
        seen.append(finder.position)
    assert seen == [2, 3, 4, 1]
    finder.step(onward=False)
    assert finder.position == 4


def test_what_is_marked_on_a_page_tells_the_one_gone_to(finder, opened):
    finder.look_for("panel", opened(paper(PAGES)), 2)
    run(finder)
    assert [is_current for _, is_current in finder.hits_on(2)] == [True, False]
    assert list(finder.hits_on(1)) == []


def test_the_spaces_typed_do_not_matter(finder, opened):
    finder.look_for("  panel   and ", opened(paper(PAGES)), 0)
    run(finder)
    assert finder.count == 1


def test_other_words_and_none_begin_anew(finder, opened):
    document = opened(paper(PAGES))
    finder.look_for("panel", document, 0)
    stale = finder.next_errand()
    finder.look_for("nothing", document, 0)
    stale.done(stale.work())
    assert finder.count == 0
    run(finder)
    assert finder.count == 1
    finder.look_for("", document, 0)
    assert (finder.count, finder.is_looking, finder.current) == (0, False, None)
    finder.step(onward=True)
    assert finder.current is None


def test_looking_again_in_another_edition_goes_nowhere(finder, opened):
    finder.look_for("panel", opened(paper(PAGES)), 0)
    run(finder)
    finder.went.clear()
    finder.look_again(opened(paper([["new"], *PAGES])), 2)
    run(finder)
    assert (finder.count, finder.position, finder.went) == (4, 0, [])
    finder.step(onward=True)
    assert finder.current.page == 3
    finder.look_again(opened(paper(PAGES)), 0)
    run(finder)
    finder.step(onward=False)
    assert finder.position == 4
    finder.look_again(opened(paper(PAGES)), 2)
    run(finder)
    finder.step(onward=False)
    assert finder.position == 1


def test_a_page_that_cannot_be_read_is_passed_over(finder, opened):
    finder.look_for("page", opened(with_a_lost_page()), 0)
    run(finder)
    assert [hit.page for hit in finder.hits()] == [0, 2]


def test_it_stops_where_more_are_found_than_anybody_steps_through(finder, opened, monkeypatch):
    monkeypatch.setattr(module, "MOST_HITS", 5)
    finder.look_for("a", opened(numbered(9, "a a a")), 0)
    run(finder)
    assert finder.is_cut_short
    assert 5 <= finder.count < 20
    assert not finder.is_looking
    finder.look_for("9", opened(numbered(9)), 0)
    run(finder)
    assert not finder.is_cut_short
