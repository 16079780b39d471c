"""How tests read the cards that show what the library says."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QTableWidget

from appraiser.domain.ids import OptionId

CIC = OptionId("orthopaedics-cic")
TODAY = date(2026, 11, 26)


def all_words(card) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in card.findChildren(QLabel) if not each.isHidden())


def column(table: QTableWidget, at: int) -> list[str]:
    return [table.item(line, at).text() for line in range(table.rowCount())]
