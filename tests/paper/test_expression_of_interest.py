"""The expression of interest as a document of its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.paper.reading import all_of, pages_of, texts_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import EoiAnswer, ExpressionOfInterest
from appraiser.domain.ids import CitationId, EoiAnswerId, PartMarkId, SourceId
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Citation, PartMark, Source, Standing
from appraiser.domain.trust import Programme, Question, Trust
from appraiser.exchange.reading import read_appraisal
from appraiser.exporting.to_file import export_expression_of_interest
from appraiser.exporting.wanted import Wanted
from appraiser.paper.blocks import FrontSheet, Heading, Paper
from appraiser.paper.expression_of_interest import compose_expression_of_interest
from appraiser.paper.html.writer import write_html
from appraiser.paper.pdf.writer import write_pdf
from appraiser.resources import sample

HEAD = ExpressionOfInterest(
    sponsor_name="A. Sponsor",
    sponsor_title="Chair",
    sponsor_email="chair@example.org",
    lead_name="A. Lead",
    lead_address="1 High Street\nTown",
    lead_phone="01234",
)


def answered(*words: int, limit: int | None = 5, **changes) -> Appraisal:
    """An appraisal whose questions are answered in so many words each."""
    answers = tuple(
        EoiAnswer(
            id=EoiAnswerId(f"q{at}"),
            question=f"Question {at}?",
            word_limit=limit,
            answer=" ".join(["word"] * count),
        )
        for at, count in enumerate(words, start=1)
    )
    made = Appraisal(
        id="made",
        trust=Trust(name="A Trust"),
        expression_of_interest=HEAD,
        eoi_answers=answers,
        programme=Programme(name="Mutuals", closes=date(2014, 9, 4)),
    )
    return replace(made, **changes)


def fields(paper: Paper) -> dict[str, str]:
    (front,) = all_of(paper, FrontSheet)
    return {each.label: each.text for each in front.fields}


def notices(appraisal: Appraisal) -> tuple[str, ...]:
    (front,) = all_of(compose_expression_of_interest(appraisal), FrontSheet)
    return front.notices


def test_it_says_who_stands_behind_it_and_for_which_programme():
    paper = compose_expression_of_interest(answered(3))

    assert fields(paper) == {
        "Programme": "Mutuals",
        "Funder": "Not yet given",
        "Closing date": "4 September 2014",
        "Senior sponsor": "A. Sponsor\nChair\nchair@example.org",
        "Project lead": "A. Lead\n1 High Street Town\n01234",
    }
    assert (paper.title, paper.meta.author) == ("Expression of interest", "A. Lead")
    assert paper.meta.dated == date(2014, 9, 4)


def test_without_contacts_nobody_can_be_reached_by_it():
    paper = compose_expression_of_interest(answered(3), contacts=False)

    assert fields(paper)["Senior sponsor"] == "A. Sponsor\nChair"
    assert fields(paper)["Project lead"] == "A. Lead"


def test_each_question_is_followed_by_its_answer_and_its_count():
    paper = compose_expression_of_interest(answered(3, 5))

    assert [each.text for each in all_of(paper, Heading)] == ["Question 1?", "Question 2?"]
    assert words_of(paper, "eoi.1.answer-1") == "word word word"
    assert words_of(paper, "eoi.1.count") == "3 words of 5."
    assert words_of(paper, "eoi.2.count") == "5 words of 5."


def test_an_answer_over_its_limit_stands_whole_and_is_said_to_be_over():
    appraisal = answered(17)
    paper = compose_expression_of_interest(appraisal)

    assert words_of(paper, "eoi.1.answer-1") == appraisal.eoi_answers[0].answer
    assert words_of(paper, "eoi.1.count") == (
        "17 words: 12 over the limit of 5. The answer stands whole."
    )
    assert notices(appraisal) == ("Over the limit. 1 answer with more words than the form allows.",)


def test_a_question_may_have_no_limit_no_words_or_too_many_for_a_heading():
    asked = " ".join(["why"] * 90) + "?"
    unlimited = EoiAnswer(id=EoiAnswerId("a"), question=asked, answer="One\n\ntwo")
    paper = compose_expression_of_interest(
        answered(eoi_answers=(unlimited, EoiAnswer(id=EoiAnswerId("b"))))
    )

    first, second = all_of(paper, Heading)
    assert first.text.endswith("…")
    assert words_of(paper, "eoi.1.question") == asked
    assert words_of(paper, "eoi.1.answer-2") == "two"
    assert words_of(paper, "eoi.1.count") == "2 words; no limit is set."
    assert second.text == "A question without words"
    assert words_of(paper, "eoi.2.answer-1") == "Not yet answered."
    assert words_of(paper, "eoi.2.count") == "No words; no limit is set."


def test_a_bare_appraisal_says_what_is_not_there():
    bare = Appraisal(id="bare", question=Question(rules_date=date(2014, 1, 1)))
    paper = compose_expression_of_interest(bare)

    assert set(fields(paper).values()) == {"Not yet given"}
    assert words_of(paper, "eoi.none") == "There is no question to answer yet."
    assert paper.meta.trust == "A trust not yet named"
    assert paper.meta.dated == date(2014, 1, 1)


def test_the_notices_are_about_what_it_holds_and_nothing_else():
    source = Source(id=SourceId("s"), standing=Standing.ILLUSTRATIVE)
    real = Source(id=SourceId("r"), standing=Standing.PUBLISHED)

    def citing(about: str, which: Source = source) -> Appraisal:
        citation = Citation(id=CitationId("c"), about=about, source=which.id)
        return answered(3, sources=(source, real), citations=(citation,))

    def private(about: str) -> Appraisal:
        return answered(3, part_marks=(PartMark(id=PartMarkId("m"), about=about),))

    assert notices(answered(3)) == ()
    assert notices(answered(0, 3)) == ("Not complete. 1 question still to be answered.",)
    assert notices(citing("support_lines")) == notices(citing("eoi_answers", real)) == ()
    assert notices(citing("eoi_answers"))[0].startswith("Illustrative.")
    made_up = replace(answered(3), trust=Trust(name="A Trust", made_up=True))
    assert notices(made_up)[0].startswith("Sample.")
    assert compose_expression_of_interest(made_up).meta.notice == "Sample: made-up trust"
    assert notices(private("barriers/vat")) == ()
    assert notices(private("eoi_answers/q1"))[0].startswith("Private. This document holds 1 item")


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_nothing_else_of_an_appraisal_is_in_it(name):
    whole = read_appraisal(sample(name))
    paper = compose_expression_of_interest(whole)
    said = "\n".join(texts_of(paper)) + write_html(paper)

    for each in (*whole.options, *whole.barriers, *whole.criteria, *whole.scorers):
        title = getattr(each, "name", "") or getattr(each, "title", "")
        if len(title.split()) > 2:
            assert title not in said, title
    for each in whole.eoi_answers:
        assert " ".join(each.answer.split()[:8]) in " ".join(said.split())


def test_it_can_be_set_as_a_pdf_with_its_answers_on_the_pages():
    pages = pages_of(write_pdf(compose_expression_of_interest(answered(3, 17))))

    assert "12 over the limit of 5" in pages.text
    assert pages.properties["Title"] == "Expression of interest"
    assert [title for _, title, _ in pages.bookmarks] == ["1 Question 1?", "2 Question 2?"]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html"])
def test_it_is_written_as_a_file_of_its_own(tmp_path: Path, ending: str):
    out = tmp_path / f"expression{ending}"

    assert export_expression_of_interest(answered(3), out) == ()
    assert out.stat().st_size > 1_000


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".txt"])
def test_it_is_refused_in_a_form_that_no_document_has(tmp_path: Path, ending: str):
    out = tmp_path / f"expression{ending}"
    with pytest.raises(Problem, match="no expression of interest is written in"):
        export_expression_of_interest(answered(3), out)
    assert not out.exists()


PUBLIC = Wanted(public=True)


def test_made_public_it_leaves_out_contacts_and_what_is_private_in_it(tmp_path: Path):
    out = tmp_path / "expression.html"
    elsewhere = PartMark(id=PartMarkId("m"), about="barriers/vat")
    export_expression_of_interest(answered(3, part_marks=(elsewhere,)), out, PUBLIC)
    assert "chair@example.org" not in out.read_text(encoding="utf-8")
    assert "A. Sponsor" in out.read_text(encoding="utf-8")

    here = PartMark(id=PartMarkId("m"), about="eoi_answers")
    said = answered(3, part_marks=(here,)).eoi_answers[0].answer
    export_expression_of_interest(answered(3, part_marks=(here,)), out, PUBLIC)
    assert said not in out.read_text(encoding="utf-8")
