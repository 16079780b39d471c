"""What scrolled parts stand on, exactly as high as they need."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Ground(QWidget):
    """The ground of a scroll area whose parts wrap their words.

    Its layout asks for the height that its parts would need at their narrowest, and the scroll
    area would keep that much room, most of it empty. It is to ask what they need at the width
    there is, which it does by itself once the ground asks for none.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for the width the parts need, and leave the height to that."""
        return QSize(super().minimumSizeHint().width(), 0)
