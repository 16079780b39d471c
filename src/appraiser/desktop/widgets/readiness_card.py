"""What the readiness tests say together, and which answers decide it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Slot

from appraiser.analysis.readiness import ReadinessResult, readiness_of
from appraiser.desktop.widgets.parts import GRID, Card, column, empty, pill, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.terms import Part, Readiness, ReadinessTest
from appraiser.domain.trust import ReadinessAnswer
from appraiser.domain.written import counted, listed

_KINDS = {Readiness.GO: "good", Readiness.CONDITIONS: "watch", Readiness.PAUSE: "bad"}
_MEANS = {
    Readiness.GO: "Nothing here stands against an appraisal.",
    Readiness.CONDITIONS: "The appraisal can go on while its conditions are met.",
    Readiness.PAUSE: "Do not spend more on an appraisal before these are put right.",
}
_NOT_YET = "Not yet known"


class ReadinessCard(Card):
    """Go, go with conditions or pause, with the deciding answers and what must be so first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What readiness says")
        self._workspace = workspace
        self._result = row()
        self._reasons = column(spacing=GRID)
        self.add(self._result)
        self.add(self._reasons)
        workspace.changed.connect(self._changed)
        self.refresh()

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        if touched & Part.TRUST:
            self.refresh()

    def refresh(self) -> None:
        """Say the result, and under it each answer that makes it so."""
        answers = self._workspace.appraisal.readiness_answers
        found = readiness_of(answers)
        empty(self._result)
        empty(self._reasons)
        label = found.outcome.label if found.outcome else _NOT_YET
        kind = _KINDS[found.outcome] if found.outcome else "fact"
        self._result.addWidget(pill(label, kind))
        self._result.addWidget(words(_said(found)), stretch=1)
        if found.outcome is not Readiness.GO:
            for line in (each for answer in found.deciding for each in _reasons(answer)):
                self._reasons.addWidget(words(line))
        owed = _owed(answers)
        if owed:
            line = f"Not answered yet: {listed([each.inline for each in owed])}."
            self._reasons.addWidget(words(line, "note"))


def _said(found: ReadinessResult) -> str:
    """Say what the result means, and how many answers make it so."""
    if found.outcome is None:
        return "Once every test is answered, what they say together is shown here."
    says = "says" if len(found.deciding) == 1 else "say"
    how_many = counted(len(found.deciding), "test")
    return f"{how_many[0].upper()}{how_many[1:]} {says} so. {_MEANS[found.outcome]}"


def _reasons(answer: ReadinessAnswer) -> Iterator[str]:
    """Give a deciding answer with its reason, and what must be so before going on."""
    reason = answer.reason.strip() or "No reason is given yet."
    by = f" ({answer.answered_by.strip()})" if answer.answered_by.strip() else ""
    yield f"{answer.test.label}{by}: {reason}"
    if answer.conditions.strip():
        yield f"Before going on: {answer.conditions.strip()}"


def _owed(answers: tuple[ReadinessAnswer, ...]) -> list[ReadinessTest]:
    """Give the tests without an answer, those not put yet among them."""
    given = {each.test for each in answers if each.answer is not None}
    return [each for each in ReadinessTest if each not in given]
