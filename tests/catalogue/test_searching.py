"""A search finds what holds every word, and puts what is nearest first."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogue.conftest import Write

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.catalogue.precedents import PrecedentKind
from appraiser.catalogue.searching import (
    MENTOR,
    Place,
    Wanted,
    forms_of,
    kinds_of,
    search_library,
    services_of,
)

SHIPPED = load_catalogue()

PRECEDENT = """[[precedent]]
id = "{id}"
name = "{name}"
kind = "mutual"
services = ["{service}"]
what = {{ text = "{what}", standing = "judgement" }}
outcome = {{ text = "It went on.", standing = "judgement" }}
lesson = {{ text = "{lesson}", standing = "judgement" }}
"""


def ids(catalogue: Catalogue, words: str = "", **wanted) -> list[str]:
    return [each.entry.id for each in search_library(catalogue, Wanted(words, **wanted))]


def test_without_words_everything_is_found_in_the_order_of_its_file(catalogue: Catalogue) -> None:
    everything = [*catalogue.precedents, *catalogue.mentors]
    assert ids(catalogue) == everything
    assert ids(catalogue, " ,. ") == everything
    assert {each.places for each in search_library(catalogue, Wanted())} == {()}


def test_every_word_has_to_be_found_somewhere(catalogue: Catalogue) -> None:
    assert ids(catalogue, "swindon notice") == ["seqol"]
    assert ids(catalogue, "swindon leicester") == []
    assert ids(catalogue, "hovercraft") == []


def test_capitals_and_accents_and_the_order_of_words_make_no_difference(
    own: Path, write: Write
) -> None:
    text = PRECEDENT.format(
        id="cafe", name="Café Santé", service="Straße", what="One.", lesson="Two."
    )
    write("precedents.toml", text)
    catalogue = load_catalogue(own=own)

    for words in ("CAFE", "cafe sante", "santé café", "cafe\u0301", "STRASSE"):
        assert ids(catalogue, words) == ["cafe"], words
    assert ids(catalogue, service="strasse") == ["cafe"]


def test_part_of_a_word_will_do(catalogue: Catalogue) -> None:
    assert "mycsp" in ids(catalogue, "csp")
    assert ids(catalogue, "moorf")[0] == "moorfields-2014"


def test_a_name_goes_before_a_subject_a_lesson_and_a_story(own: Path, write: Write) -> None:
    apart = {"name": "A", "service": "B", "what": "C.", "lesson": "D."}
    entries = [
        PRECEDENT.format(id=f"in-{part}", **{**apart, part: f"{apart[part]} zebra."})
        for part in ("what", "lesson", "service", "name")
    ]
    part_of_a_name = PRECEDENT.format(id="part", **{**apart, "name": "Zebras"})
    inside_a_name = PRECEDENT.format(id="inside", **{**apart, "name": "Superzebra"})
    write("precedents.toml", "".join([inside_a_name, part_of_a_name, *entries]))
    catalogue = load_catalogue(own=own)

    found = search_library(catalogue, Wanted("zebra"))

    assert [each.entry.id for each in found] == [
        "in-name",
        "part",
        "inside",
        "in-service",
        "in-lesson",
        "in-what",
    ]
    assert [each.places for each in found[2:]] == [
        (Place.NAME,),
        (Place.SUBJECT,),
        (Place.LESSON,),
        (Place.STORY,),
    ]


def test_words_found_in_several_places_name_each_of_them(catalogue: Catalogue) -> None:
    (found,) = search_library(catalogue, Wanted("swindon contract closed"))
    assert found.places == (Place.NAME, Place.LESSON, Place.STORY)


def test_a_form_is_found_by_any_of_its_names(catalogue: Catalogue) -> None:
    assert "city-health-care-partnership" in ids(catalogue, "CIC")
    assert "shropdoc" in ids(catalogue, "co-operative society")


def test_lessons_can_be_searched_alone(catalogue: Catalogue) -> None:
    everywhere, lessons = ids(catalogue, "VAT"), ids(catalogue, "VAT", lessons_only=True)

    assert {"leicester-2014", "moorfields-2014"} <= set(everywhere)
    assert lessons == ["leicester-2014"]
    assert ids(catalogue, "KPMG", lessons_only=True) == []
    assert len(ids(catalogue, lessons_only=True)) == len(ids(catalogue))


def test_kinds_forms_and_services_narrow_what_is_found(catalogue: Catalogue) -> None:
    of_2014 = ids(catalogue, kind=PrecedentKind.PATHFINDER_2014)
    assert len(of_2014) == 7
    assert ids(catalogue, "withdrew", kind="pathfinder-2014") == [
        "norfolk-and-norwich-2014",
        "norfolk-and-suffolk-2014",
    ]
    assert ids(catalogue, form="employee-ownership-trust") == ["minehead"]
    assert ids(catalogue, service="mental health") == ["norfolk-and-suffolk-2014"]
    assert ids(catalogue, form="llp", service="Eye hospital") == []


def test_mentors_have_a_kind_of_their_own_and_no_form_or_service(catalogue: Catalogue) -> None:
    mentors = search_library(catalogue, Wanted(kind=MENTOR))

    assert [each.entry.id for each in mentors] == list(catalogue.mentors)
    assert {each.kind for each in mentors} == {"Mentor"}
    assert ids(catalogue, "mentor")[: len(mentors)] == list(catalogue.mentors)
    assert ids(catalogue, "John Lewis", kind=MENTOR) == ["john-lewis-partnership"]
    assert ids(catalogue, kind=MENTOR, form="llp") == []
    assert not set(ids(catalogue, service="Pathology")) & set(catalogue.mentors)


def test_what_can_be_chosen_from_is_what_there_is(catalogue: Catalogue) -> None:
    assert list(kinds_of(catalogue))[-1] == MENTOR
    assert kinds_of(catalogue)["scheme"] == "Earlier scheme"
    assert all(ids(catalogue, kind=each) for each in kinds_of(catalogue))
    assert all(ids(catalogue, form=each) for each in forms_of(catalogue))
    assert all(ids(catalogue, service=each) for each in services_of(catalogue))
    assert list(services_of(catalogue)) == sorted(services_of(catalogue), key=str.casefold)


def test_without_mentors_there_is_no_such_kind(tmp_path: Path) -> None:
    for name, heading in (("precedents", "precedent"), ("mentors", "mentor")):
        head = f'vintage = "2026"\nnote = "None yet."\n{heading} = []\n'
        (tmp_path / f"{name}.toml").write_text(head, encoding="utf-8")
    assert kinds_of(load_catalogue(tmp_path)) == {}


@pytest.mark.parametrize("words", ["union vote", "one contract", "shares", "two years"])
def test_what_a_board_secretary_would_ask_has_an_answer(catalogue: Catalogue, words: str) -> None:
    assert ids(catalogue, words)


@given(st.text(max_size=20), st.text(max_size=8))
def test_more_words_never_find_more(words: str, more: str) -> None:
    fewer = ids(SHIPPED, f"{words} {more}")
    assert set(fewer) <= set(ids(SHIPPED, words))
