"""A question for the panel: the most telling one is put, and its answer tests the weights."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel

from appraiser.desktop.widgets.parts import Card
from appraiser.desktop.widgets.swing_question_card import SwingQuestionCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import SumOfSwings

WEIGHTS = (100, 60, 45, 5)
SCORES = {"a": (100, 0, 0, 0), "b": (0, 100, 100, 100)}


@pytest.fixture
def asked(opened, shown):
    """Show the card for weights given as swings of 100, 60, 45 and 5."""
    workspace = opened(panel(WEIGHTS, SCORES))
    holder = Card()
    card = SwingQuestionCard(workspace)
    holder.add(card)
    card.refresh()
    workspace.background.settle()
    shown(holder)
    return workspace, card


def answer(workspace, card, given):
    card.answers[given].click()
    workspace.background.settle()


def test_the_most_telling_question_is_put_first_and_without_what_the_weights_say(asked) -> None:
    """100 against 60 and 45 is nearer than any other three (method.md 4.4)."""
    _, card = asked

    assert card.question == (
        "Take the change from worst to best on c1, and the changes from worst to best on c2 and "
        "c3 together. Which matters more?"
    )
    assert not card._said.isVisible()


def test_an_answer_is_kept_as_a_check_and_said_to_agree(asked) -> None:
    workspace, card = asked

    answer(workspace, card, SumOfSwings.SAME)

    (check,) = workspace.appraisal.swing_checks
    assert (check.one, check.others, check.answer) == ("c1", ("c2", "c3"), SumOfSwings.SAME)
    assert card.said == "The weights agree with the answer given."
    assert "c1, and" not in card.question


def test_an_answer_the_weights_contradict_is_counted_and_found(asked) -> None:
    workspace, card = asked

    answer(workspace, card, SumOfSwings.ONE)

    assert card.said == "The weights contradict the answer given."
    answer(workspace, card, SumOfSwings.ONE)
    assert card.said == "The weights agree with 1 of 2 answers."
    assert any("was said to matter more than" in each.words for each in workspace.results.findings)


def test_an_answer_can_be_undone_and_is_asked_again(asked) -> None:
    workspace, card = asked
    before = card.question
    answer(workspace, card, SumOfSwings.TOGETHER)

    workspace.undo()
    workspace.background.settle()

    assert card.question == before
    assert workspace.appraisal.swing_checks == ()


def test_another_question_can_be_put_and_other_weights_begin_anew(asked) -> None:
    workspace, card = asked
    first = card.question

    card.another.click()
    assert card.question != first
    assert {each.accessibleDescription() for each in card.answers.values()} == {card.question}

    workspace.perform(SetField(Ref("question"), "title", "Another title"))
    workspace.background.settle()
    assert card.question == first


def test_without_anything_to_ask_it_says_so_and_offers_no_answer(asked) -> None:
    workspace, card = asked
    weights = workspace.appraisal.weight_sets[0]
    raw = dict.fromkeys(weights.raw, 0.0) | {next(iter(weights.raw)): 100.0}

    workspace.perform(SetField(Ref("weight_sets", weights.id), "raw", raw))
    workspace.background.settle()

    assert card.question == "No question is left that could show the weights to be wrong."
    assert not any(each.isVisible() for each in card.answers.values())


def test_it_is_away_while_there_are_no_weights(opened, fresh, shown) -> None:
    workspace = opened(replace(fresh))
    holder = Card()
    card = SwingQuestionCard(workspace)
    holder.add(card)
    shown(holder)
    card.refresh()

    assert not card.isVisible()
