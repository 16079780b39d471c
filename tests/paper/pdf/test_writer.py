"""The PDF, read back as another program would read it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.paper.conftest import Compose
from tests.paper.making import scored
from tests.paper.pdf.papers import META, everywhere, of, paragraph
from tests.paper.reading import Pages, all_of, pages_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.exchange.reading import read_appraisal
from appraiser.paper.blocks import (
    Column,
    Heading,
    Meta,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
)
from appraiser.paper.pdf.writer import set_pdf, write_pdf
from appraiser.resources import sample

LONG = 100_000


def test_the_paper_holds_the_trust_the_options_the_verdict_and_the_cap(
    leicester: Appraisal, pages: Pages
):
    assert "University Hospitals of Leicester NHS Trust" in pages.text
    for option in leicester.shortlist:
        assert option.name in pages.text
    assert "Narrow leader" in pages.text
    assert "£100,000" in pages.text


def test_the_properties_say_what_it_is_and_in_what_language(pdf: bytes, pages: Pages):
    assert pages.properties["Title"].startswith("Becoming a mutual")
    assert pages.properties["Author"].startswith("Trust secretary")
    assert b"/Lang (en-GB)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_the_properties_give_the_day_of_the_paper_or_no_day_at_all():
    def properties(meta: Meta) -> dict[str, str]:
        return pages_of(write_pdf(of(paragraph("Words"), meta=meta))).properties

    dated = properties(replace(META, dated=date(2026, 11, 26)))
    assert dated["CreationDate"] == dated["ModDate"] == "D:20261126"
    undated = properties(META)
    assert undated.get("CreationDate", "") == undated.get("ModDate", "") == ""
    assert undated["Creator"] == "Appraiser"


def test_every_typeface_is_the_programs_own_and_travels_with_the_file(pdf: bytes):
    faces = re.findall(rb"/BaseFont /(\S+)", pdf)
    assert faces
    assert all(b"+SourceSans3-" in face for face in faces)
    assert pdf.count(b"/FontFile2") == len(faces)


def test_the_same_paper_gives_the_same_bytes(paper: Paper, pdf: bytes):
    assert write_pdf(paper) == pdf


def test_front_sheet_and_contents_are_a_page_each_and_the_body_is_eight_at_most(pages: Pages):
    starts = {title: page for _, title, page in pages.bookmarks}
    assert starts["1 What is the board asked to decide?"] == 2
    assert starts["Annex A: criteria, anchors and weights"] <= 10


@pytest.mark.parametrize("name", ["leicester", "northcliff", "fenmarsh"])
def test_each_samples_front_sheet_is_one_page_with_every_resolution(composed: Compose, name: str):
    appraisal = read_appraisal(sample(name))
    found = pages_of(write_pdf(composed(appraisal)))
    starts = {title: page for _, title, page in found.bookmarks}
    assert starts["1 What is the board asked to decide?"] == 2
    for words in appraisal.paper.resolutions:
        assert " ".join(words.split()) in found.texts[0]


def test_every_section_and_annex_can_be_reached_by_its_bookmark(paper: Paper, pages: Pages):
    wanted = [
        (each.level - 1, f"{each.number} {each.text}".strip()) for each in all_of(paper, Heading)
    ]
    assert [(level, title) for level, title, _ in pages.bookmarks] == wanted
    for _, title, page in pages.bookmarks:
        assert title.split(" ", 1)[-1].split(":")[0] in pages.texts[page]


def test_every_page_says_which_it_is_and_carries_notice_version_and_marking(pages: Pages):
    for number, text in enumerate(pages.texts, start=1):
        assert f"Page {number} of {len(pages.texts)}" in text
        assert "Illustrative figures: not for decision" in text
        assert "Draft 3" in text
        assert "OFFICIAL" in text


def test_a_table_over_several_pages_repeats_its_headings():
    rows = tuple(Row((f"Row {at}", "x")) for at in range(120))
    found = pages_of(write_pdf(of(Table("Many", (Column("Name"), Column("Sign")), rows)))).texts
    assert len(found) > 2
    assert all("Name Sign" in text for text in found)
    assert all(f"Row {at} x" in " ".join(found) for at in range(120))


def test_the_last_row_of_a_table_never_stands_alone():
    for count in range(36, 44):
        rows = tuple(Row((f"Row {at}.", "x")) for at in range(count))
        found = pages_of(write_pdf(of(Table("Many", (Column("Name"), Column("Sign")), rows)))).texts
        assert f"Row {count - 2}." in found[-1]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    columns = (Column("Name"), Column("Words"))
    table = Table("Caption", columns, (Row(("First", "word " * 60)), Row(("Second", "x"))), "t")
    for lines in range(30, 60):
        filler = [Paragraph((Run(f"Filler {at}"),)) for at in range(lines)]
        found = pages_of(write_pdf(of(*filler, Heading(1, "A heading", "h", "1"), table))).texts
        (page,) = [text for text in found if "A heading" in text]
        assert "First" in page


def test_markup_that_people_type_is_printed_as_they_typed_it():
    words = "<b>&amp;</b> <img src='x'/> </para> & < >"
    text = pages_of(write_pdf(everywhere(words))).text
    assert text.count("<b>&amp;</b>") >= 9
    assert "<img src='x'/> </para> & < >" in text


def test_control_characters_do_no_harm():
    assert "onetwo" in pages_of(write_pdf(of(paragraph("one\x00\x07two\x1b")))).text


def test_characters_that_no_typeface_has_are_squares_and_are_named():
    found = set_pdf(everywhere("Ward 中文 हि"))
    assert found.unshown == tuple(sorted("中文हि"))
    assert "Ward □□ □□" in pages_of(found.content).text
    assert set_pdf(of(paragraph("café ≥ ½ ✓ Łódź 🏥 שלום"))).unshown == ()


@pytest.mark.parametrize("text", ["word " * (LONG // 5), "W" * LONG, "line\n" * (LONG // 50)])
def test_a_very_long_text_is_printed_whole(text: str):
    columns = (Column("One"), Column("Two", 0.3))
    narrow = Table("", columns, (Row(("x", text)),), "t")
    found = pages_of(write_pdf(of(paragraph(text), narrow))).text
    counted = re.sub(r"\s", "", found).count(text[0])
    assert counted >= 2 * text.count(text[0])


def test_a_long_text_in_every_place_at_once_is_laid_out():
    assert len(pages_of(write_pdf(everywhere("many words " * 2_000))).texts) > 20


def test_page_numbers_and_bookmarks_cope_with_very_long_titles():
    found = pages_of(write_pdf(everywhere("A very long title " * 60)))
    assert all(len(title) <= 120 for _, title, _ in found.bookmarks)


@pytest.mark.parametrize("count", [0, 1, 60, 200])
def test_any_number_of_options_can_be_printed(count: int, composed: Compose):
    scores = {f"option-{at:03}": (at % 101, 50.0) for at in range(count)}
    paper = composed(scored(scores))
    found = pages_of(write_pdf(paper))
    assert all(f"OPTION-{at:03}" in found.text for at in range(count))


def test_of_many_options_the_figure_draws_the_first_and_says_so(composed: Compose):
    scores = {f"option-{at:03}": (at, 50.0) for at in range(60)}
    text = pages_of(write_pdf(composed(scored(scores)))).text
    assert "the first 16 of 60 options" in text


def test_huge_and_negative_money_is_printed(leicester: Appraisal, composed: Compose):
    huge = tuple(replace(each, amount=-(10**15)) for each in leicester.cost_lines)
    text = pages_of(write_pdf(composed(replace(leicester, cost_lines=huge)))).text
    assert "-£10,000,000m" in text


def test_names_without_words_are_said_to_have_none(leicester: Appraisal, composed: Compose):
    bare = tuple(replace(each, name="", description="") for each in leicester.options)
    text = pages_of(write_pdf(composed(replace(leicester, options=bare)))).text
    assert "An option without a name" in text
    assert OptionId("ft-plus") not in text
