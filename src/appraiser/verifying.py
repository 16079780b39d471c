"""Works a paper's numbers out again from its appraisal and names what differs.

A paper says in its properties which appraisal it was made from and the fingerprint of what that
held. So a file that has changed since is told apart from a paper that has been altered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.problem import Problem

NOT_COVERED = "Not covered yet: only totals, and the support against its cap, are compared."
_MADE_FROM = re.compile(r"appraisal:(\S+) content:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """Which appraisal a paper says it was made from, and the fingerprint of its content.

    `paper.composing` writes it among the keywords of the PDF.
    """

    appraisal: str
    content: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was compared, line by line, and which of it differs."""

    agreed: tuple[str, ...]
    differences: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything found, what differs first."""
        return (*self.differences, *self.agreed, NOT_COVERED)


def verify_paper(paper: Path, appraisal: Appraisal | None) -> Verification:
    """Compare a paper with the appraisal it was made from; without one, say what it says.

    Raises `Problem` for a file that is no board paper of this program.
    """
    keywords, text = _read(paper)
    match = _MADE_FROM.search(keywords)
    if match is None:
        raise Problem(
            "This PDF does not say which appraisal it was made from.",
            todo="Choose a board paper that Appraiser exported.",
            place=str(paper),
        )
    source = MadeFrom(*match.groups())
    if appraisal is None:
        return Verification(
            (
                f"The paper was made from the appraisal {source.appraisal}.",
                "Nothing was compared: name the appraisal too.",
            ),
            (),
        )
    if appraisal.id != source.appraisal:
        words = f"The paper was made from another appraisal, {source.appraisal}."
        return Verification((), (words,))
    return _compared(source, text, appraisal)


def _compared(source: MadeFrom, text: str, appraisal: Appraisal) -> Verification:
    from appraiser.domain.content import content_fingerprint

    agreed, differences = [], []
    if content_fingerprint(appraisal) == source.content:
        agreed.append("The appraisal is as it was when the paper was made.")
        cause = "the paper has been altered"
    else:
        differences.append("The appraisal has changed since the paper was made.")
        cause = "the appraisal has changed or the paper has been altered"
    for wanted, words in _printed(appraisal):
        if re.search(wanted, text):
            agreed.append(f"{words}: as printed.")
        else:
            differences.append(f"{words}: not so in the paper; {cause}.")
    return Verification(tuple(agreed), tuple(differences))


def _printed(appraisal: Appraisal) -> list[tuple[str, str]]:
    """Give what the paper must print, as a pattern over its text, and in words."""
    from appraiser.analysis.assessing import assess
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.domain.written import points, pounds

    results = assess(appraisal, load_catalogue())
    found = []
    for each in results.ranked:
        if each.total is not None:
            name, total = called(appraisal.option(each.option)), points(each.total)
            spaced = r"\s+".join(map(re.escape, name.split()))
            found.append((rf"{spaced}\s+{total}\b", f"{name}, total {total}"))
    support = results.support
    found.append((re.escape(pounds(support.used)), f"Support of {pounds(support.used)}"))
    if support.cap is not None:
        found.append((re.escape(pounds(support.cap)), f"Cap of {pounds(support.cap)}"))
    return found


def _read(paper: Path) -> tuple[str, str]:
    """Read a PDF's keywords and its whole text."""
    import pypdfium2

    try:
        content = paper.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise Problem(f"The paper cannot be read: {reason}.", place=str(paper)) from error
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Problem("This is not a PDF that can be read.", place=str(paper)) from error
    with document:
        pages = [page.get_textpage().get_text_range() for page in document]
        return document.get_metadata_value("Keywords"), "\n".join(pages)
