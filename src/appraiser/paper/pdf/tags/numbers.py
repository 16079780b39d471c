"""Numbers in the code of a page, as ReportLab writes them, each worked out once.

Columns, sizes and colours are the same few numbers thousands of times.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen import canvas, textobject

_number = lru_cache(8192)(fp_str)


def remember_numbers() -> None:
    """Have ReportLab's canvas and text write numbers this way, of every file from then on."""
    canvas.fp_str = textobject.fp_str = _numbers  # type: ignore[attr-defined]


def _numbers(*numbers: Any) -> str:
    """Give numbers, or one sequence of them, with spaces between."""
    if len(numbers) == 1 and isinstance(numbers[0], (tuple, list)):
        numbers = tuple(numbers[0])
    return " ".join(map(_number, numbers))
