from dataclasses import replace

from hypothesis import given, settings
from tests.exchange.examples import document, read
from tests.generated import appraisals

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.anonymous import under_another_name, without_scorer_names
from appraiser.exchange.writing import appraisal_to_json


def test_the_name_the_short_name_and_the_code_of_the_trust_are_gone_from_every_text():
    appraisal = read(
        document(
            trust={"name": "Fenmarsh Community NHS Foundation Trust", "code": "RX9"},
            paper={"resolutions": ["Fenmarsh community agrees", "RX9"], "title": "For RX9"},
            challenges=[{"id": "c", "title": "FENMARSH COMMUNITY grows", "description": "PRX9"}],
        )
    )
    other = under_another_name(appraisal, "Trust 1")
    assert other.trust.name == "Trust 1"
    assert other.trust.code == ""
    assert other.paper.resolutions == ("Trust 1 agrees", "Trust 1")
    assert other.challenges[0].title == "Trust 1 grows"
    assert other.challenges[0].description == "PRX9", "part of a longer word is another word"
    assert "fenmarsh" not in appraisal_to_json(other).lower()


def test_a_name_with_signs_of_its_own_is_taken_as_it_is_written():
    question = {"text": "Shall A+B (Trust)?"}
    appraisal = read(document(trust={"name": "A+B (Trust)"}, question=question))
    assert under_another_name(appraisal, r"\1 & co").question.text == r"Shall \1 & co?"


@settings(max_examples=40)
@given(appraisals())
def test_everything_but_text_stays_as_it_was(appraisal):
    other = under_another_name(appraisal, "Trust 1")
    assert other.trust.name == "Trust 1"
    assert other.weight_sets == tuple(
        replace(each, raw=mine.raw)
        for each, mine in zip(other.weight_sets, appraisal.weight_sets, strict=True)
    )
    for key, sheet in appraisal.sheets.items():
        kept = {cell: score.value for cell, score in other.sheets[key].cells.items()}
        assert kept == {cell: score.value for cell, score in sheet.cells.items()}


def test_a_trust_without_a_name_only_gets_one():
    bare = Appraisal(id="bare")
    named = replace(bare, trust=replace(bare.trust, name="Trust 1"))
    assert under_another_name(bare, "Trust 1") == named


def test_scorers_are_known_by_role_alone_in_what_was_written_too():
    scorers = [
        {"id": "one", "name": "Made-Up Name", "role": "Nurse"},
        {"id": "two", "name": "Another Madeup"},
        {"id": "three", "name": ""},
    ]
    cell = {"option": "cic", "criterion": "say", "reason": "made-up name said so"}
    appraisal = read(
        document(
            scorers=scorers,
            scoring={"note": "Another Madeup was late"},
            sheets=[{"round": "alone", "scorer": "one", "cells": [cell]}],
        )
    )
    other = without_scorer_names(appraisal)
    assert [(each.id, each.name) for each in other.scorers] == [
        ("one", ""),
        ("two", ""),
        ("three", ""),
    ]
    assert other.scoring.note == "a scorer was late"
    ((sheet),) = other.sheets.values()
    assert [score.reason for score in sheet.cells.values()] == ["Nurse said so"]
    said = appraisal_to_json(other).casefold()
    assert "made-up name" not in said
    assert "another madeup" not in said
