"""A table of results is read whole in the room it has."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from appraiser.desktop.widgets.result_table import (
    BESIDE,
    MOST_LINES,
    MOST_ROWS_SHOWN,
    ROW_HEIGHT,
    ResultTable,
)

COLUMNS = ("Option", "Points behind", "Its own would", "Or the leader's would")
LONG = "Physiotherapy community benefit society of staff and patients"
CHANGE = "fall by 42 on say in running the service"
ROWS = [(LONG, "10.1", "Not possible", CHANGE), ("FT plus", "11.5", CHANGE, CHANGE)]


@pytest.fixture
def table(shown):
    def make(rows, width=800):
        made = shown(ResultTable("Scores", "A note.", COLUMNS), width, 600)
        made.show_rows(rows)
        QApplication.processEvents()
        return made

    return make


def cut(made: ResultTable) -> list[str]:
    """Give the cells whose words have less room than they need."""
    grid = made.table
    found = []
    for row in range(grid.rowCount()):
        for at in range(grid.columnCount()):
            text, metrics = grid.item(row, at).text(), grid.fontMetrics()
            room = QRect(0, 0, grid.columnWidth(at) - BESIDE, 10_000)
            if metrics.horizontalAdvance(text) > room.width():
                needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
                if needed.height() > grid.rowHeight(row) or needed.width() > room.width():
                    found.append(text)
    return found


@pytest.mark.parametrize("width", [1100, 800, 640, 608])
def test_every_cell_is_whole_and_the_columns_fill_the_table(table, width):
    made = table(ROWS, width)
    assert cut(made) == []
    widths = sum(made.table.columnWidth(at) for at in range(4))
    assert widths == made.table.viewport().width()
    assert made.table.height() >= made.table.horizontalHeader().height() + sum(
        made.table.rowHeight(row) for row in range(2)
    )


def test_with_room_enough_each_row_takes_one_line(table):
    made = table(ROWS, 1400)
    assert [made.table.rowHeight(row) for row in range(2)] == [ROW_HEIGHT] * 2


def test_it_is_laid_out_anew_when_it_narrows(table):
    made = table(ROWS, 1400)
    made.resize(600, 600)
    QApplication.processEvents()
    assert made.table.rowHeight(0) > ROW_HEIGHT
    assert cut(made) == []


def test_rows_given_while_it_is_away_are_fitted_when_it_comes_back(table):
    made = table(ROWS, 600)
    made.hide()
    made.show_rows([("FT plus", "1", "2", "3")])
    made.show()
    QApplication.processEvents()
    assert made.table.rowHeight(0) == ROW_HEIGHT


def test_a_column_with_nothing_in_it_is_put_away_until_it_has_something(table):
    made = table([("FT plus", "1", "", "3")])
    assert [at for at in range(4) if made.table.isColumnHidden(at)] == [2]
    made.show_rows(ROWS)
    assert not any(made.table.isColumnHidden(at) for at in range(4))


def test_without_rows_there_is_no_card(table):
    made = table(ROWS)
    made.show_rows([])
    assert made.isHidden()


def test_no_text_is_so_long_that_its_row_fills_the_page(table):
    made = table([("W" * 400, "1", "2", "many words " * 9_000)])
    height = MOST_LINES * made.table.fontMetrics().height() + ROW_HEIGHT
    assert made.table.rowHeight(0) <= height
    assert "many words" in made.table.item(0, 3).toolTip()
    assert len(made.table.item(0, 3).text()) < 400


def test_of_many_rows_the_first_are_shown_and_the_rest_scrolled_to(table):
    made = table([(f"Option {at}", "1", "2", "3") for at in range(200)])
    assert made.table.height() <= 60 + MOST_ROWS_SHOWN * ROW_HEIGHT
    assert made.table.verticalScrollBar().maximum() > 0


def test_a_heading_is_whole_in_its_tip(table):
    made = table(ROWS)
    tips = [made.table.horizontalHeaderItem(at).toolTip() for at in range(4)]
    assert tuple(tips) == COLUMNS
