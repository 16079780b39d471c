"""The question that tests the weights hardest, to be put to the panel and answered here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from appraiser.analysis.results import Results
from appraiser.analysis.weighting.swing_checks import SwingQuestion
from appraiser.desktop.announcing import announce
from appraiser.desktop.widgets.parts import Card, button, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.criteria import SwingCheck
from appraiser.domain.edits import AddEntity
from appraiser.domain.ids import SwingCheckId, new_id
from appraiser.domain.naming import Names
from appraiser.domain.terms import SumOfSwings
from appraiser.domain.written import listed

_NONE_LEFT = "No question is left that could show the weights to be wrong."


class SwingQuestionCard(Card):
    """One question at a time, the most telling first; an answer is kept as a check of the swings.

    What the weights say is not shown before the panel has answered: it would answer for them.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("A question for the panel")
        self._workspace = workspace
        self._place = 0
        self._of: object = None
        """The appraisal that the question is of."""
        self._question = words("")
        self._said = words("", "note")
        self.answers = {
            each: button(each.label, partial(self._answer, each)) for each in SumOfSwings
        }
        self.another = button("Another question", self._show_another, kind="link")
        self.add(self._question)
        self.head.addWidget(self.another)
        self.add(row(*self.answers.values(), None))
        self.add(self._said)
        workspace.results_changed.connect(self.refresh)
        self.refresh()

    @property
    def question(self) -> str:
        """What is asked, or that nothing is left to ask."""
        return self._question.text()

    @property
    def said(self) -> str:
        """How many of the answers given the weights agree with."""
        return self._said.text()

    @Slot()
    def refresh(self) -> None:
        """Put the question that tells most about the weights as they are; away without weights."""
        results = self._workspace.results
        weighed = results is not None and results.weights is not None
        if self.parent() is not None:  # or it would be a window of its own for a moment
            self.setVisible(weighed)
        if results is None or not weighed:
            return
        if self._of is not self._workspace.assessed:
            self._of, self._place = self._workspace.assessed, 0
        asked = self._asked(results)
        self._question.setText(_NONE_LEFT if asked is None else self._words(asked))
        for each in self.answers.values():
            each.setAccessibleDescription(self.question)
            each.setVisible(asked is not None)
        self.another.setVisible(len(results.swing_questions) > 1)
        self._said.setText(_agreement(results))
        self._said.setVisible(bool(results.swing_answers))

    def _asked(self, results: Results) -> SwingQuestion | None:
        questions = results.swing_questions
        return questions[self._place % len(questions)] if questions else None

    def _words(self, asked: SwingQuestion) -> str:
        names = Names(self._workspace.assessed)
        one = names.criterion(asked.one)
        others = listed([names.criterion(each) for each in asked.others])
        return (
            f"Take the change from worst to best on {one}, and the changes from worst to best on "
            f"{others} together. Which matters more?"
        )

    def _answer(self, answer: SumOfSwings) -> None:
        """Keep the panel's answer; the next question follows once the results do."""
        results = self._workspace.results
        asked = None if results is None else self._asked(results)
        if asked is None or self._workspace.assessed is not self._workspace.appraisal:
            return  # the question is of weights that have changed since
        check = SwingCheck(
            id=SwingCheckId(new_id("swing-check")),
            weight_set=asked.weight_set,
            one=asked.one,
            others=asked.others,
            answer=answer,
        )
        if self._workspace.perform(AddEntity("swing_checks", check)):
            announce(self, f"Kept: {answer.inline}.")

    @Slot()
    def _show_another(self) -> None:
        self._place += 1
        self.refresh()
        announce(self, self.question)


def _agreement(results: Results) -> str:
    """Say how many answers the weights agree with; which ones they contradict is a finding."""
    answers = results.swing_answers
    agreed = sum(each.consistent for each in answers)
    if len(answers) == 1:
        return f"The weights {'agree with' if agreed else 'contradict'} the answer given."
    return f"The weights agree with {agreed} of {len(answers)} answers."
