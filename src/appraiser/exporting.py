"""Writes an appraisal in any of the forms it goes out in, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.domain.sources import PaperPart
from appraiser.domain.written import listed

PAPERS = (".pdf", ".docx", ".html")
TABLES = (".xlsx", ".csv")
ENDINGS = (*PAPERS, *TABLES, ".json")

PUBLIC_NOT_COVERED = (
    "The public paper leaves out scorers' names; nothing here is marked private. Read it before "
    "it is published."
)

Notices = tuple[str, ...]


def export_to(appraisal: Appraisal, out: Path, *, public: bool = False) -> Notices:
    """Write an appraisal to `out`; give what the person should be told about it.

    Raises `Problem` for an ending nobody knows and for a place that cannot be written to; the
    file that was there before is then left as it was.
    """
    ending = _ending(out, ENDINGS, "nothing")
    write = _writer(ending)
    if not public:
        return write(appraisal, out)
    from appraiser.exchange.anonymous import without_scorer_names

    _refuse_private(appraisal)
    return (PUBLIC_NOT_COVERED, *write(without_scorer_names(appraisal), out))


def export_expression_of_interest(
    appraisal: Appraisal, out: Path, *, public: bool = False
) -> Notices:
    """Write the expression of interest as a document of its own, and nothing else of an appraisal.

    Made public, it leaves out addresses, emails and telephone numbers. Gives notices and raises
    `Problem` as `export_to` does.
    """
    from appraiser.paper.exporting import export_paper
    from appraiser.paper.expression_of_interest import compose_expression_of_interest, is_here

    _ending(out, PAPERS, "no expression of interest")
    if public:
        _refuse_private(appraisal, is_here)
    paper = compose_expression_of_interest(appraisal, contacts=not public)
    return export_paper(paper, out)


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


def _refuse_private(
    appraisal: Appraisal, concerned: Callable[[str], bool] = lambda _about: True
) -> None:
    """Keep what is marked private out of anything called public, until it can be left out."""
    private = [
        mark.about
        for mark in appraisal.part_marks
        if mark.part is PaperPart.PRIVATE and concerned(mark.about)
    ]
    if private:
        raise Problem(
            f"This appraisal holds what is marked private: {listed(private)}.",
            safe="Nothing was written.",
            todo="Export it as Part 2, or take the marks away. A public paper that leaves private "
            "items out is not covered yet.",
        )


def _writer(ending: str) -> Callable[[Appraisal, Path], Notices]:
    if ending == ".json":
        return _json
    return _paper if ending in PAPERS else _table


def _json(appraisal: Appraisal, out: Path) -> Notices:
    from appraiser.exchange.writing import write_json

    write_json(appraisal, out)
    return ()


def _paper(appraisal: Appraisal, out: Path) -> Notices:
    from appraiser.analysis.assessing import assess
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.paper.composing import compose
    from appraiser.paper.exporting import export_paper

    catalogue = load_catalogue()
    return export_paper(compose(appraisal, assess(appraisal, catalogue), catalogue), out)


def _table(appraisal: Appraisal, out: Path) -> Notices:
    from appraiser.analysis.assessing import assess
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.exchange.comma_separated import write_csv
    from appraiser.exchange.workbook import write_workbook

    found = assess(appraisal, load_catalogue())
    write = write_csv if out.suffix.lower() == ".csv" else write_workbook
    write(appraisal, found, out)
    return ()
