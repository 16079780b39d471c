"""The page of results: what it says at once, what comes later, and what the settings change."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidget
from tests.made_up import SECRET, many, one_option, score_missing, tied, with_names

from appraiser.desktop.page_list import page_list
from appraiser.desktop.widgets.figure_card import FigureCard
from appraiser.desktop.widgets.form import Form
from appraiser.desktop.widgets.sections import Sections
from appraiser.desktop.widgets.what_if_card import WhatIfCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage, WeightSpread

PAGE = next(info for info in page_list() if info.stage is Stage.RESULTS)
ROBUSTNESS = Ref("robustness")
COMING = "What other weights would say is still being worked out."
SECTIONS = ("Ranking", "What would change it", "How sure", "Who agrees")


@pytest.fixture
def page_of(opened, shown):
    """Give a page that has just come up; what takes longer is still under way."""

    def make(appraisal):
        workspace = opened(appraisal)
        return workspace, shown(PAGE.build(workspace), 800, 700)

    return make


def read(page, section: str) -> str:
    """Give all that a section says: its sentences and the cells of its tables."""
    sections = page.findChild(Sections)
    sections.show_section(SECTIONS.index(section))
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, *(cell for name in tables(page) for cell in cells(page, name))])


def tables(page) -> list[str]:
    found = page.findChildren(QTableWidget)
    return [each.accessibleName() for each in found if each.isVisible()]


def cells(page, name: str) -> list[str]:
    table = next(t for t in page.findChildren(QTableWidget) if t.accessibleName() == name)
    return [
        table.item(row, at).text()
        for row in range(table.rowCount())
        for at in range(table.columnCount())
    ]


def editor(page, field: str):
    return next(f for f in page.findChildren(Form) if f.ref == ROBUSTNESS).editor(field)


def type_in(page, field: str, text: str) -> None:
    control = editor(page, field).control
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)
    editor(page, field).keep()


def test_its_sections_go_from_the_answer_to_what_it_rests_on(page_of, leicester):
    _, page = page_of(leicester)
    assert page.findChild(Sections).names == SECTIONS
    assert "FT plus leads by 7 points, and the lead is narrow." in read(page, "Ranking")
    assert tables(page) == ["Totals and ranks"]


def test_what_would_change_it_has_its_tables(page_of, leicester):
    _, page = page_of(leicester)
    assert "FT plus is at least as good as Joint venture" in read(page, "What would change it")
    assert tables(page) == [
        "What the lead is made of",
        "Weights that would change the leader",
        "Scores that would change the leader",
        "One thing at a time",
        "Value against cost",
    ]


def test_the_page_is_up_before_the_examination_which_comes_when_it_is_done(page_of, leicester):
    workspace, page = page_of(leicester)
    assert COMING in read(page, "How sure")
    assert "If other weights were meant" not in tables(page)
    workspace.background.settle()
    assert workspace.results.examination is not None
    assert COMING not in read(page, "How sure")
    assert {"If other weights were meant", "At the weights that do most for it"} <= {*tables(page)}
    assert "6.0 behind" in cells(page, "At the weights that do most for it")


def test_nothing_is_examined_until_somebody_looks(opened, leicester):
    workspace = opened(leicester)
    page = PAGE.build(workspace)
    workspace.perform(SetField(Ref("trust"), "name", "Another trust"))
    workspace.background.settle()
    assert workspace.results.examination is None
    page.deleteLater()


def test_an_edit_while_the_page_is_shown_is_examined_too(page_of, leicester):
    workspace, page = page_of(leicester)
    workspace.perform(SetField(Ref("options", "ft-plus"), "name", "Renamed"))
    assert workspace.appraisal is not workspace.assessed
    workspace.background.settle()
    assert workspace.results.examination is not None
    assert workspace.assessed is workspace.appraisal
    assert "Renamed" in cells(page, "If other weights were meant")
    assert COMING not in read(page, "How sure")


def test_other_settings_count_again_and_what_is_said_follows(page_of, leicester):
    workspace, page = page_of(leicester)
    read(page, "How sure")
    type_in(page, "seed", "77")
    type_in(page, "draws", "4096")
    workspace.background.settle()
    assert (workspace.results.robustness.seed, workspace.results.robustness.draws) == (77, 4096)
    assert ": 4,096 draws, seed 77." in read(page, "How sure")
    figure = page.findChildren(FigureCard)[1]
    assert figure._view.accessibleDescription().endswith("4,096 draws, seed 77.")


def test_other_weights_that_are_tried_are_said_to_be(page_of, leicester):
    workspace, page = page_of(leicester)
    read(page, "How sure")
    choice = editor(page, "weights").control
    assert isinstance(choice, QComboBox)
    at = choice.findData(str(WeightSpread.ANY))
    choice.setCurrentIndex(at)
    choice.activated.emit(at)
    workspace.background.settle()
    assert workspace.results.verdict.weightings is WeightSpread.ANY
    assert "Counted over all weightings that there could be: " in read(page, "How sure")
    assert WeightSpread.RANKED.label in cells(page, "If other weights were meant")


def test_a_setting_is_taken_back_by_name(page_of, leicester):
    workspace, page = page_of(leicester)
    type_in(page, "seed", "77")
    assert workspace.document.undo_words == "seed of the robustness check"
    workspace.undo()
    workspace.background.settle()
    assert workspace.results.robustness.seed == leicester.robustness.seed
    assert f"seed {leicester.robustness.seed}." in read(page, "How sure")


@pytest.mark.parametrize(("field", "typed"), [("draws", "12"), ("seed", "soon"), ("band", "400")])
def test_a_setting_that_cannot_be_used_is_said_and_kept_out(page_of, leicester, field, typed):
    workspace, page = page_of(leicester)
    read(page, "How sure")
    type_in(page, field, typed)
    assert editor(page, field).wrong
    assert workspace.appraisal == leicester


def test_a_new_appraisal_says_on_every_section_what_is_wanted(page_of, fresh):
    _, page = page_of(fresh)
    assert "There is no verdict yet." in read(page, "Ranking")
    assert "This is worked out once two options or more" in read(page, "What would change it")
    assert "Nothing is counted until two options" in read(page, "How sure")
    assert "until the weights can be worked out" in read(page, "Who agrees")


def test_options_that_tie_are_not_said_to_lead(page_of):
    _, page = page_of(tied())
    assert "ONE and TWO share the highest total." in read(page, "Ranking")
    assert "leader would be" not in read(page, "What would change it")
    assert "It stays ahead" not in read(page, "Ranking")
    assert "No change to a single weight" not in read(page, "Ranking")


def test_one_option_is_not_said_to_lead(page_of):
    _, page = page_of(one_option())
    for section in SECTIONS:
        assert " leads" not in read(page, section)


def test_a_total_that_lacks_a_score_is_a_range_and_left_out_of_the_rest(page_of):
    _, page = page_of(score_missing())
    assert "40 to 90" in read(page, "Ranking")
    assert "Without a total, and so left out here: ONE." in read(page, "What would change it")
    assert "Without a total, and so left out: ONE." in read(page, "How sure")


def test_no_scorer_is_named_anywhere(page_of, leicester):
    workspace, page = page_of(with_names(leicester))
    workspace.background.settle()
    for section in SECTIONS:
        assert SECRET not in read(page, section)


def test_a_weight_is_tried_on_the_page_and_the_ranking_above_it_follows(page_of, leicester):
    workspace, page = page_of(leicester)
    page.findChild(WhatIfCard).slider.setValue(10)
    workspace.background.settle()
    assert "If Staff voice weighed 10%" in read(page, "Ranking")
    totals = cells(page, "Totals and ranks")
    assert totals[:2] == ["FT plus", "71"]


def test_moving_the_slider_fills_no_table_of_the_page(page_of, leicester):
    _, page = page_of(leicester)
    held = {t: t.item(0, 0) for t in page.findChildren(QTableWidget) if t.rowCount()}
    page.findChild(WhatIfCard).slider.setValue(10)
    assert all(table.item(0, 0) is item for table, item in held.items())


def test_many_options_are_shown_with_a_few_names_to_a_cell(page_of):
    made = many(40)
    draws = replace(made.robustness, draws=1024)
    _, page = page_of(replace(made, robustness=draws))
    assert len(read(page, "What would change it")) < 12_000
    assert all(len(cell) < 300 for cell in cells(page, "Value against cost"))
