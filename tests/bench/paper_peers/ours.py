"""Ours, in its usual way."""

from __future__ import annotations

from appraiser.paper.blocks import Paper
from appraiser.paper.pdf.writer import write_pdf


def write(paper: Paper) -> bytes:
    """Give a paper as tagged PDF."""
    return write_pdf(paper)
