"""The annex on the journal: how many changes on each day, every seal, and all of it if asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.paper.reading import all_of, table_of, words_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import How, JournalLine
from appraiser.domain.terms import Part
from appraiser.paper.blocks import Heading, Paper, Table
from appraiser.paper.composing import compose

DAY = timedelta(days=1)


def journal(line: JournalLine) -> tuple[JournalLine, ...]:
    """Three changes on one day by two people, and a seal on the next that was undone."""
    sealed = '{"edit":"seal","seal":{}}'
    return (
        line,
        replace(line, number=2, touched=Part.COSTS),
        replace(line, number=3, who="", touched=Part(0), words="opened"),
        replace(line, number=4, at=line.at + DAY, edit=sealed, words="sealing the weights"),
        replace(line, number=5, at=line.at + DAY, how=How.UNDID, words="name of trust"),
    )


def paper_of(
    leicester: Appraisal, catalogue: Catalogue, line: JournalLine, *, whole: bool = False
) -> Paper:
    results = assess(leicester, catalogue)
    lines = journal(line)
    return compose(leicester, results, catalogue, journal=lines, whole_journal=whole)


def test_changes_are_counted_by_day_and_person_and_seals_given_one_by_one(
    leicester: Appraisal, catalogue: Catalogue, line: JournalLine
):
    paper = paper_of(leicester, catalogue, line)
    assert words_of(paper, "annex-journal.what").startswith("The appraisal's file keeps 5 changes")
    assert [row.cells for row in table_of(paper, "journal-days").rows] == [
        ("12 Dec 2014", "Secretary", "2", "To trust and costs"),
        ("12 Dec 2014", "Not named", "1", "To nothing but the file itself"),
        ("13 Dec 2014", "Secretary", "2", "To trust"),
    ]
    (seal,) = table_of(paper, "journal-seals").rows
    assert seal.cells == ("4", "13 Dec 2014 14:02", "Secretary", "sealing the weights")
    assert dict(paper.meta.made_with)["journal"] == "by day"


def test_the_whole_journal_is_printed_where_it_is_asked_for(
    leicester: Appraisal, catalogue: Catalogue, line: JournalLine
):
    paper = paper_of(leicester, catalogue, line, whole=True)
    rows = table_of(paper, "journal").rows
    assert [row.cells[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[4].cells[3] == "Undid: name of trust"
    assert "journal-seals" not in [each.key for each in all_of(paper, Table)]
    assert dict(paper.meta.made_with)["journal"] == "whole"


def test_without_a_seal_there_is_no_table_of_seals_and_without_a_journal_no_annex(
    leicester: Appraisal, catalogue: Catalogue, line: JournalLine, paper: Paper
):
    results = assess(leicester, catalogue)
    quiet = compose(leicester, results, catalogue, journal=(line,))
    assert "journal-seals" not in [each.key for each in all_of(quiet, Table)]
    assert "annex-journal" not in [each.key for each in all_of(paper, Heading)]


def test_moments_are_as_the_clock_on_the_wall_showed_them(line: JournalLine):
    assert line.at == datetime(2014, 12, 12, 14, 2, tzinfo=UTC)
