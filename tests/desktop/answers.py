"""Stands in for the person: answers from a queue, and remembers what was asked and told."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from appraiser.domain.problem import Problem
from appraiser.domain.terms import Scope

NOT_NOW = None
"""The person thinks better of it."""


@dataclass
class Answers:
    """An `Ask` that never waits. A question nobody has prepared an answer for fails the test."""

    asked: list[tuple[str, ...]] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)
    _queue: deque[object] = field(default_factory=deque)

    def will(self, *answers: object) -> None:
        """Answer the next questions so, in this order."""
        self._queue.extend(answers)

    @property
    def last_asked(self) -> tuple[str, ...]:
        """The kind of the last question, and its words."""
        return self.asked[-1]

    @property
    def last_told(self) -> Problem:
        """What the person was told last."""
        return self.told[-1]

    def new_appraisal(self) -> tuple[str, Scope] | None:
        return self._answer("new_appraisal")

    def path_to_save(self, title: str, suggested: Path, kind: str) -> Path | None:
        return self._answer("path_to_save", title, str(suggested), kind)

    def path_to_open(self) -> Path | None:
        return self._answer("path_to_open")

    def paths_to_open(self) -> tuple[Path, ...]:
        return self._answer("paths_to_open")

    def path_to_picture(self, title: str) -> Path | None:
        return self._answer("path_to_picture", title)

    def folder(self, title: str) -> Path | None:
        return self._answer("folder", title)

    def words(self, title: str, question: str, *fields: str) -> tuple[str, ...] | None:
        return self._answer("words", title, question, *fields)

    def text(self, title: str, question: str, text: str) -> str | None:
        return self._answer("text", title, question, text)

    def password(self, title: str, question: str) -> str | None:
        return self._answer("password", title, question)

    def printer(self, pages: int, page: int) -> QPrinter | None:
        return self._answer("printer", str(pages), str(page))

    def confirm(self, question: str, detail: str, yes: str) -> bool:
        return bool(self._answer("confirm", question, detail, yes))

    def choose(self, question: str, detail: str, answers: tuple[str, ...]) -> int | None:
        wanted = self._answer("choose", question, detail, *answers)
        return answers.index(wanted) if isinstance(wanted, str) else wanted

    def pick(self, title: str, question: str, things: Sequence[str]) -> int | None:
        wanted = self._answer("pick", title, question, *things)
        return list(things).index(wanted) if isinstance(wanted, str) else wanted

    def tell(self, problem: Problem) -> None:
        self.told.append(problem)

    def _answer(self, *question: str):
        self.asked.append(question)
        assert self._queue, f"nobody expected to be asked: {question}"
        return self._queue.popleft()
