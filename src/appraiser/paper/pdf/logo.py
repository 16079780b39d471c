"""The trust's logo at the top right of the front sheet."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from appraiser.paper.logo import CLEAR, printed_size
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.tags.structure import Node


class Logo(Flowable):
    """A logo that takes no room of its own: what stands beside it is set narrower."""

    def __init__(self, png: bytes, alt: str) -> None:
        super().__init__()
        self._picture = ImageReader(BytesIO(png))
        self._node = Node("Figure", alt=alt)
        wide, high = printed_size(png)
        self._wide, self._high = wide * mm, high * mm
        self.beside = self._wide + CLEAR * mm
        """Points at the right that nothing else may stand in, as far down as `below`."""
        self.below = self._high + CLEAR * mm

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        """Say that it takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw it from here down, at the right margin."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        canvas.saveState()
        canvas.translate(styles.WIDTH - self._wide, -self._high)
        canvas.begin_figure((self._node,), self._wide, self._high)
        canvas.drawImage(self._picture, 0, 0, self._wide, self._high, mask="auto")
        canvas.end()
        canvas.restoreState()
