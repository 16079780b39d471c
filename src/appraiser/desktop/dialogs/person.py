"""Asks the person, with dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from appraiser.desktop.dialogs.new_appraisal import NewAppraisalDialog
from appraiser.desktop.dialogs.password import PasswordDialog
from appraiser.desktop.dialogs.picking import PickDialog
from appraiser.desktop.dialogs.text import TextDialog
from appraiser.desktop.dialogs.words import WordsDialog
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Scope

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_OPENABLE = "Appraisals (*.appraisal *.json);;All files (*)"


class Person:
    """The `Ask` of the program itself: every question is a dialog over the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def new_appraisal(self) -> tuple[str, Scope] | None:
        """Ask which trust, and how much of it."""
        dialog = NewAppraisalDialog(self._window)
        return (dialog.trust, dialog.scope) if _agreed(dialog) else None

    def path_to_save(self, title: str, suggested: Path, kind: str) -> Path | None:
        """Ask where to put a file, with the ending added where it was left off."""
        shapes = f"{kind.upper()} (*.{kind})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), shapes)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(f".{kind}")

    def path_to_open(self) -> Path | None:
        """Ask which file to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open an appraisal", "", _OPENABLE)
        return Path(chosen) if chosen else None

    def paths_to_open(self) -> tuple[Path, ...]:
        """Ask which files to open."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, "Add appraisals", "", _OPENABLE)
        return tuple(map(Path, chosen))

    def path_to_picture(self, title: str) -> Path | None:
        """Ask which picture to take, of any kind that can be read."""
        kinds = (bytes(each.data()).decode() for each in QImageReader.supportedImageFormats())
        shapes = f"Pictures ({' '.join(f'*.{each}' for each in kinds)});;All files (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", shapes)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        """Ask which folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        return Path(chosen) if chosen else None

    def words(self, title: str, question: str, *fields: str) -> tuple[str, ...] | None:
        """Ask for some short texts at once, each needed."""
        dialog = WordsDialog(self._window, title, question, fields)
        return dialog.words if _agreed(dialog) else None

    def text(self, title: str, question: str, text: str) -> str | None:
        """Ask for a longer text."""
        dialog = TextDialog(self._window, title, question, text)
        return dialog.text if _agreed(dialog) else None

    def password(self, title: str, question: str) -> str | None:
        """Ask for a password."""
        dialog = PasswordDialog(self._window, title, question)
        return dialog.password if _agreed(dialog) else None

    def printer(self, pages: int, page: int) -> QPrinter | None:
        """Ask which printer and which pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setWindowTitle(f"Print the paper (page {page} in view)")
        return printer if _agreed(dialog) else None

    def confirm(self, question: str, detail: str, yes: str) -> bool:
        """Ask whether to go on."""
        return self.choose(question, detail, (yes,)) == 0

    def choose(self, question: str, detail: str, answers: tuple[str, ...]) -> int | None:
        """Ask which of several ways to go on."""
        box = self._box(QMessageBox.Icon.Question, question, detail)
        buttons: list[QPushButton] = [
            box.addButton(words, QMessageBox.ButtonRole.AcceptRole) for words in answers
        ]
        box.setEscapeButton(box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(buttons[0])
        _agreed(box)
        pressed = box.clickedButton()
        return next((at for at, each in enumerate(buttons) if each is pressed), None)

    def pick(self, title: str, question: str, things: Sequence[str]) -> int | None:
        """Ask which of a list of things."""
        dialog = PickDialog(self._window, title, question, things)
        return dialog.picked if _agreed(dialog) else None

    def tell(self, problem: Problem) -> None:
        """Say what could not be done, what is safe and what to do next."""
        head = f"{problem.place}: {problem.what}" if problem.place else problem.what
        detail = " ".join(part for part in (problem.safe, problem.todo) if part)
        box = self._box(QMessageBox.Icon.Information, head, detail)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        _agreed(box)

    def _box(self, icon: QMessageBox.Icon, head: str, detail: str) -> QMessageBox:
        """Make a box of plain words: the name of a file or a trust is never read as markup."""
        box = QMessageBox(icon, "Appraiser", head, parent=self._window)
        box.setInformativeText(detail)
        for label in box.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        return box


def _agreed(dialog: QDialog) -> bool:
    """Wait for an answer; the dialog goes once it has been read."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
