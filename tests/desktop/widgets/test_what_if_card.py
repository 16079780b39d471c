"""A weight can be tried in the room: the ranking follows at once, and nothing is stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from tests.made_up import led, one_criterion, with_names

from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.figure_view import FigureView
from appraiser.desktop.widgets.what_if_card import REST_MILLISECONDS, WhatIfCard
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.figures.ranking import ranking_figure

KEY = Qt.Key


class Bench(QWidget):
    """A figure with the card that moves it, as they stand on the page."""

    def __init__(self, workspace):
        super().__init__()
        self.workspace = workspace
        self.figure = FigureCard("Overall value", workspace, ranking_figure)
        self.card = WhatIfCard(workspace)
        self.card.tried.connect(self.figure.show_instead)
        layout = QVBoxLayout(self)
        layout.addWidget(self.figure)
        layout.addWidget(self.card)

    @property
    def which(self):
        return self.card.findChild(QComboBox)

    @property
    def drawn(self):
        """The finding of the figure as it is drawn now."""
        return self.figure.findChild(FigureView).accessibleDescription()

    @property
    def note(self):
        """What stands beside the heading of the figure."""
        return self.figure._instead_of.text() if self.figure._instead_of.isVisible() else ""

    @property
    def flips(self):
        return self.card._flips.text()

    @property
    def share(self):
        return self.card._share.text()

    def choose(self, name):
        at = self.which.findText(name)
        self.which.setCurrentIndex(at)
        self.which.activated.emit(at)


@pytest.fixture
def bench(opened, shown):
    def make(appraisal) -> Bench:
        made = shown(Bench(opened(appraisal)), 800, 720)
        QApplication.processEvents()
        return made

    return make


@pytest.fixture
def tried(bench, leicester):
    """Show the Leicester sample with staff voice tried at 10%."""
    made = bench(leicester)
    made.card.slider.setValue(10)
    return made


def test_it_begins_at_the_weight_that_was_given(bench, leicester):
    made = bench(leicester)
    assert (made.which.currentText(), made.share) == ("Staff voice", "31%")
    assert made.card.slider.value() == 31
    assert made.card.said.startswith("Move the slider")
    assert made.flips.startswith("Below 12% Internal autonomous unit would lead;")
    assert not made.card.back.isEnabled()


def test_moving_the_slider_ranks_the_figure_anew_at_once(tried):
    assert tried.drawn.startswith("Internal autonomous unit has the highest total, 69 of 100")
    assert tried.note == "If Staff voice weighed 10%"
    assert tried.share == "10%"


def test_it_says_who_would_lead_how_surely_and_how_many_agree(tried):
    assert tried.card.said.startswith(
        "Internal autonomous unit would lead by 1 point, too little to call a lead. It would come "
        "first in "
    )
    assert tried.card.said.endswith("6 of 7 scorers put it first by their own scores.")


def test_arrows_and_pages_move_it_without_a_mouse(bench, leicester):
    made = bench(leicester)
    slider = made.card.slider
    slider.setFocus()
    QTest.keyClick(slider, KEY.Key_Right)
    assert (slider.value(), made.share, made.note) == (32, "32%", "If Staff voice weighed 32%")
    QTest.keyClick(slider, KEY.Key_PageDown)
    assert slider.value() == 27
    QTest.keyClick(slider, KEY.Key_Home)
    assert (slider.value(), made.share) == (0, "0%")
    assert slider.hasFocus()


def test_nothing_is_stored(bench, leicester):
    made = bench(leicester)
    document = made.workspace.document
    before = (document.revision, document.undo_words, document.is_saved, document.appraisal)
    results, seals = made.workspace.results, document.appraisal.seals
    for value in (0, 10, 55, 100, 31):
        made.card.slider.setValue(value)
    made.choose("Patient care")
    made.card.slider.setValue(70)
    QTest.qWait(REST_MILLISECONDS + 100)
    after = (document.revision, document.undo_words, document.is_saved, document.appraisal)
    assert after == before
    assert made.workspace.results is results
    assert document.appraisal.seals == seals
    assert document.appraisal is before[-1]


def test_put_back_shows_what_was_given_and_leaves_the_keyboard_at_the_slider(tried):
    tried.card.back.setFocus()
    QTest.keyClick(tried.card.back, KEY.Key_Space)
    assert tried.drawn.startswith("FT plus has the highest total, 71 of 100")
    assert (tried.note, tried.share, tried.card.slider.value()) == ("", "31%", 31)
    assert tried.card.said.startswith("Move the slider")
    assert tried.card.slider.hasFocus()
    assert not tried.card.back.isEnabled()


def test_choosing_another_criterion_puts_the_last_one_back(tried):
    tried.choose("Community")
    assert tried.drawn.startswith("FT plus has the highest total, 71 of 100")
    assert (tried.note, tried.share) == ("", "8%")
    assert tried.flips == "FT plus leads whatever this weighs."
    assert tried.card.slider.accessibleName() == "Weight of Community, in per cent"


def test_branches_of_the_tree_can_be_tried_as_well(bench):
    from tests.desktop.conftest import sample_appraisal

    made = bench(sample_appraisal("fenmarsh"))
    made.choose("For the service")
    assert made.share == "24%"
    made.card.slider.setValue(80)
    assert made.card.said.startswith("Internal autonomous unit would lead by ")


def test_a_weight_that_cannot_be_tried_is_said_in_a_sentence_and_draws_what_was_given(bench):
    made = bench(one_criterion())
    before = made.drawn
    made.card.slider.setValue(40)
    assert made.card.said == (
        'This weight cannot be tried: nothing but "voice" carries any weight, so how others would '
        "share the rest is not known."
    )
    assert (made.drawn, made.note, made.share) == (before, "", "40%")
    made.card.back.click()
    assert made.share == "100%"


def test_an_edit_ends_the_trial_and_offers_the_criteria_as_they_are_now(tried):
    ref = Ref("options", "ft-plus")
    tried.workspace.perform(SetField(ref, "name", "Foundation trust, and more"))
    tried.workspace.background.settle()
    assert tried.drawn.startswith("Foundation trust, and more has the highest total")
    assert (tried.note, tried.share, tried.card.slider.value()) == ("", "31%", 31)


def test_what_is_tried_stands_while_more_is_found_out_about_the_same_snapshot(tried):
    said, drawn = tried.card.said, tried.drawn
    tried.workspace.examine()
    tried.workspace.background.settle()
    assert tried.workspace.results.examination is not None
    assert (tried.card.said, tried.drawn, tried.share) == (said, drawn, "10%")
    assert tried.note == "If Staff voice weighed 10%"
    tried.card.slider.setValue(12)
    assert tried.note == "If Staff voice weighed 12%"


def test_the_criterion_that_was_chosen_is_kept_as_long_as_there_is_one(bench):
    made = bench(led())
    made.choose("care")
    made.workspace.perform(SetField(Ref("criteria", "voice"), "name", "A say"))
    made.workspace.background.settle()
    assert made.which.currentText() == "care"
    made.workspace.perform(RemoveEntity(Ref("criteria", "care")))
    made.workspace.background.settle()
    assert made.which.currentText() == "A say"


def test_without_weights_there_is_no_card_and_with_them_it_comes_back(bench, leicester, fresh):
    assert bench(fresh).card.isHidden()
    made = bench(leicester)
    ref = Ref("weighting")
    made.workspace.perform(SetField(ref, "note", "Agreed"))
    made.workspace.background.settle()
    assert made.card.isVisible()


def test_the_table_of_the_figure_is_not_filled_while_nobody_looks_at_it(tried):
    assert tried.figure._table.rowCount() == 0
    tried.figure.switch.click()
    table = tried.figure._table
    assert table.item(0, 0).text() == "Internal autonomous unit"
    table.setFocus()
    table.setCurrentCell(1, 2)
    cell = table.item(1, 2)
    tried.card.slider.setValue(60)
    assert table.hasFocus()
    assert table.currentItem() is cell
    assert table.item(0, 0).text() == "FT plus"


def test_what_is_only_tried_cannot_be_copied_and_says_so_to_who_listens(tried):
    view = tried.figure.findChild(FigureView)
    assert not tried.figure.copy.isEnabled()
    assert view.accessibleName().endswith(". If Staff voice weighed 10%")
    tried.card.back.click()
    assert tried.figure.copy.isEnabled()
    assert "weighed" not in view.accessibleName()


def test_a_screen_reader_is_told_once_the_slider_rests(tried, qtbot):
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        for value in range(20, 30):
            tried.card.slider.setValue(value)
        assert tried.card._rest.isActive()
        qtbot.waitUntil(lambda: not tried.card._rest.isActive())
    finally:
        QAccessible.setActive(before)


def test_every_control_has_a_name(bench, leicester):
    made = bench(leicester)
    assert made.which.accessibleName() == "What matters more or less"
    assert made.card.slider.accessibleName() == "Weight of Staff voice, in per cent"
    assert made.card.accessibleName() == "What if it mattered more, or less?"


def test_no_scorer_is_named(bench, leicester):
    made = bench(with_names(leicester))
    made.card.slider.setValue(10)
    assert "Secret" not in made.card.said + made.drawn
