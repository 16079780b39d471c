"""Numbers in the code of a page, as ReportLab writes them, each worked out once.

Columns, sizes and colours are the same few numbers thousands of times.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen import canvas, pathobject, textobject

_number = lru_cache(8192)(fp_str)


def remember_numbers() -> None:
    """Have ReportLab write the numbers of a page this way, in every file from then on."""
    for module in (canvas, pathobject, textobject):
        module.fp_str = numbers  # type: ignore[attr-defined]


def numbers(*several: Any) -> str:
    """Give numbers, or one sequence of them, with spaces between."""
    if len(several) == 1 and isinstance(several[0], (tuple, list)):
        several = tuple(several[0])
    return " ".join(map(_number, several))
