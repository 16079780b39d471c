"""What the tests of the preview do with the pointer, and what they see on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from appraiser.desktop.preview.paper_view import PaperView
from appraiser.desktop.preview.view import PreviewView

NO_BUTTON, LEFT_BUTTON = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


def drawn(view: PreviewView) -> Callable[[], bool]:
    """Tell whether all that is in view is drawn."""
    return lambda: view.paper.next_errand() is None and view.side.pages.next_errand() is None


def point(paper: PaperView, page: int, across: float, down: float) -> QPoint:
    """Give where a point of a page, in points, is in the view."""
    corner = paper.sheets.rect(page).topLeft() - paper.corner
    return corner + (QPointF(across, down) * paper.sheets.scale).toPoint()


def mouse(
    paper: PaperView, kind: QEvent.Type, at: QPoint, button=NO_BUTTON, held=NO_BUTTON
) -> None:
    place, around = QPointF(at), QPointF(paper.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, place, around, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(paper.viewport(), event)


def hover(paper: PaperView, at: QPoint) -> None:
    mouse(paper, QEvent.Type.MouseMove, at)


def drag(paper: PaperView, *points: QPoint) -> None:
    """Press at the first point, move over the others and let go at the last."""
    mouse(paper, QEvent.Type.MouseButtonPress, points[0], LEFT_BUTTON, LEFT_BUTTON)
    for at in points[1:]:
        mouse(paper, QEvent.Type.MouseMove, at, NO_BUTTON, LEFT_BUTTON)
    mouse(paper, QEvent.Type.MouseButtonRelease, points[-1], LEFT_BUTTON)


def click(paper: PaperView, at: QPoint) -> None:
    drag(paper, at)


def seen_colours(paper: PaperView) -> set[str]:
    """Give the colours that are on the screen where the sheets are."""
    image = paper.viewport().grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }


def colour_at(paper: PaperView, at: QPoint) -> str:
    return paper.viewport().grab().toImage().pixelColor(at).name()
