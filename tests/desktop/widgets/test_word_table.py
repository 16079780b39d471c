"""A table of sentences: columns share the width, and rows are as high as their words."""

import pytest

from appraiser.desktop.widgets.word_table import LEAST_HEIGHT, MOST_SHOWN, WordTable

COLUMNS = (("A", 1.0), ("B", 3.0))
LONG = "A sentence that goes on and on. " * 12


@pytest.fixture
def table(shown):
    made = shown(WordTable("Words"), 600, 400)
    made.show_rows(COLUMNS, [("Short", "Short"), ("Long", LONG)])
    return made


def test_columns_share_the_width_by_their_weights(table):
    assert table.columnWidth(1) == pytest.approx(3 * table.columnWidth(0), abs=4)


def test_a_row_is_as_high_as_its_words_and_lower_in_more_room(table):
    assert table.rowHeight(0) == LEAST_HEIGHT
    high = table.rowHeight(1)
    assert high > 2 * LEAST_HEIGHT
    table.resize(1200, table.height())
    assert LEAST_HEIGHT < table.rowHeight(1) < high


def test_a_cell_has_all_its_words_in_its_tip_as_words(table):
    table.show_rows(COLUMNS, [("<b>", "x" * 2000)])
    assert "&lt;b&gt;" in table.item(0, 0).toolTip()
    assert len(table.item(0, 1).text()) < 700
    assert "x" * 2000 in table.item(0, 1).toolTip()


def test_many_rows_scroll_and_none_hide_the_table(table):
    table.show_rows(COLUMNS, [("Row", LONG)] * 40)
    assert table.height() <= MOST_SHOWN + table.horizontalHeader().height() + 4
    table.show_rows((), ())
    assert table.isHidden()


def test_rows_given_while_it_is_out_of_sight_are_fitted_when_it_comes_up(table):
    table.hide()
    table.setRowCount(0)
    table.show_rows(COLUMNS, [("Long", LONG)])
    assert table.isVisible()
    assert table.rowHeight(0) > LEAST_HEIGHT
