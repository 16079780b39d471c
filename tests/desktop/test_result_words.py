"""The sentence at the head of the results says no more than the verdict does."""

from dataclasses import replace

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.verdict import VerdictKind
from appraiser.desktop.result_words import headline
from appraiser.saying.changes import weight_rows


@pytest.fixture
def results(leicester, catalogue):
    return assess(leicester, catalogue)


def with_verdict(results, **changes):
    return replace(results, verdict=replace(results.verdict, **changes))


def test_without_scores_it_says_so_and_why(fresh, catalogue):
    found = assess(fresh, catalogue)
    head, under = headline(fresh, found)
    assert head == "There is no verdict yet."
    assert under == " ".join(found.verdict.reasons) != ""


@pytest.mark.parametrize(
    ("kind", "lead", "ends"),
    [
        (VerdictKind.CLEAR, 12.0, "leads by 12 points, and the lead is clear."),
        (VerdictKind.NARROW, 6.0, "leads by 6 points, and the lead is narrow."),
        (VerdictKind.NONE, 1.0, "leads by 1 point, which is too little to call a lead."),
    ],
)
def test_it_says_who_leads_and_how_sure_that_is(leicester, results, kind, lead, ends):
    leader = leicester.shortlist[1]
    found = with_verdict(results, kind=kind, lead=lead, leaders=(leader.id,), reasons=())
    head, under = headline(leicester, found)
    assert head == f"{leader.name} {ends}"
    assert under


def test_options_that_tie_share_the_highest_total(leicester, results):
    one, two = leicester.shortlist[:2]
    found = with_verdict(results, kind=VerdictKind.NONE, leaders=(one.id, two.id), lead=0.0)
    assert headline(leicester, found)[0] == f"{one.name} and {two.name} share the highest total."


def test_the_only_open_option_is_not_said_to_lead(leicester, results):
    only = leicester.shortlist[0]
    found = with_verdict(results, kind=VerdictKind.NONE, leaders=(only.id,), lead=None)
    head, under = headline(leicester, found)
    assert head == f"{only.name} is the only option that can be recommended."
    assert under == ""


def test_what_would_change_the_leader_comes_nearest_first(leicester, results):
    rows = weight_rows(leicester, results)
    assert len(rows) == len(results.critical_weights)
    names = {each.name for each in leicester.criteria}
    assert all(name in names and " than " in weighed for name, _, weighed, _ in rows)


def test_a_lead_no_weight_can_change_is_said_to_be_one(leicester, results):
    nothing = replace(results.sensitivity, critical_weights=(), branch_critical_weights=())
    found = replace(results, sensitivity=nothing)
    under = headline(leicester, found)[1]
    assert under == "No change to a single weight would change the leader."
