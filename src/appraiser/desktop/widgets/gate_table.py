"""The gates of every option on the shortlist, side by side, with the reason of the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from appraiser.analysis.gates import GateReason, GateResult, who_could
from appraiser.desktop.library_words import sources_sentence
from appraiser.desktop.widgets.parts import Card, column, empty, tip, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.terms import Gate, GateOutcome

_MARKS = {
    GateOutcome.PASSES: "✓ Passes",
    GateOutcome.WARNS: "! Warning",
    GateOutcome.UNKNOWN: "○ Not answered",
    GateOutcome.BARS: "✗ Bars",
}
ROW_HEIGHT = 40
HEAD_HEIGHT = 48
NAMES_WIDTH = 210
NAMES = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
)
HEADING = Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))


class GateCard(Card):
    """Options down, gates across; what decides the chosen cell is said under the table."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Gates")
        self._workspace = workspace
        self.table = QTableWidget(0, len(Gate))
        self.table.setAccessibleName("Gates of each option")
        self.table.setHorizontalHeaderLabels([gate.label for gate in Gate])
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(HEADING)
        head.setFixedHeight(HEAD_HEIGHT)
        self.table.verticalHeader().setFixedWidth(NAMES_WIDTH)
        self.table.verticalHeader().setDefaultAlignment(NAMES)
        self.table.setProperty("grid", True)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.currentCellChanged.connect(self._show_reasons)
        self.add(self.table)
        self._reasons = column(spacing=4)
        self.add(self._reasons)
        workspace.tokens_changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the gates as they have been worked out."""
        results = self._workspace.results
        options = results.options if results else ()
        self.setVisible(bool(options))
        known = {option.id: named(option) for option in self._workspace.appraisal.options}
        self.table.setRowCount(len(options))
        self.table.setVerticalHeaderLabels([known.get(each.option, "") for each in options])
        for line, each in enumerate(options):
            for across, gate in enumerate(each.gates):
                item = QTableWidgetItem(_MARKS[gate.outcome])
                ink, ground = self._colours(gate.outcome)
                item.setForeground(ink)
                item.setBackground(ground)
                item.setToolTip(tip("\n".join(reason.words for reason in gate.deciding)))
                self.table.setItem(line, across, item)
        height = self.table.horizontalHeader().height() + ROW_HEIGHT * min(len(options), 12) + 4
        self.table.setFixedHeight(height)
        self._show_reasons()

    def _colours(self, outcome: GateOutcome) -> tuple[QColor, QColor]:
        """Give the ink and the ground of an outcome; its mark and word say the same."""
        t = self._workspace.tokens
        pairs = {
            GateOutcome.PASSES: (t.ink, t.card),
            GateOutcome.WARNS: (t.watch, t.watch_tint),
            GateOutcome.UNKNOWN: (t.muted, t.card),
            GateOutcome.BARS: (t.bad, t.bad_tint),
        }
        ink, ground = pairs[outcome]
        return QColor(ink), QColor(ground)

    @Slot()
    def _show_reasons(self) -> None:
        empty(self._reasons)
        chosen = self._chosen()
        if chosen is None:
            hint = "Choose a cell to see what decides it and what would unlock it."
            self._reasons.addWidget(words(hint, "note"))
            return
        name = named(self._workspace.appraisal.option(chosen.option))
        head = f"{name}: {chosen.gate.inline}"
        self._reasons.addWidget(words(head, "heading"))
        if not chosen.reasons:
            self._reasons.addWidget(words("Nothing stands in the way."))
        for reason in chosen.reasons:
            pending = ", not law yet" if reason.pending else ""
            label = words(f"{_MARKS[reason.says]}{pending}: {reason.words}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._reasons.addWidget(label)
            if under := self._under(reason):
                self._reasons.addWidget(words(under, "note"))

    def _under(self, reason: GateReason) -> str:
        """Say what would unlock it, who could, and what a rule rests on."""
        unlocks = f"What would unlock it: {reason.unlocks}" if reason.unlocks else ""
        who = who_could(reason.resolvers)
        sources = sources_sentence(self._workspace.catalogue, reason.sources)
        return " ".join(filter(None, (unlocks, who, sources)))

    def _chosen(self) -> GateResult | None:
        results = self._workspace.results
        line, across = self.table.currentRow(), self.table.currentColumn()
        if results is None or not 0 <= line < len(results.options) or across < 0:
            return None
        found = results.options[line]
        known = {option.id for option in self._workspace.appraisal.options}
        return found.gates[across] if found.option in known else None
