"""What comes about is said to a person who listens, and costs nothing where nobody does."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from appraiser.desktop.announcing import announce


@pytest.mark.parametrize("listening", [True, False])
def test_an_announcement_can_be_made_whether_or_not_somebody_listens(app, listening):
    before = QAccessible.isActive()
    QAccessible.setActive(listening)
    try:
        announce(QLabel("FT plus"), "Leading: FT plus, 71")
    finally:
        QAccessible.setActive(before)
