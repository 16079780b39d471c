"""What the strip says at a glance, whatever the state of the appraisal."""

from dataclasses import replace

import pytest
from tests.desktop.conftest import sample_appraisal

from appraiser.analysis.assessing import assess
from appraiser.desktop.glance import glance
from appraiser.domain.options import Option
from appraiser.domain.terms import Listing


def glance_of(appraisal, catalogue):
    return glance(appraisal, assess(appraisal, catalogue))


def test_before_the_numbers_are_there_it_says_how_many_options_there_are(fresh):
    assert glance(fresh, None).facts == ("Shortlist: 1 option",)
    assert glance(replace(fresh, options=()), None).facts == ("Shortlist: no options",)


def test_it_names_the_leader_the_verdict_what_is_barred_and_the_money(leicester, catalogue):
    seen = glance_of(leicester, catalogue)
    leader, verdict, barred, *_ = seen.facts
    assert leader.startswith("Leading: ")
    assert verdict.startswith("Verdict: ")
    assert barred.startswith("Barred by gates: ")
    assert seen.support.startswith("Support: £")
    assert seen.support.endswith(" of £100,000")
    assert 0 < seen.share <= 1


def test_without_scores_there_is_no_verdict(fresh, catalogue):
    seen = glance_of(fresh, catalogue)
    assert seen.facts[:2] == ("Shortlist: 1 option", "No verdict yet")


def test_without_a_cap_there_is_no_share(fresh, catalogue):
    seen = glance_of(fresh, catalogue)
    assert seen.support == "Support: £0"
    assert seen.share is None


def test_a_cap_of_nothing_has_no_share(fresh, catalogue):
    programme = replace(fresh.programme, cap=0)
    assert glance_of(replace(fresh, programme=programme), catalogue).share is None


def test_an_option_without_a_name_is_called_so(leicester, catalogue):
    nameless = tuple(replace(option, name="") for option in leicester.options)
    seen = glance_of(replace(leicester, options=nameless), catalogue)
    assert seen.facts[0].startswith("Leading: Unnamed option, ")


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_there_are_never_more_facts_than_the_strip_has_room_for(name, catalogue):
    assert len(glance_of(sample_appraisal(name), catalogue).facts) <= 4


def test_two_hundred_options_are_counted(fresh, catalogue):
    more = tuple(Option(id=f"option-{n}", listing=Listing.SHORTLIST) for n in range(200))
    assert glance_of(replace(fresh, options=more), catalogue).facts[0] == "Shortlist: 200 options"
