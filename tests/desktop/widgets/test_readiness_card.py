"""What the readiness tests say together, with the answers that decide it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from tests.desktop.conftest import sample_appraisal

from appraiser.desktop.widgets.readiness_card import ReadinessCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import ReadinessAnswerId, Ref
from appraiser.domain.terms import Readiness, ReadinessTest
from appraiser.domain.trust import ReadinessAnswer


@pytest.fixture
def card_of(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        return workspace, shown(ReadinessCard(workspace))

    return make


def said(card) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def answers(*given, **changes) -> tuple[ReadinessAnswer, ...]:
    return tuple(
        ReadinessAnswer(id=ReadinessAnswerId(test), test=test, answer=answer, **changes)
        for test, answer in zip(ReadinessTest, given, strict=False)
    )


def test_northcliff_says_pause_with_the_reasons_and_what_must_be_so_first(card_of):
    appraisal = sample_appraisal("northcliff")
    _, card = card_of(appraisal)
    lines = said(card)

    assert lines[1] == "Pause"
    assert lines[2].startswith("3 tests say so. Do not spend more")
    deciding = [each for each in appraisal.readiness_answers if each.answer is Readiness.PAUSE]
    for each in deciding:
        assert any(each.test.label in line and each.reason in line for line in lines)
        assert f"Before going on: {each.conditions}" in lines
    others = [each for each in appraisal.readiness_answers if each not in deciding]
    assert not any(each.reason in line for each in others for line in lines)


def test_leicester_goes_on_with_conditions(card_of, leicester):
    _, card = card_of(leicester)
    assert said(card)[1] == "Go with conditions"


def test_go_needs_no_reasons(card_of, fresh):
    _, card = card_of(replace(fresh, readiness_answers=answers(*[Readiness.GO] * 5, reason="Fine")))
    assert said(card)[1:] == ["Go", "5 tests say so. Nothing here stands against an appraisal."]


def test_until_every_test_is_answered_it_says_which_are_owed(card_of, fresh):
    _, card = card_of(replace(fresh, readiness_answers=answers(Readiness.GO, None)))
    lines = said(card)

    assert lines[1] == "Not yet known"
    assert lines[-1] == (
        "Not answered yet: union position, rival priorities, leadership time and largest contract."
    )


def test_one_pause_without_a_reason_holds_and_asks_for_it(card_of, fresh):
    _, card = card_of(replace(fresh, readiness_answers=answers(Readiness.PAUSE)))
    lines = said(card)

    assert lines[1] == "Pause"
    assert lines[2].startswith("1 test says so.")
    assert lines[3] == "CQC position: No reason is given yet."


def test_it_follows_the_answers(card_of):
    appraisal = sample_appraisal("northcliff")
    workspace, card = card_of(appraisal)
    for each in appraisal.readiness_answers:
        ref = Ref("readiness_answers", each.id)
        workspace.perform(SetField(ref, "answer", Readiness.GO))
    assert said(card)[1] == "Go"
    workspace.undo()
    assert said(card)[1] == "Go with conditions"


def test_out_of_sight_it_waits_until_it_is_shown(card_of):
    appraisal = sample_appraisal("northcliff")
    workspace, card = card_of(appraisal)
    card.hide()
    for each in appraisal.readiness_answers:
        ref = Ref("readiness_answers", each.id)
        workspace.perform(SetField(ref, "answer", Readiness.GO))
    card.show()
    assert said(card)[1] == "Go"
