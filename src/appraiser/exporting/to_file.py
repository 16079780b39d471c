"""Writes an appraisal in any of the forms it goes out in, by the ending of the file's name."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exporting.editions import Edition, compose_edition, public_edition
from appraiser.exporting.wanted import PRIVATE, Wanted
from appraiser.paper.blocks import Paper
from appraiser.replacing import replacing

PAPERS = (".pdf", ".docx", ".html")
TABLES = (".xlsx", ".csv")
ENDINGS = (*PAPERS, *TABLES, ".json")

NO_ARCHIVE = "A paper with a password cannot be PDF/A; for the archive, export it without one."

Notices = tuple[str, ...]
Write = Callable[[Edition, Path, Wanted], Notices]


def export_to(appraisal: Appraisal, out: Path, wanted: Wanted = PRIVATE) -> Notices:
    """Write an appraisal to `out`; give what the person should be told about it.

    Raises `Problem` for an ending nobody knows, for a place that cannot be written to, and for a
    public file that would show what is private; the file that was there before is then left as
    it was.
    """
    ending = _ending(out, ENDINGS, "nothing")
    return _given_out(appraisal, out, wanted, _writer(ending))


def export_expression_of_interest(
    appraisal: Appraisal, out: Path, wanted: Wanted = PRIVATE
) -> Notices:
    """Write the expression of interest as a document of its own, and nothing else of an appraisal.

    Made public, it leaves out what is marked private, addresses, emails and telephone numbers.
    Gives notices and raises `Problem` as `export_to` does.
    """
    _ending(out, PAPERS, "no expression of interest")
    return _given_out(appraisal, out, wanted, _expression_of_interest)


def _ending(out: Path, known: tuple[str, ...], nothing: str) -> str:
    """Give the ending of a file's name, or raise `Problem` where nothing is written in it."""
    ending = out.suffix.lower()
    if ending not in known:
        raise Problem(
            f'"{out.name}" has an ending that {nothing} is written in.',
            safe="Nothing was written.",
            todo=f"Use one of {', '.join(each.lstrip('.') for each in known)}.",
        )
    return ending


def _given_out(appraisal: Appraisal, out: Path, wanted: Wanted, write: Write) -> Notices:
    if wanted.password and out.suffix.lower() != ".pdf":
        raise Problem(
            "Only a PDF can have a password.",
            safe="Nothing was written.",
            todo="Leave the password out, or choose pdf.",
        )
    if not wanted.public:
        return write(Edition(appraisal, None), out, wanted)
    from appraiser.exporting.leak_check import refuse_leaks

    edition = public_edition(appraisal)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"public{out.suffix.lower()}"
        notices = write(edition, made, replace(wanted, password=""))
        content = made.read_bytes()
    refuse_leaks(edition, content, made.suffix)
    with replacing(out) as stream:
        stream.write(_locked(content, wanted.password) if wanted.password else content)
    return (_left_out(edition), *notices, *([NO_ARCHIVE] if wanted.password else []))


def _left_out(edition: Edition) -> str:
    withheld = edition.public.withheld if edition.public else ()
    if not withheld:
        return "Nothing is marked private; the public file leaves out scorers' names alone."
    from appraiser.paper.withheld import kinds

    return f"The public file leaves out {kinds(list(withheld))}."


def _writer(ending: str) -> Write:
    if ending == ".json":
        return _json
    return _paper if ending in PAPERS else _table


def _json(edition: Edition, out: Path, _wanted: Wanted) -> Notices:
    from appraiser.exchange.writing import write_json

    write_json(edition.printed, out)
    return ()


def _paper(edition: Edition, out: Path, wanted: Wanted) -> Notices:
    from appraiser.catalogue.loading import load_catalogue

    return _document(compose_edition(edition, wanted, load_catalogue()), out, wanted)


def _table(edition: Edition, out: Path, wanted: Wanted) -> Notices:
    from appraiser.analysis.assessing import assess
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.exchange.comma_separated import write_csv
    from appraiser.exchange.workbook import write_workbook

    found = assess(edition.printed, load_catalogue(), cancelled=wanted.cancelled)
    write = write_csv if out.suffix.lower() == ".csv" else write_workbook
    write(edition.printed, found, out)
    hidden = edition.public is not None and edition.public.withheld
    return ("Sums in the public spreadsheet are without what is left out.",) if hidden else ()


def _expression_of_interest(edition: Edition, out: Path, wanted: Wanted) -> Notices:
    from appraiser.paper.expression_of_interest import compose_expression_of_interest

    contacts = edition.public is None
    paper = compose_expression_of_interest(edition.printed, contacts=contacts)
    return _document(paper, out, wanted)


def _document(paper: Paper, out: Path, wanted: Wanted) -> Notices:
    from appraiser.paper.exporting import paper_bytes

    content, notices = paper_bytes(paper, out.suffix.lower(), wanted.told, wanted.cancelled)
    if wanted.password:
        content, notices = _locked(content, wanted.password), (*notices, NO_ARCHIVE)
    with replacing(out) as stream:
        stream.write(content)
    return notices


def _locked(content: bytes, password: str) -> bytes:
    from appraiser.paper.locking import locked

    return locked(content, password)
