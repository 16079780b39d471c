"""Words are counted against their limit as they are typed, and told to a listener in a pause."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from appraiser.desktop.pages.case_page import CasePage
from appraiser.desktop.widgets import word_counter
from appraiser.desktop.widgets.word_counter import count_words
from appraiser.domain.case import EoiAnswer
from appraiser.domain.edits import AddEntity, RemoveEntity, SetField
from appraiser.domain.ids import EoiAnswerId, Ref

FIRST = Ref("eoi_answers", EoiAnswerId("first"))
SECOND = Ref("eoi_answers", EoiAnswerId("second"))


@pytest.mark.parametrize(
    ("text", "limit", "said"),
    [
        ("", 500, "0 of 500 words"),
        ("one  two\nthree", 500, "3 of 500 words"),
        (" ".join(["word"] * 512), 500, "512 of 500 words, 12 over"),
        (" ".join(["word"] * 1_200), None, "1,200 words"),
        ("one", None, "1 word"),
        ("one", 1, "1 of 1 word"),
    ],
)
def test_it_says_how_many_words_there_are(text, limit, said):
    assert count_words(text, limit) == said


@pytest.fixture
def page(opened, fresh, shown, monkeypatch):
    monkeypatch.setattr(word_counter, "QUIET_MILLISECONDS", 1)
    answers = (
        EoiAnswer(id=FIRST.id, question="Why?", word_limit=3, answer="so it is"),
        EoiAnswer(id=SECOND.id, question="How?"),
    )
    workspace = opened(replace(fresh, eoi_answers=answers))
    made = shown(CasePage(workspace), 1000, 800)
    made.go_to(FIRST, "answer")
    return workspace, made


def test_the_count_follows_every_key(page):
    _, made = page
    line = made.counter.line
    assert line.text() == "3 of 3 words"
    box = QApplication.focusWidget()
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, " now")
    assert line.text() == "4 of 3 words, 1 over"
    assert line.property("role") == "wrong"
    assert line.accessibleName() == "Words in the answer: 4 of 3 words, 1 over"
    assert line.isVisible()


def test_it_follows_the_answer_that_is_shown_and_the_limit_as_it_changes(page):
    workspace, made = page
    made.go_to(SECOND, "answer")
    assert made.counter.line.text() == "0 words"
    workspace.perform(SetField(SECOND, "word_limit", 250))
    assert made.counter.line.text() == "0 of 250 words"
    made.go_to(FIRST, "answer")
    assert made.counter.line.text() == "3 of 3 words"


def test_a_listener_is_told_once_in_a_pause_and_not_on_every_key(page, monkeypatch, qtbot):
    _, _ = page
    told = []
    monkeypatch.setattr(word_counter, "announce", lambda _widget, said: told.append(said))
    box = QApplication.focusWidget()
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, " and now")
    assert told == []
    qtbot.waitUntil(lambda: told == ["5 of 3 words, 2 over"], timeout=3000)
    QTest.keyClicks(box, " ")
    qtbot.wait(50)
    assert told == ["5 of 3 words, 2 over"]


def test_without_an_answer_there_is_nothing_to_count_until_one_is_added(opened, fresh, shown):
    workspace = opened(replace(fresh, eoi_answers=()))
    made = shown(CasePage(workspace), 1000, 800)
    assert made.counter.line.text() == ""
    workspace.perform(AddEntity("eoi_answers", EoiAnswer(id=FIRST.id, word_limit=9)))
    made.go_to(FIRST, "answer")
    assert made.counter.line.text() == "0 of 9 words"
    workspace.perform(RemoveEntity(FIRST))
    assert made.counter.line.text() == "0 of 9 words", "the form that shows it is put away"
