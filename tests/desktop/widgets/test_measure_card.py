"""Each measure beside its comparable figure, or the reason why they are not compared."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from appraiser.desktop.widgets.measure_card import MeasureCard
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import MeasureId, Ref
from appraiser.domain.terms import MeasureKind
from appraiser.domain.trust import Measure


@pytest.fixture
def card_of(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        return workspace, shown(MeasureCard(workspace))

    return make


def said(card) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def measure(name: str, **changes) -> Measure:
    made = Measure(id=MeasureId(name), name=name, value=3.6, scale="1 to 5", year="2014")
    return replace(made, **changes)


def choose(chooser, name: str) -> None:
    chooser.setCurrentIndex(chooser.findText(name))
    chooser.activated.emit(chooser.currentIndex())


def test_a_measure_stands_beside_its_figure_with_the_difference(card_of, leicester):
    _, card = card_of(leicester)
    lines = said(card)

    assert "3.6 (1 to 5), 2014" in lines
    assert "0.11 lower than All trusts in England, 2014 (3.71)." in lines
    assert "No figure is given beside it." in lines
    assert {"Compared", "Compared with care", "Alone"} <= set(lines)


def test_what_to_mind_comes_with_its_source(card_of, leicester):
    _, card = card_of(leicester)
    lines = said(card)
    assert any("6.20 per cent in ambulance trusts" in line for line in lines)
    assert any(line.startswith("Source: Sickness absence rates in the NHS") for line in lines)


def test_another_scale_is_refused_in_a_sentence(card_of, leicester):
    workspace, card = card_of(leicester)
    ref = Ref("measures", leicester.measures[0].id)
    workspace.perform(SetField(ref, "comparator_name", "All trusts, 0 to 10"))
    lines = said(card)

    assert "Not compared" in lines
    assert (
        "Not compared with All trusts, 0 to 10 (3.71). They are on different scales: 1 to 5 and "
        "0 to 10."
    ) in lines


def test_the_friends_and_family_test_is_refused_between_trusts(card_of, fresh):
    fft = measure(
        "FFT",
        kind=MeasureKind.FRIENDS_AND_FAMILY,
        scale="Per cent",
        value=93.0,
        comparator=95.0,
        comparator_name="NHS in England",
    )
    _, card = card_of(replace(fresh, measures=(fft,)))
    assert any("is not compared between trusts" in line for line in said(card))


def test_the_same_figure_is_said_to_be_the_same(card_of, fresh):
    _, card = card_of(replace(fresh, measures=(measure("A", comparator=3.6),)))
    assert "The same as the figure beside it (3.6)." in said(card)


def test_a_rating_and_a_measure_without_anything_are_shown_as_they_are(card_of, fresh):
    rating = measure("CQC", value=None, rating="Good", scale="", year="")
    nothing = measure("None", value=None, scale="", year="")
    _, card = card_of(replace(fresh, measures=(rating, nothing)))
    assert {"Good", "No value yet"} <= set(said(card))


def test_any_two_can_be_compared(card_of, fresh):
    kept = (
        measure("Then", value=3.5, year="2013"),
        measure("Now"),
        measure("Later", value=7.1, scale="0 to 10", year="2025"),
    )
    workspace, card = card_of(replace(fresh, measures=kept))
    assert card.said == "Choose two to compare."

    choose(card.other, "Now")
    assert card.said == (
        "Then: 0.1 lower than Now, 3.6 (1 to 5), 2014. The years differ: 2013 and 2014."
    )
    choose(card.other, "Later")
    assert "They are on different scales: 1 to 5 and 0 to 10." in card.said
    workspace.perform(RemoveEntity(Ref("measures", "Later")))
    assert card.said == "Choose two to compare."
    assert card.one.currentText() == "Then"


def test_with_one_measure_or_none_there_is_nothing_to_choose(card_of, fresh):
    workspace, card = card_of(replace(fresh, measures=(measure("Only"),)))
    assert not card.one.isVisible()
    workspace.perform(RemoveEntity(Ref("measures", "Only")))
    assert "No measure is given yet." in said(card)


def test_a_very_long_list_says_how_many_are_left(card_of, fresh):
    many = tuple(measure(f"m{at}") for at in range(43))
    _, card = card_of(replace(fresh, measures=many))
    assert "And 3 more measures in the table above." in said(card)


def test_out_of_sight_it_waits_until_it_is_shown(card_of, fresh):
    workspace, card = card_of(replace(fresh, measures=(measure("Only"),)))
    card.hide()
    workspace.perform(SetField(Ref("measures", "Only"), "value", 4.0))
    card.show()
    assert "4 (1 to 5), 2014" in said(card)


def test_the_first_page_does_not_wait_for_it(opened, fresh):
    workspace = opened(replace(fresh, measures=(measure("Only"),)))
    found, workspace.results = workspace.results, None
    card = MeasureCard(workspace)
    assert card.one.count() == 0
    workspace.results = found
    workspace.results_changed.emit()
    assert card.one.count() == 1
