"""A paper that was altered, an appraisal that has changed and another version are told apart."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.altering import with_digit_altered

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.exchange.reading import read_appraisal
from appraiser.exporting.to_file import export_to
from appraiser.exporting.wanted import Wanted
from appraiser.resources import sample
from appraiser.verifying import verify_paper


@pytest.fixture(scope="module")
def fenmarsh() -> Appraisal:
    return read_appraisal(sample("fenmarsh"))


@pytest.fixture(scope="module")
def paper(fenmarsh: Appraisal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("paper") / "paper.pdf"
    export_to(fenmarsh, out)
    return out


@pytest.fixture
def forged(paper: Path, tmp_path: Path) -> tuple[Path, int]:
    """The paper with its first 72, a total, made a 77; and the page it stands on."""
    content, page = with_digit_altered(paper.read_bytes(), "72", "77")
    out = tmp_path / "forged.pdf"
    out.write_bytes(content)
    return out, page


def changed(appraisal: Appraisal) -> Appraisal:
    """The same appraisal after the room agreed on another score."""
    cells = dict(appraisal.sheets[CONSENSUS].cells)
    cell = next(iter(cells))
    cells[cell] = replace(cells[cell], value=3.0, performance=None)
    return replace(appraisal, sheets={**appraisal.sheets, CONSENSUS: ScoreSheet(cells)})


def test_a_paper_as_it_was_written_agrees_with_itself_and_its_appraisal(
    paper: Path, fenmarsh: Appraisal
):
    found = verify_paper(paper, fenmarsh)
    assert found.differences == ()
    assert found.agreed[1] == "The appraisal is as it was when the paper was made."
    assert "numbers were worked out again and are as written" in found.agreed[2]


def test_one_altered_digit_is_named_with_its_page(forged: tuple[Path, int], fenmarsh: Appraisal):
    path, page = forged
    found = verify_paper(path, fenmarsh)
    assert found.differences == (
        f"The paper has been altered: page {page}.",
        "ranking/drawn: written as 72, and the page says 77.",
    )
    assert "The appraisal is as it was when the paper was made." in found.agreed


def test_an_altered_digit_shows_without_the_appraisal_too(forged: tuple[Path, int]):
    path, page = forged
    assert verify_paper(path, None).differences[0] == f"The paper has been altered: page {page}."


def test_a_changed_appraisal_is_no_altered_paper(paper: Path, fenmarsh: Appraisal):
    found = verify_paper(paper, changed(fenmarsh))
    assert found.differences[0] == "The appraisal has changed since the paper was made."
    assert any("the appraisal now says" in each for each in found.differences)
    assert not any("altered" in each for each in found.differences)
    (agreed,) = found.agreed
    assert agreed.endswith("pages are as they were written.")


def test_an_altered_paper_of_a_changed_appraisal_is_both(
    forged: tuple[Path, int], fenmarsh: Appraisal
):
    said = verify_paper(forged[0], changed(fenmarsh)).differences
    assert any("The paper has been altered" in each for each in said)
    assert "The appraisal has changed since the paper was made." in said


def test_a_page_that_was_taken_out_is_told(paper: Path, tmp_path: Path):
    shorter = tmp_path / "shorter.pdf"
    with pikepdf.open(paper) as pdf:
        count = len(pdf.pages)
        del pdf.pages[count - 1]
        pdf.save(shorter)
    (first, *_) = verify_paper(shorter, None).differences
    assert first == f"The paper has been altered: it had {count} pages and now has {count - 1}."


def test_another_appraisal_is_told_from_a_changed_one(paper: Path):
    found = verify_paper(paper, Appraisal(id="another"))
    assert found.differences == ("The paper was made from another appraisal, sample-fenmarsh.",)


def test_other_data_or_another_version_is_named(
    paper: Path, fenmarsh: Appraisal, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("appraiser.paper.composing.VERSION", "9.9")
    said = verify_paper(paper, fenmarsh).differences
    assert said == ("It was made with other data or another version: program was 0.1.0, now 9.9.",)


def test_the_public_paper_is_worked_out_again_as_the_public_may_read_it(
    fenmarsh: Appraisal, tmp_path: Path
):
    out = tmp_path / "public.pdf"
    export_to(fenmarsh, out, Wanted(public=True))
    assert verify_paper(out, fenmarsh).differences == ()


def test_a_locked_paper_is_verified_with_its_password(fenmarsh: Appraisal, tmp_path: Path):
    out = tmp_path / "locked.pdf"
    notices = export_to(fenmarsh, out, Wanted(password="open sesame"))
    assert "cannot be PDF/A" in notices[-1]
    with pytest.raises(Problem, match="password does not open"):
        verify_paper(out, fenmarsh)
    assert verify_paper(out, fenmarsh, password="open sesame").differences == ()
    with pikepdf.open(out, password="open sesame") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 not really", b"hello"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    with pytest.raises(Problem, match="not a PDF that can be read"):
        verify_paper(path, None)
    with pytest.raises(Problem, match="cannot be read"):
        verify_paper(tmp_path / "gone.pdf", None)


@pytest.mark.parametrize("manifest", [None, b"{}", b"[", b'{"made_from": "appraisal:x"}'])
def test_a_pdf_that_says_nothing_of_itself_is_refused(
    paper: Path, tmp_path: Path, manifest: bytes | None
):
    other = tmp_path / "other.pdf"
    with pikepdf.open(BytesIO(paper.read_bytes())) as pdf:
        if manifest is None:
            del pdf.Root.PieceInfo
        else:
            pdf.Root.PieceInfo.Appraiser.Private = pdf.make_stream(manifest)
        pdf.save(other)
    with pytest.raises(Problem, match="not a board paper that Appraiser exported"):
        verify_paper(other, None)
