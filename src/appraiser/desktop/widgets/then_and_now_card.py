"""What would another date say? The gates under the law of another day, and what differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot

from appraiser.analysis.gates import GateReason
from appraiser.analysis.library.then_and_now import GateAtTwoDates, TwoDates, then_and_now
from appraiser.desktop.announcing import announce
from appraiser.desktop.library_words import sources_sentence
from appraiser.desktop.widgets.parts import Card, column, empty, row, words
from appraiser.desktop.widgets.typed_editor import TypedEditor
from appraiser.desktop.widgets.word_table import WordTable
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.fields import specs
from appraiser.domain.ids import OptionId
from appraiser.domain.trust import Question
from appraiser.domain.written import counted, long_date, pounds, short_date

ASKED = "Law as it stood on another day"
_NO_DATE = "Say first, under Trust and scope, on what date the law is taken."


class ThenAndNowCard(Card):
    """A day that is typed and not stored, and the gates that differ from the appraisal's own."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What would another date say?")
        self._workspace = workspace
        note = (
            "Only the law differs: answers and barriers are taken as they stand. Nothing is stored."
        )
        self.add(words(note, "note"))
        spec = replace(specs(Question)["rules_date"], label=ASKED)
        self.editor = TypedEditor(spec)
        self._day: date | None = workspace.now().date()
        self.editor.begin(self._day)
        self.editor.given.connect(self._take)
        label = words(ASKED, "label", wrap=False)
        label.setBuddy(self.editor.control)
        self.add(row(label, self.editor, None))
        self._said = words("")
        self.add(self._said)
        self.table = WordTable("Gates that differ between the two dates")
        self.table.currentCellChanged.connect(self._show_reasons)
        self.add(self.table)
        self._reasons = column(spacing=4)
        self.add(self._reasons)
        self._differing: list[tuple[OptionId, GateAtTwoDates]] = []
        self._dates: TwoDates | None = None

    @property
    def said(self) -> str:
        """What differs, in a sentence."""
        return self._said.text()

    @Slot()
    def refresh(self) -> None:
        """Work the gates out under both dates."""
        appraisal, on = self._workspace.appraisal, self._workspace.appraisal.question.rules_date
        self._dates = None
        if on is not None and self._day is not None and on != self._day:
            self._dates = then_and_now(appraisal, self._workspace.catalogue, on, self._day)
        options = self._dates.options if self._dates else ()
        self._differing = [(each.option, gate) for each in options for gate in each.differing]
        self._say()
        self._show_rows()

    def _say(self) -> None:
        if self._dates is None:
            no_date = self._workspace.appraisal.question.rules_date is None
            self._said.setText(_NO_DATE if no_date else "Type another day.")
            return
        self._said.setText(differs_words(self._dates))

    def _show_rows(self) -> None:
        if self._dates is None:
            self.table.show_rows((), ())
            self._show_reasons()
            return
        first, second = short_date(self._dates.first), short_date(self._dates.second)
        columns = (("Option", 1.0), ("Gate", 0.8), (first, 0.8), (second, 0.8), ("Because", 1.8))
        names = {each.id: named(each) for each in self._workspace.appraisal.options}
        rows = [
            (
                names[option],
                gate.gate.label,
                gate.first.label,
                gate.second.label,
                _because(gate, first, second),
            )
            for option, gate in self._differing
        ]
        self.table.show_rows(columns, rows)
        self._show_reasons()

    @Slot()
    def _show_reasons(self) -> None:
        """Say what the rules of the chosen gate are that hold at one date only."""
        empty(self._reasons)
        at = self.table.currentRow()
        if self._dates is None or not self._differing:
            return
        if not 0 <= at < len(self._differing):
            hint = "Choose a row to see the rules that make the difference."
            self._reasons.addWidget(words(hint, "note"))
            return
        _, gate = self._differing[at]
        self._show_side(self._dates.first, gate.only_first)
        self._show_side(self._dates.second, gate.only_second)

    def _show_side(self, on: date, reasons: tuple[GateReason, ...]) -> None:
        for reason in reasons:
            pending = ", not law yet" if reason.pending else ""
            head = f"Only on {long_date(on)}{pending}: {reason.title}"
            self._reasons.addWidget(words(head, "label"))
            self._reasons.addWidget(words(reason.words))
            sources = sources_sentence(self._workspace.catalogue, reason.sources)
            self._reasons.addWidget(
                words(f"What would unlock it: {reason.unlocks} {sources}", "note")
            )

    @Slot(object)
    def _take(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self.refresh()
        announce(self, self.said)


def differs_words(dates: TwoDates) -> str:
    """Say how much differs between two dates, approvals of spending with it."""
    days = f"{long_date(dates.first)} and {long_date(dates.second)}"
    if not dates.differs:
        return f"The law says the same of every option on {days}."
    gates = sum(len(each.differing) for each in dates.options)
    said = [f"Between {days} {counted(gates, 'gate')} {'differs' if gates == 1 else 'differ'}."]
    for on, approvals in ((dates.first, dates.only_first), (dates.second, dates.only_second)):
        said += [
            f"Only on {long_date(on)}: "
            f"{'approval is needed' if each.binding else 'approval is encouraged'} for consultancy "
            f"above {pounds(each.amount)}. {each.words}"
            for each in approvals
        ]
    return " ".join(said)


def _because(gate: GateAtTwoDates, first: str, second: str) -> str:
    """Name the rules that hold at one date only."""
    sides = ((first, gate.only_first), (second, gate.only_second))
    said = [f"Only on {on}: {'; '.join(map(_title, rules))}." for on, rules in sides if rules]
    return " ".join(said)


def _title(reason: GateReason) -> str:
    return f"{reason.title} (pending)" if reason.pending else reason.title
