"""A paper as the bytes of a file, in the form that its name asks for."""

from __future__ import annotations

from appraiser.analysis.cancelling import Asked, Told
from appraiser.domain.problem import Problem
from appraiser.domain.written import counted
from appraiser.paper.blocks import Paper

_MOST_NAMED = 10


def paper_bytes(
    paper: Paper, suffix: str, told: Told | None = None, cancelled: Asked | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Give a paper as the bytes of a `.pdf`, `.docx` or `.html`, and notes on it.

    A note is one plain sentence that the person should be told, such as which characters could
    not be shown. `told` and `cancelled` are heeded by a PDF, which takes the longest. Raises
    `Problem` for another kind of file.
    """
    if suffix == ".pdf":
        from appraiser.paper.pdf.writer import set_pdf

        pdf = set_pdf(paper, told, cancelled)
        return pdf.content, _unshown(pdf.unshown)
    if suffix == ".docx":
        from appraiser.paper.docx.writer import write_docx

        return write_docx(paper), ()
    if suffix == ".html":
        from appraiser.paper.html.writer import write_html

        return write_html(paper).encode("utf-8"), ()
    raise Problem(
        "A board paper is written as .pdf, .docx or .html.",
        safe="Nothing was written.",
        todo="Give the file a name that ends in one of these.",
    )


def _unshown(signs: tuple[str, ...]) -> tuple[str, ...]:
    if not signs:
        return ()
    some = " ".join(signs[:_MOST_NAMED]) + (" …" if len(signs) > _MOST_NAMED else "")
    note = (
        f"No typeface of the paper has a picture of {counted(len(signs), 'character')} used in the "
        f"text ({some}); a square stands in place of each."
    )
    return (note,)
