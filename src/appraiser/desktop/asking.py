"""The one door through which the program asks the person something or tells them something.

Tests answer through a stand-in; nothing else in the program opens a dialog.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from appraiser.domain.problem import Problem
    from appraiser.domain.terms import Scope


class Ask(Protocol):
    """Every question the program puts. None as an answer means the person thought better of it."""

    def new_appraisal(self) -> tuple[str, Scope] | None:
        """Ask which trust, and how much of it."""

    def path_to_save(self, title: str, suggested: Path, kind: str) -> Path | None:
        """Ask where to put a file; `kind` is its ending without the dot."""

    def path_to_open(self) -> Path | None:
        """Ask which file to open."""

    def paths_to_open(self) -> tuple[Path, ...]:
        """Ask which files to open; none where the person thought better of it."""

    def path_to_picture(self, title: str) -> Path | None:
        """Ask which picture to take."""

    def folder(self, title: str) -> Path | None:
        """Ask which folder."""

    def words(self, title: str, question: str, *fields: str) -> tuple[str, ...] | None:
        """Ask for some short texts at once, each needed."""

    def text(self, title: str, question: str, text: str) -> str | None:
        """Ask for a longer text, starting from one that is there."""

    def password(self, title: str, question: str) -> str | None:
        """Ask for a password, typed twice and never shown."""

    def printer(self, pages: int, page: int) -> QPrinter | None:
        """Ask which printer, and which of so many pages; `page` is in view, from 1."""

    def confirm(self, question: str, detail: str, yes: str) -> bool:
        """Ask whether to go on; `yes` is what the button says."""

    def choose(self, question: str, detail: str, answers: tuple[str, ...]) -> int | None:
        """Ask which of several ways to go on."""

    def pick(self, title: str, question: str, things: Sequence[str]) -> int | None:
        """Ask which of a list of things."""

    def tell(self, problem: Problem) -> None:
        """Say what could not be done, what is safe and what to do next."""
