"""The annex on evidence: benefits as lines of the Comprehensive Investment Appraisal model."""

from dataclasses import replace

from tests.analysis.money.costed import benefit, costed, costing
from tests.paper.reading import table_of, words_of

from appraiser.analysis.assessing import assess
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import PartMarkId
from appraiser.domain.sources import PartMark
from appraiser.domain.terms import BenefitKind
from appraiser.domain.withholding.public import public
from appraiser.paper.composing import compose


def rows(paper) -> list[tuple[str, ...]]:
    return [row.cells for row in table_of(paper, "benefit-lines").rows]


def test_leicesters_benefits_stand_by_type_with_their_years_and_what_is_missing(paper):
    table = table_of(paper, "benefit-lines")
    assert [row.cells[0].split("\n")[0] for row in table.rows] == [
        *("CRB1", "NCRB1", "SB1"),
        *("UB1", "UB2"),
    ]
    line = dict(zip(table.header, table.rows[0].cells, strict=True))
    assert line["Line and benefit"].endswith("Less spent on agency staff")
    assert line["Amounts by year"] == "£120,000 in each of years 1 to 4 (2015 to 2018)"
    assert line["Over the years"] == "£480,000"
    assert (line["Owner"], line["Missing"]) == ("Director of finance", "Nothing")
    community = dict(zip(table.header, table.rows[2].cells, strict=True))
    assert community["Amounts by year"] == "No value yet"
    assert community["Over the years"] == ""
    assert community["Missing"] == "A value in a year, its first year and its last year"
    assert table.rows[3].cells[1] == "Not to be valued in money"


def test_the_paper_says_whose_types_they_are_and_what_the_appraisal_does_not_hold(paper):
    said = words_of(paper, "annex-evidence.cia")
    assert "after Carnall Farrar" in said
    assert "holds no probability, risk or optimism bias" in said
    assert "at 2014-15 prices and not discounted" in said


def test_the_years_are_said_as_they_are(composed):
    def said(appraisal: Appraisal) -> str:
        return rows(composed(appraisal))[0][1]

    once = costed(benefit(150, first_year=2, last_year=2))
    assert said(once) == "£1.50 in year 2"
    dated = replace(once, costing=costing(base_year=2026))
    assert said(dated) == "£1.50 in year 2 (2028)"
    assert said(costed(benefit(100))) == "£1 in each of years 0 to 4"
    assert said(costed(benefit(100, first_year=9))) == "Nothing in the years costed"


def test_without_a_price_base_or_a_name_the_lines_say_so(composed):
    nameless = costed(benefit(None, title="", kind=BenefitKind.UNMONETISABLE))
    paper = composed(replace(nameless, costing=replace(costing(), price_base="")))
    assert "at a price base not given" in words_of(paper, "annex-evidence.cia")
    assert rows(paper)[0][0] == "UB1\nA benefit without a name"
    assert rows(paper)[0][3] == "Not yet given"


def test_without_benefits_there_are_no_lines(composed):
    paper = composed(costed())
    assert words_of(paper, "annex-evidence.cia") == ""
    assert words_of(paper, "annex-evidence.benefits") == "No benefit has been named yet."


def test_a_public_paper_does_not_call_missing_what_is_private(leicester, catalogue):
    mark = PartMark(id=PartMarkId("gain"), about="benefits/agency.yearly_value")
    found = public(replace(leicester, part_marks=(mark,)))
    results = assess(found.counted, catalogue)
    paper = compose(leicester, results, catalogue, public=found)
    line = next(row for row in rows(paper) if row[0].endswith("Less spent on agency staff"))
    assert line[1:3] == ("No value yet", "")
    assert line[4] == "Some of it is private, and not in this paper"
