"""Is it a mutual? The definitions for one option: which test fails, and why."""

from __future__ import annotations

from PySide6.QtCore import Slot

from appraiser.analysis.library.definition_check import (
    AnsweredBy,
    DefinitionOutcome,
    DefinitionResult,
    TestResult,
    definition_results,
)
from appraiser.desktop.library_words import sources_sentence
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import Card, button, column, empty, pill, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, named
from appraiser.domain.edits import AddEntity, Edit, Several
from appraiser.domain.ids import DefinitionAnswerId, OptionId, Ref, new_id
from appraiser.domain.options import DefinitionAnswer
from appraiser.domain.terms import Answer
from appraiser.domain.written import listed

_MARKS = {Answer.YES: "✓ Yes", Answer.NO: "✗ No", Answer.UNKNOWN: "○ Not answered"}
_PILLS = {
    DefinitionOutcome.MET: "good",
    DefinitionOutcome.NOT_MET: "bad",
    DefinitionOutcome.NOT_KNOWN: "watch",
}

LONGEST_NAME = 32
"""Characters of an option's name that the list shows."""


class DefinitionCard(Card):
    """One option at a time, held against every definition."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("By which definition is it a mutual?")
        self._workspace = workspace
        self.which = ChoiceList()
        self.which.setAccessibleName("Option to hold against the definitions")
        self.which.setMinimumContentsLength(LONGEST_NAME)
        self.which.activated.connect(self._show)
        label = words("Option", "label", wrap=False)
        label.setBuddy(self.which)
        self.open_button = button("Answer what is open…", self.answer_open)
        self.add(row(label, self.which, None, self.open_button))
        self._results = column(spacing=4)
        self.add(self._results)
        self._shown: object = None

    @property
    def chosen(self) -> OptionId | None:
        """The option that is held against the definitions."""
        key = self.which.currentData()
        return OptionId(key) if key else None

    def show_option(self, option: OptionId | None) -> None:
        """Follow the options there are, and turn to one of them."""
        options = self._workspace.appraisal.options
        wanted = [(named(each), each.id) for each in options]
        listed_ = [
            (self.which.itemText(at), self.which.itemData(at)) for at in range(self.which.count())
        ]
        before = self.chosen
        if wanted != listed_:
            self.which.clear()
            for name, key in wanted:
                self.which.addItem(name, key)
        self.which.setCurrentIndex(max(self.which.findData(option or before), 0))
        self._show()

    @Slot()
    def answer_open(self) -> None:
        """Put the tests that nobody has answered among the trust's own, to be answered."""
        option = self.chosen
        if option is None:
            return
        prefix = COLLECTIONS["definition_answers"].prefix
        made = [
            DefinitionAnswer(
                id=DefinitionAnswerId(new_id(prefix)),
                option=option,
                definition=each.definition,
                test=test.test,
            )
            for each in self._found(option)
            for test in each.unanswered
            if test.given is None
        ]
        edits: list[Edit] = [AddEntity("definition_answers", each) for each in made]
        if edits:
            self._workspace.perform(Several(tuple(edits), "asking what is open"))
        first = self._first_open(option)
        if first is not None:
            self._workspace.go_to(Ref("definition_answers", first), "answer")

    def _first_open(self, option: OptionId) -> DefinitionAnswerId | None:
        open_ = (test.given for each in self._found(option) for test in each.unanswered)
        return next((each for each in open_ if each is not None), None)

    def _found(self, option: OptionId) -> tuple[DefinitionResult, ...]:
        return definition_results(self._workspace.appraisal, self._workspace.catalogue, option)

    @Slot()
    def _show(self) -> None:
        option = self.chosen
        self.setVisible(option is not None)
        found = self._found(option) if option else ()
        if found == self._shown:
            return
        self._shown = found
        self.open_button.setEnabled(any(each.unanswered for each in found))
        empty(self._results)
        for each in found:
            self._show_definition(each)

    def _show_definition(self, result: DefinitionResult) -> None:
        head = words(f"{result.name} ({result.dated})", "heading")
        mark = pill(result.outcome.label, _PILLS[result.outcome])
        line = row(head)
        line.setStretchFactor(head, 1)
        line.addWidget(mark)
        self._results.addLayout(line)
        self._results.addWidget(words(outcome_words(result)))
        for test in result.tests:
            self._results.addWidget(words(self._test_words(test), "note"))

    def _test_words(self, test: TestResult) -> str:
        by = f"{test.by.label}." if test.by is not AnsweredBy.NOBODY else ""
        over = "The form would have answered otherwise." if test.overrules else ""
        sources = sources_sentence(self._workspace.catalogue, test.sources)
        said = " ".join(filter(None, (test.reason, by, over, sources)))
        return f"{_MARKS[test.answer]}: {test.question} {said}".rstrip()


def outcome_words(result: DefinitionResult) -> str:
    """Say whether a definition is met, and which tests stand in the way."""
    if result.outcome is DefinitionOutcome.MET:
        return "Every test is met."
    failing, unanswered = result.failing, result.unanswered
    if failing:
        return f"It fails: {listed([_asked(each) for each in failing])}."
    return f"Not answered yet: {listed([_asked(each) for each in unanswered])}."


def _asked(test: TestResult) -> str:
    return f'"{test.question}"'
