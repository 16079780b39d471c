"""The strip says where the appraisal stands, as far as there is room."""

import pytest

from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.desktop.widgets.parts import LONGEST_LABEL, Line
from appraiser.desktop.widgets.strip import Meter, Strip


@pytest.fixture
def strip(shown):
    return shown(Strip(LIGHT), 1000, 40)


def test_it_shows_what_it_is_given_and_no_more(strip):
    strip.show_facts(("Leading: FT plus, 71", "Verdict: narrow leader"), "Support: £5", 0.5)
    assert strip.facts == ("Leading: FT plus, 71", "Verdict: narrow leader", "Support: £5")
    strip.show_facts(("Shortlist: 1 option",), "", None)
    assert strip.facts == ("Shortlist: 1 option",)


def test_without_a_cap_there_is_no_bar(strip):
    meter = strip.findChild(Meter)
    strip.show_facts((), "Support: £5", None)
    assert not meter.isVisible()
    strip.show_facts((), "Support: £5 of £10", 0.5)
    assert meter.isVisible()


def bar(strip, share):
    strip.show_facts((), "", share)
    return strip.findChild(Meter).grab().toImage()


def test_the_bar_fills_and_past_the_cap_it_is_another_colour(strip):
    half, full, over = (bar(strip, share) for share in (0.5, 1.0, 1.5))
    assert half != full
    middle = (full.width() // 2, full.height() // 2)
    assert full.pixelColor(*middle).name() == LIGHT.on_strip
    assert over.pixelColor(*middle).name() == LIGHT.strip_over
    strip.set_tokens(DARK)
    assert bar(strip, 1.5).pixelColor(*middle).name() == DARK.strip_over


def test_a_line_that_has_no_room_ends_in_an_ellipsis_and_is_whole_in_its_tip(shown):
    line = Line()
    line.say("A fact that is longer than there is room for it")
    shown(line, 100, 30)
    assert line.text().endswith("…")
    assert "longer than there is room" in line.toolTip()
    assert line.accessibleName() == line.words
    line.resize(900, 30)
    assert line.text() == line.words
    assert line.toolTip() == ""


def test_a_line_holds_its_words_to_a_sensible_length(app):
    line = Line()
    line.say("x" * 100_000)
    assert len(line.words) <= LONGEST_LABEL + 1
