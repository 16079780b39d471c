"""What holds for every figure: all of it lies inside its frame, and no words run into others."""

from itertools import combinations
from typing import NamedTuple

from appraiser.figures.font_metrics import source_sans
from appraiser.figures.geometry import Anchor, Figure, Line, Rect, Text

NEAR = 1e-6


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > NEAR and down > NEAR


def box_of(text: Text) -> Box:
    """The box that the letters of a text fill, from the top of capitals to below descenders."""
    width = source_sans(text.words, text.size, bold=text.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    left = text.x - shift * width
    return Box(left, text.y - 0.7 * text.size, left + width, text.y + 0.25 * text.size)


def texts(figure: Figure) -> list[Text]:
    return [mark for mark in figure.marks if isinstance(mark, Text)]


def rects(figure: Figure) -> list[Rect]:
    return [mark for mark in figure.marks if isinstance(mark, Rect)]


def words_of(figure: Figure) -> str:
    return " ".join(text.words for text in texts(figure))


def assert_sound(figure: Figure) -> None:
    """Nothing sticks out of the frame, no text overlaps another, alt and table are there."""
    frame = Box(0, 0, figure.width, figure.height)
    for mark in figure.marks:
        match mark:
            case Rect():
                assert mark.width >= 0
                assert mark.height > 0
                box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
            case Line():
                box = Box(mark.x1, mark.y1, mark.x2, mark.y2)
            case _:
                box = box_of(mark)
        assert frame.left - NEAR <= box.left, mark
        assert frame.top - NEAR <= box.top, mark
        assert box.right <= frame.right + NEAR, mark
        assert box.bottom <= frame.bottom + NEAR, mark
    boxes = [(text.words, box_of(text)) for text in texts(figure)]
    for (one, here), (other, there) in combinations(boxes, 2):
        assert not here.overlaps(there), (one, other)
    assert figure.title
    assert figure.alt
    assert all(len(row) == len(figure.table.header) for row in figure.table.rows)
