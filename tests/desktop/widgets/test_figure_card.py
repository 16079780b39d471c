"""A figure is drawn from its geometry, said in words, and a table stands beside it."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget

from appraiser.desktop.theme.tokens import DARK
from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.figure_view import FigureView, colour_of
from appraiser.domain.edits import RemoveEntity
from appraiser.domain.ids import Ref
from appraiser.figures.first_ranks import first_ranks_figure
from appraiser.figures.geometry import Role
from appraiser.figures.ranking import ranking_figure
from appraiser.figures.support import support_figure


@pytest.fixture(
    params=[ranking_figure, support_figure, first_ranks_figure],
    ids=["ranking", "support", "first ranks"],
)
def card(request, opened, leicester, shown):
    workspace = opened(leicester)
    return workspace, shown(FigureCard("A figure", workspace, request.param), 760, 600)


def view(card):
    return card.findChild(FigureView)


def test_a_screen_reader_hears_its_title_and_what_it_shows(card):
    _, made = card
    assert view(made).accessibleName()
    assert len(view(made).accessibleDescription()) > 40


def test_it_is_drawn_within_its_card(card):
    _, made = card
    assert view(made).sizeHint().width() <= made.width()
    colours = {view(made).grab().toImage().pixelColor(x, 40).name() for x in range(0, 700, 3)}
    assert len(colours) > 1


def test_its_numbers_are_in_a_table_beside_it(card):
    _, made = card
    table = made.findChild(QTableWidget)
    assert not table.isVisible()
    made.switch.click()
    assert table.isVisible()
    assert made.switch.text() == "Show as figure"
    assert table.rowCount() > 0
    assert all(table.item(row, 0).text() for row in range(table.rowCount()))
    heads = [table.horizontalHeaderItem(at) for at in range(table.columnCount())]
    assert [each.toolTip() for each in heads] == [each.text() for each in heads]
    made.switch.click()
    assert view(made).isVisible()


def test_its_picture_can_be_copied(card):
    _, made = card
    made.copy.click()
    picture = QGuiApplication.clipboard().pixmap()
    assert picture.width() == 2 * view(made).sizeHint().width()


def test_it_follows_the_width_and_the_colours(card):
    workspace, made = card
    wide = view(made).sizeHint().width()
    before = view(made).grab().toImage()
    workspace.set_tokens(DARK)
    assert view(made).grab().toImage() != before
    made.resize(560, 600)
    assert view(made).sizeHint().width() < wide


def test_a_width_that_changes_before_the_results_do_draws_what_was_worked_out(card, leicester):
    workspace, made = card
    workspace.perform(RemoveEntity(Ref("options", leicester.shortlist[-1].id)))
    made.resize(600, 600)
    workspace.background.settle()
    assert view(made).accessibleDescription()


def test_without_results_there_is_no_card(opened, fresh, shown):
    workspace = opened(fresh)
    workspace.results = None
    made = FigureCard("A figure", workspace, ranking_figure)
    assert made.isHidden()


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_colour(role):
    assert colour_of(role, DARK).startswith("#")
