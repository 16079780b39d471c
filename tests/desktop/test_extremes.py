"""Whatever is in a file or typed by hand, the pages show it in the room they have."""

from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QApplication

from appraiser.desktop.desk import Desk
from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.fields import Kind, specs
from appraiser.domain.options import Option
from appraiser.domain.terms import Listing, Stage
from appraiser.domain.written import counted

LONG_WORD = "W" * 400
AWKWARD = "<b>&amp; \"'%s{0}</b> 👩🏽‍⚕️ שלום עולם مستشفى العام e\u0301cole "


def filled(appraisal, line, text):
    """Give an appraisal with the texts given in every part and the first of every collection."""

    def fill(item):
        known = specs(type(item))
        new = {
            each.name: line if known[each.name].kind is Kind.LINE else text
            for each in fields(item)
            if each.name in known and known[each.name].kind in {Kind.LINE, Kind.TEXT}
        }
        return replace(item, **{k: v for k, v in new.items() if k not in KEPT})

    singles = {name: fill(getattr(appraisal, name)) for name in SINGLES}
    groups = {
        name: (*map(fill, getattr(appraisal, name)[:1]), *getattr(appraisal, name)[1:])
        for name in COLLECTIONS
    }
    groups["seals"] = appraisal.seals
    return replace(appraisal, **singles, **groups)


KEPT = {"form", "template", "schedule", "about", "definition", "test"}
"""Ids of the reference data, which are not words."""


@pytest.mark.parametrize(
    ("line", "text"),
    [(LONG_WORD, LONG_WORD), (AWKWARD, AWKWARD * 20), ("name", "many words " * 9_000)],
    ids=["one long word", "markup and other scripts", "100,000 characters"],
)
def test_any_text_leaves_the_pages_in_their_room(opened, leicester, shown, line, text):
    workspace = opened(filled(leicester, line, text))
    desk = Desk(workspace)
    shown(desk, 1280, 638)
    assert desk.width() == 1280
    for stage in Stage:
        desk.show_stage(stage)
        QApplication.processEvents()
        assert desk.width() == 1280, stage
        assert desk.page.widget().width() <= desk.page.viewport().width(), stage


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_options_is_shown(opened, fresh, shown, count):
    more = tuple(
        Option(id=f"option-{number}", name=f"Option {number}", listing=Listing.SHORTLIST)
        for number in range(count)
    )
    workspace = opened(replace(fresh, options=more))
    desk = shown(Desk(workspace), 1280, 638)
    for stage in Stage:
        desk.show_stage(stage)
    assert desk.facts[0] == f"Shortlist: {counted(count, 'option')}"
