from tests.exchange.examples import document, read

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.anonymous import without_scorer_names
from appraiser.exchange.writing import appraisal_to_json


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


def test_an_appraisal_without_scorers_stays_as_it_is():
    bare = Appraisal(id="bare")
    assert without_scorer_names(bare) == bare
