"""Whether this is the time to appraise a mutual at all."""

import pytest

from appraiser.analysis.readiness import readiness_of
from appraiser.domain.ids import ReadinessAnswerId
from appraiser.domain.terms import Readiness, ReadinessTest
from appraiser.domain.trust import ReadinessAnswer

GO, IF, PAUSE = Readiness.GO, Readiness.CONDITIONS, Readiness.PAUSE


def answered(*given: Readiness | None) -> list[ReadinessAnswer]:
    return [
        ReadinessAnswer(id=ReadinessAnswerId(test), test=test, answer=answer)
        for test, answer in zip(ReadinessTest, given, strict=False)
    ]


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ((GO, GO, GO), GO),
        ((GO, IF, GO), IF),
        ((GO, IF, PAUSE), PAUSE),
        ((GO, None, GO), None),
        ((None, IF), None),
        ((None, PAUSE), PAUSE),
        ((None, None), None),
        ((), None),
    ],
)
def test_the_worst_answer_holds_once_all_are_there_and_a_pause_at_once(given, outcome) -> None:
    assert readiness_of(answered(*given)).outcome is outcome


def test_the_answers_that_decide_and_those_still_owed_are_named() -> None:
    answers = answered(GO, PAUSE, None, PAUSE)

    found = readiness_of(answers)

    assert found.deciding == (answers[1], answers[3])
    assert found.unanswered == (answers[2],)
