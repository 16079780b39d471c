from pathlib import Path

import pytest
from tests.paper.pdf.test_writer import everywhere

from appraiser.domain.problem import Problem
from appraiser.paper.blocks import Paper
from appraiser.paper.exporting import export_paper


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("paper.pdf", b"%PDF"),
        ("Paper.DOCX", b"PK"),
        ("a paper é.html", b"<!DOCTYPE html>"),
    ],
)
def test_the_files_name_says_what_is_written(
    paper: Paper, tmp_path: Path, name: str, begins: bytes
):
    assert export_paper(paper, tmp_path / name) == ()
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_another_ending_is_refused_and_nothing_is_written(paper: Paper, tmp_path: Path):
    with pytest.raises(Problem, match=r"\.pdf, \.docx or \.html"):
        export_paper(paper, tmp_path / "paper.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_left_alone(paper: Paper, tmp_path: Path):
    (tmp_path / "paper.html").mkdir()
    with pytest.raises(Problem, match="folder"):
        export_paper(paper, tmp_path / "paper.html")


def test_characters_that_could_not_be_shown_are_told_of(tmp_path: Path):
    (note,) = export_paper(everywhere("Ward 🏥"), tmp_path / "paper.pdf")
    assert note == (
        "The paper's typeface has no picture of 1 character used in the text (🏥); "
        "a square stands in place of each."
    )
    assert export_paper(everywhere("Ward 🏥"), tmp_path / "paper.html") == ()


def test_of_many_such_characters_only_some_are_listed(tmp_path: Path):
    signs = "".join(map(chr, range(0x5D0, 0x5E5)))
    (note,) = export_paper(everywhere(signs), tmp_path / "paper.pdf")
    assert "21 characters" in note
    assert "…" in note
