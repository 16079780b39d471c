"""A paper written to a file, in the form that the file's name asks for."""

from __future__ import annotations

from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.domain.written import counted
from appraiser.paper.blocks import Paper
from appraiser.replacing import replacing

SUFFIXES = (".pdf", ".docx", ".html")
_MOST_NAMED = 10


def export_paper(paper: Paper, path: Path) -> tuple[str, ...]:
    """Write a paper to a file: `.pdf`, `.docx` or `.html`.

    The file is replaced whole or not at all. Gives notes that the person should be told, one
    plain sentence each, such as characters that could not be shown. Raises `Problem` for another
    kind of file, and when the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Problem(
            "A board paper is written as .pdf, .docx or .html.",
            safe="Nothing was written.",
            todo="Give the file a name that ends in one of these.",
            place=str(path),
        )
    content, notes = _written(paper, suffix)
    with replacing(path) as stream:
        stream.write(content)
    return notes


def _written(paper: Paper, suffix: str) -> tuple[bytes, tuple[str, ...]]:
    if suffix == ".pdf":
        from appraiser.paper.pdf.writer import set_pdf

        pdf = set_pdf(paper)
        return pdf.content, _unshown(pdf.unshown)
    if suffix == ".docx":
        from appraiser.paper.docx.writer import write_docx

        return write_docx(paper), ()
    from appraiser.paper.html.writer import write_html

    return write_html(paper).encode("utf-8"), ()


def _unshown(signs: tuple[str, ...]) -> tuple[str, ...]:
    if not signs:
        return ()
    some = " ".join(signs[:_MOST_NAMED]) + (" …" if len(signs) > _MOST_NAMED else "")
    note = (
        f"The paper's typeface has no picture of {counted(len(signs), 'character')} used in the "
        f"text ({some}); a square stands in place of each."
    )
    return (note,)
