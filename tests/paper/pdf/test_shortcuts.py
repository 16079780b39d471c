"""What is done faster than ReportLab does it gives the same file, byte for byte."""

import pytest
from reportlab.lib import rl_accel
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas, pathobject, textobject
from reportlab.platypus import Paragraph
from tests.paper.pdf.papers import everywhere

from appraiser.paper.pdf import fonts, words_in_faces
from appraiser.paper.pdf.tags import words
from appraiser.paper.pdf.tags.canvas import TaggedCanvas
from appraiser.paper.pdf.tags.words import TaggedWords
from appraiser.paper.pdf.writer import write_pdf

TEXTS = {
    "plain": "Words that go over more than one line of a cell, again and again. " * 4,
    "of markup": "a < b & c > d <b>not bold</b> &amp; \"q\" 'x'",
    "long": "a-word-that-is-wider-than-any-line-" * 9 + " and more",
    "kept together": "one\N{NO-BREAK SPACE}two three " * 30,
    "in other faces": "Ünïcödé ✓ 中文 שלום עולם £≥",
    "spaced": "  two  spaces \t a tab\nand a new line  ",
    "none": "",
}


@pytest.fixture
def slowly(monkeypatch):
    """Have ReportLab do all of it in its own way."""
    for name in ("stringWidth", "splitString"):
        monkeypatch.setattr(fonts._Face, name, getattr(TTFont, name))
    for module in (canvas, pathobject, textobject):
        monkeypatch.setattr(module, "fp_str", rl_accel.fp_str)
    monkeypatch.setattr(words_in_faces, "_plain", lambda markup, style: None)
    monkeypatch.setattr(words_in_faces, "plain_lines", lambda paragraph, widths: None)
    monkeypatch.setattr(words, "is_plain", lambda drawn: False)
    monkeypatch.setattr(TaggedWords, "wrap", Paragraph.wrap)
    monkeypatch.setattr(TaggedCanvas, "_escape", canvas.Canvas._escape)


def test_the_paper_of_a_sample_is_the_same(paper, pdf, slowly):
    assert write_pdf(paper) == pdf


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_everywhere_is_the_same(text, request):
    content = write_pdf(everywhere(text))
    request.getfixturevalue("slowly")
    assert write_pdf(everywhere(text)) == content
