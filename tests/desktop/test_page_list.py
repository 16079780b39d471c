"""A page is added by adding one module; nothing else needs to know of it."""

import pytest

from appraiser.desktop import pages
from appraiser.desktop.page_list import page_list
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.domain.terms import Stage

MODULE = """
from appraiser.desktop.widgets.page import Page, PageInfo
from appraiser.domain.terms import Stage


class ExtraPage(Page):
    def __init__(self, workspace):
        super().__init__(workspace, "An extra page", "Added by one module.")


PAGE = PageInfo(stage=Stage.RESULTS, why="Because.", good="So.", build=ExtraPage)
"""


def test_there_is_a_page_for_each_stage_in_the_order_of_the_journey():
    assert [info.stage for info in page_list()] == list(Stage)


@pytest.mark.parametrize("info", page_list(), ids=lambda info: info.stage.value)
def test_every_page_says_why_it_matters_and_what_good_looks_like(info):
    assert info.why.endswith(".")
    assert info.good.endswith(".")


def test_a_module_that_says_page_is_one(tmp_path, monkeypatch, opened, fresh):
    (tmp_path / "extra_page.py").write_text(MODULE)
    (tmp_path / "no_page.py").write_text("'''A module beside the pages.'''")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    found = page_list()
    assert len(found) == len(Stage) + 1
    extra = next(info for info in found if info.why == "Because.")
    assert isinstance(extra, PageInfo)
    made = extra.build(opened(fresh))
    assert isinstance(made, Page)
    assert made.accessibleName() == "An extra page"
