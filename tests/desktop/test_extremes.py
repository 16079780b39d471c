"""Whatever is in a file or typed by hand, the pages show it in the room they have."""

from dataclasses import replace

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


def filled(appraisal, texts, most):
    """Give an appraisal with the texts given in so many fields of every part and collection."""

    def fill(item):
        known = specs(type(item)).values()
        found = [each for each in known if each.kind in texts and each.name not in KEPT]
        return replace(item, **{each.name: texts[each.kind] for each in found[:most]})

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
    ("texts", "most"),
    [
        ({Kind.LINE: LONG_WORD, Kind.TEXT: LONG_WORD}, None),
        ({Kind.LINE: AWKWARD, Kind.TEXT: AWKWARD * 20}, None),
        ({Kind.TEXT: "many words " * 9_000}, 1),
    ],
    ids=["one long word", "markup and other scripts", "100,000 characters"],
)
def test_any_text_leaves_the_pages_in_their_room(opened, leicester, shown, texts, most):
    workspace = opened(filled(leicester, texts, most))
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
