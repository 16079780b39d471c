"""ReText, a text editor much used and well kept, as a person starts it, up to its first paint."""

import sys

import ReText.window
from PyQt6.QtCore import QTimer
from watching import painted, say_and_end


class Window(ReText.window.ReTextWindow):
    """Its window, which says when it has been painted."""

    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: say_and_end(painted()))


ReText.window.ReTextWindow = Window
from ReText.__main__ import main  # noqa: E402

sys.argv = ["retext"]
main()
