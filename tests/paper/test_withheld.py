"""The public paper says what it leaves out, by what section and why, and how the board goes on."""

from dataclasses import replace
from datetime import date

import pytest
from tests.paper.conftest import ComposePublic
from tests.paper.reading import all_of, table_of, texts_of, words_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine
from appraiser.domain.sources import Exemption, PartMark
from appraiser.domain.terms import TrustStatus
from appraiser.domain.withholding.public import public
from appraiser.paper.blocks import Callout, FrontSheet, Heading, PageBreak, Paper, Paragraph
from appraiser.paper.composing import compose


@pytest.fixture(scope="module")
def part_1(leicester: Appraisal, published: ComposePublic) -> Paper:
    return published(leicester)


def test_it_says_what_kind_was_left_out_by_what_section_and_why(part_1: Paper):
    rows = [row.cells for row in table_of(part_1, "withheld-items").rows]
    assert [row[:2] for row in rows] == [
        ("1 contract and 4 support lines", "Section 43, commercial interests"),
        ("1 interest", "Section 40, personal data"),
    ]
    assert rows[0][2].startswith("The price of one named adviser could harm later purchases.")


def test_it_stands_before_the_body_and_is_announced_on_the_front_sheet(part_1: Paper):
    keys = [each.key for each in all_of(part_1, Heading)]
    assert keys.index("withheld") < keys.index("ask")
    (front,) = all_of(part_1, FrontSheet)
    assert "Part 1, public. The next page says what is kept private, and why." in front.notices
    assert part_1.meta.notice.endswith("Part 1: public")
    breaks = [at for at, each in enumerate(part_1.blocks) if isinstance(each, PageBreak)]
    assert len([at for at in breaks if at < 12]) == 2


def test_it_carries_the_resolution_to_exclude_the_public_by_the_law_of_the_day(
    leicester: Appraisal, part_1: Paper, published: ComposePublic
):
    def asked(paper: Paper) -> str:
        found = [each for each in all_of(paper, Callout) if "Part 2" in each.title]
        return "".join(run.text for each in found for item in each.items for run in item)

    assert "Public Bodies (Admission to Meetings) Act 1960" in asked(part_1)
    trust = replace(leicester.trust, status=TrustStatus.FOUNDATION_TRUST)
    assert "constitution" in asked(published(replace(leicester, trust=trust)))
    early = replace(leicester.paper, meeting_on=date(1997, 1, 1))
    assert "1960" not in asked(published(replace(leicester, paper=early)))
    undated = replace(leicester.paper, meeting_on=None)
    question = replace(leicester.question, decision_by=None, rules_date=None)
    assert asked(published(replace(leicester, paper=undated, question=question))) == ""


def test_each_section_says_what_of_it_is_withheld(part_1: Paper):
    words = "Not in this public paper: 1 contract and 4 support lines, which are private"
    for key in ("support.withheld", "annex-support.withheld"):
        assert words_of(part_1, key).startswith((words, "Amounts line by line"))
    assert words_of(part_1, "annex-panel.withheld") == (
        "Not in this public paper: 1 interest, which is private (section 40, personal data)."
    )


def test_totals_ranks_and_the_verdict_are_those_of_the_private_paper(part_1: Paper, paper: Paper):
    for key in ("totals", "gate-matrix", "costs"):
        assert table_of(part_1, key) == table_of(paper, key)
    for key in ("summary.verdict", "support.total", "summary.interests"):
        assert words_of(part_1, key) == words_of(paper, key)


def test_amounts_that_would_give_a_private_one_away_are_withheld_with_it(part_1: Paper):
    lines = table_of(part_1, "support-lines").rows
    assert {row.cells[3] for row in lines[:-2]} == {"Withheld"}
    assert lines[-2].cells[3] == "£87,400"
    assert {row.cells[2] for row in table_of(part_1, "contracts").rows} == {"Withheld"}


def test_a_private_interest_keeps_its_line_without_its_scorer(part_1: Paper):
    rows = [row.cells for row in table_of(part_1, "interests").rows]
    assert ("Withheld", "Withheld", "Withheld") in rows


def test_what_is_emptied_by_it_is_not_said_to_be_missing(
    leicester: Appraisal, published: ComposePublic
):
    marks = tuple(
        PartMark(id=f"m-{about.replace('_', '-')}", about=about, exemption=Exemption.CONFIDENCE)
        for about in ("barriers", "staff_views", "challenges", "objectives", "measures", "sources")
    )
    paper = published(replace(leicester, part_marks=marks))
    said = " ".join(texts_of(paper))
    assert "has been recorded yet" not in said
    assert "No challenge has been described yet." not in said
    assert "What there is of this is private, and not in this paper." in said
    (front,) = all_of(paper, FrontSheet)
    assert not any("Not complete" in each for each in front.notices)


def test_a_public_paper_of_nothing_private_is_the_paper_without_that_page(
    leicester: Appraisal, published: ComposePublic
):
    paper = published(replace(leicester, part_marks=()))
    assert "withheld" not in [each.key for each in all_of(paper, Heading)]
    (front,) = all_of(paper, FrontSheet)
    assert not any("Part 1" in each for each in front.notices)


def test_the_journal_is_never_in_it(leicester: Appraisal, catalogue: Catalogue, line: JournalLine):
    found = public(leicester)
    results = assess(found.counted, catalogue)
    paper = compose(leicester, results, catalogue, public=found, journal=(line,))
    assert "annex-journal" not in [each.key for each in all_of(paper, Heading)]


def test_every_paragraph_outside_the_body_is_numbered_or_before_it(part_1: Paper):
    unnumbered = [each.key for each in all_of(part_1, Paragraph) if not each.number]
    assert unnumbered == ["withheld.what"]
