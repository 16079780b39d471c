"""Where the facts of the samples come from, and that what is not a fact says so."""

from datetime import date

import pytest
from tests.samples.places import places, stated

from appraiser.analysis.assessing import assess
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, entities
from appraiser.domain.fields import specs
from appraiser.domain.sources import Standing

NOT_FACTS = {Standing.ILLUSTRATIVE, Standing.MADE_UP}


def known_places(appraisal):
    for place in places(appraisal):
        yield from place.names
    yield "sheets"


def standings(appraisal, about):
    by_id = {source.id: source.standing for source in appraisal.sources}
    return {by_id[each.source] for each in appraisal.citations if each.about == about}


def test_every_citation_is_about_something_that_is_there(each):
    known = set(known_places(each))
    assert [each.about for each in each.citations if each.about not in known] == []


def test_every_part_2_mark_is_about_something_that_is_there(each):
    known = set(known_places(each))
    assert [mark.about for mark in each.part_marks if mark.about not in known] == []


def test_no_source_is_idle(each):
    assert {source.id for source in each.sources} == {c.source for c in each.citations}


def test_a_published_source_says_where_it_is(each):
    for source in each.sources:
        assert source.title
        assert source.publisher
        assert source.address


def test_every_number_and_date_has_a_source_or_is_marked(each):
    cited = {citation.about for citation in each.citations}
    bare = [place.names[0] for place in stated(each) if cited.isdisjoint(place.names)]
    assert bare == []


def test_is_marked_as_illustrative(each, catalogue):
    assert assess(each, catalogue).illustrative


def test_scores_weights_and_rates_are_marked_as_illustrative_or_made_up(each):
    for about in (
        "sheets",
        "weight_sets",
        "scorers",
        "attendances",
        "interests",
        "staff_views",
        "barriers",
        "cost_lines",
        "tax_positions",
        "support_lines",
        "contracts",
        "gate_answers",
        "paper",
    ):
        assert standings(each, about) & NOT_FACTS, about


def test_the_summary_tells_the_board_what_is_not_a_fact(each):
    assert "illustrative" in each.paper.summary or "made up" in each.paper.summary
    assert "illustrative" in each.scoring.note or "made up" in each.scoring.note


@pytest.mark.parametrize("made_up", ["fenmarsh", "northcliff"])
def test_a_made_up_trust_says_so_in_its_name_and_everywhere(samples, made_up):
    appraisal = samples[made_up]
    assert appraisal.trust.made_up
    assert "(made up)" in appraisal.trust.name
    assert "(made up)" in appraisal.paper.title
    for name in (*SINGLES, *COLLECTIONS):
        if name in {"sources", "citations"}:
            continue
        there = entities(appraisal, name) if name in COLLECTIONS else True
        if there:
            assert Standing.MADE_UP in standings(appraisal, name), name


def test_leicester_is_a_real_trust_and_names_no_one(leicester):
    assert not leicester.trust.made_up
    form = leicester.expression_of_interest
    assert {form.sponsor_name, form.lead_name, form.sponsor_email, form.lead_email} == {""}
    for field in ("sponsor", "presenter", "author"):
        assert "role only" in getattr(leicester.paper, field)
    assert all("illustrative" in contract.supplier for contract in leicester.contracts)


PUBLISHED = {
    "trust.income": 834_000_000_00,
    "trust.recovered_vat": 19_000_000_00,
    "programme.cap": 100_000_00,
    "programme.opens": date(2014, 7, 28),
    "programme.closes": date(2014, 9, 4),
    "programme.reports_by": date(2015, 3, 31),
    "service_lines/orthopaedics.income": 48_000_000_00,
    "measures/recovered-vat": 19.0,
    "measures/engagement.comparator": 3.71,
    "measures/sickness.comparator": 4.06,
    "eoi_answers/q1.word_limit": 500,
    "eoi_answers/q2.word_limit": 500,
    "tax_positions/society.lost_vat": 19_000_000_00,
}
"""What the public sources say of Leicester and of the programme."""


@pytest.mark.parametrize("about", PUBLISHED)
def test_what_is_public_of_leicester_is_as_published_and_cited(leicester, about):
    assert Standing.PUBLISHED in standings(leicester, about)
    assert Standing.ILLUSTRATIVE not in standings(leicester, about)
    found = [place.value for place in stated(leicester) if about in place.names[:2]]
    assert PUBLISHED[about] in found


def test_what_is_public_of_leicester_in_words_is_cited(leicester):
    assert "more than 10,000 staff" in leicester.trust.staff_note.lower()
    assert standings(leicester, "trust.staff_note") == {Standing.PUBLISHED}
    assert standings(leicester, "trust.status") == {Standing.PUBLISHED}
    for option in ("autonomous-unit", "ft-plus", "whole-trust-society"):
        assert standings(leicester, f"options/{option}") == {Standing.PUBLISHED}


def test_the_law_that_a_made_up_trust_meets_is_real_and_cited(samples):
    for name in ("fenmarsh", "northcliff"):
        appraisal = samples[name]
        cited = {
            each.about
            for each in appraisal.citations
            if next(s for s in appraisal.sources if s.id == each.source).standing
            is Standing.PUBLISHED
        }
        assert len([about for about in cited if about.startswith("barriers/")]) >= 4


def test_every_field_of_a_citation_is_used_somewhere(samples):
    """The samples show what the format can hold, so a citation's note is shown too."""
    used = {
        field
        for appraisal in samples.values()
        for each in appraisal.citations
        for field in specs(type(each))
        if getattr(each, field)
    }
    assert used == {"id", "about", "source", "note"}
