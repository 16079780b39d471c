import pytest
from tests.paper.pdf.test_writer import everywhere

from appraiser.analysis.cancelling import Cancelled
from appraiser.domain.problem import Problem
from appraiser.paper.blocks import Paper
from appraiser.paper.exporting import paper_bytes


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".pdf", b"%PDF"), (".docx", b"PK"), (".html", b"<!DOCTYPE html>")]
)
def test_the_ending_says_what_is_written(paper: Paper, suffix: str, begins: bytes):
    content, notes = paper_bytes(paper, suffix)
    assert content.startswith(begins)
    assert notes == ()


def test_another_ending_is_refused(paper: Paper):
    with pytest.raises(Problem, match=r"\.pdf, \.docx or \.html"):
        paper_bytes(paper, ".odt")


def test_a_pdf_tells_how_far_it_is_and_can_be_broken_off(paper: Paper):
    told: list[float] = []
    paper_bytes(paper, ".pdf", told.append)
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] == 1
    with pytest.raises(Cancelled):
        paper_bytes(paper, ".pdf", told.append, lambda: len(told) > 400)


def test_characters_that_could_not_be_shown_are_told_of():
    _, (note,) = paper_bytes(everywhere("Ward 🏥 中"), ".pdf")
    assert note == (
        "No typeface of the paper has a picture of 1 character used in the text (中); "
        "a square stands in place of each."
    )
    assert paper_bytes(everywhere("Ward 🏥 中"), ".html")[1] == ()
    assert paper_bytes(everywhere("Ward 🏥 שלום"), ".pdf")[1] == ()


def test_of_many_such_characters_only_some_are_listed():
    signs = "".join(map(chr, range(0x4E00, 0x4E15)))
    _, (note,) = paper_bytes(everywhere(signs), ".pdf")
    assert "21 characters" in note
    assert "…" in note
