"""The floor: an empty main window, and nothing but what Qt needs for it."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from watching import painted, say_and_end


class Window(QMainWindow):
    """An empty window that says when it has been painted."""

    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: say_and_end(painted()))


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
