from dataclasses import replace

import pytest
from tests.paper.making import scored

from appraiser.domain.appraisal import COLLECTIONS, Appraisal
from appraiser.domain.case import EoiAnswer
from appraiser.domain.costs import TaxPosition
from appraiser.domain.ids import (
    EoiAnswerId,
    OptionId,
    ReadinessAnswerId,
    ScorerId,
    TaxPositionId,
)
from appraiser.domain.scores import Scorer
from appraiser.domain.terms import ReadinessTest
from appraiser.domain.trust import ReadinessAnswer
from appraiser.paper.about_words import about_words


@pytest.fixture
def appraisal() -> Appraisal:
    return replace(
        scored({"a": (80, 70), "b": (50, 40)}),
        tax_positions=(TaxPosition(id=TaxPositionId("t"), option=OptionId("a")),),
        eoi_answers=(
            EoiAnswer(id=EoiAnswerId("q1"), question="Why does the board want this? " * 9),
            EoiAnswer(id=EoiAnswerId("q2")),
        ),
        readiness_answers=(ReadinessAnswer(id=ReadinessAnswerId("r"), test=ReadinessTest.CQC),),
        scorers=(Scorer(id=ScorerId("s"), name="Quillfeather", role="Nurse"),),
    )


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("trust.income", "Trust: income in a year"),
        ("sheets", "Scores"),
        ("eoi_answers", "Answers in the expression of interest"),
        ("part_marks", "Items marked for Part 2"),
        ("options/a", "Option “A”"),
        ("tax_positions/t.tax_rate", "Tax position of “A”: corporation tax rate"),
        ("gate_answers/a-safe.reason", "Gate answer of “A” (safe for patients): reason"),
        ("readiness_answers/r", "Readiness answer “CQC position”"),
        ("eoi_answers/q2.word_limit", "Answer in the expression of interest: word limit"),
        ("scorers/s", "Scorer “Nurse”"),
        ("options/gone", "Option “gone”"),
        ("somewhere else", "somewhere else"),
    ],
)
def test_a_place_is_said_in_plain_words(appraisal: Appraisal, about: str, words: str):
    assert about_words(appraisal, about) == words


def test_what_has_no_name_goes_by_how_its_text_begins(appraisal: Appraisal):
    words = about_words(appraisal, "eoi_answers/q1.question")
    assert words.startswith("Answer in the expression of interest “Why does the board want this?")
    assert words.endswith("…”: question")


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_no_collection_goes_by_its_name_in_the_file(appraisal: Appraisal, collection: str):
    words = about_words(appraisal, collection)
    assert "_" not in words
    assert words[0].isupper()
    assert "Eoi" not in words
