"""The contents give the page of each heading and lead to it; a draft says so on every page."""

from dataclasses import replace

from tests.paper.pdf.papers import META, of
from tests.paper.reading import Pages, all_of, pages_of

from appraiser.paper.blocks import (
    Contents,
    ContentsEntry,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Run,
)
from appraiser.paper.pdf.writer import set_pdf, write_pdf


def test_every_line_has_the_number_of_the_page_that_its_heading_is_on(pages: Pages, paper: Paper):
    (contents,) = all_of(paper, Contents)
    starts = {title: page for _, title, page in pages.bookmarks}
    titles = [f"{each.number} {each.text}".strip() for each in contents.entries]
    numbers = [str(starts[title] + 1) for title in titles]
    assert pages.texts[1].endswith(" ".join(numbers))  # drawn once all pages are there
    assert all(title in pages.texts[1] for title in titles)


def test_contents_over_several_pages_and_long_headings_are_whole():
    headings = [
        Heading(1, f"Heading {at} " + "goes on " * 12, f"k{at}", str(at)) for at in range(90)
    ]
    entries = tuple(ContentsEntry(each.text, each.key, each.number) for each in headings)
    body = [each for heading in headings for each in (PageBreak(), heading)]
    found = pages_of(write_pdf(of(Contents(entries), *body)))
    starts = [page + 1 for _, _, page in found.bookmarks]
    contents = found.texts[: starts[0] - 1]
    assert len(contents) > 3
    assert all(f"Heading {at} goes on" in " ".join(contents) for at in range(90))
    numbers = [text.rpartition(f"of {len(found.texts)} ")[2].split() for text in contents]
    assert [int(each) for some in numbers for each in some] == starts


def test_a_line_that_leads_nowhere_has_no_number():
    found = pages_of(write_pdf(of(Contents((ContentsEntry("Nowhere", "gone"),)))))
    assert found.texts[0].endswith("Page 1 of 1")
    assert "Contents Nowhere" in found.texts[0]


def test_a_draft_says_so_on_every_page_and_reads_the_same():
    blocks = (Heading(1, "One", "one", "1"), PageBreak(), Paragraph((Run("Words"),), "k", "1.1"))
    plain, draft = (
        pages_of(write_pdf(of(*blocks, meta=replace(META, draft=draft)))) for draft in (False, True)
    )
    assert all("DRAFT" in text for text in draft.texts)
    assert [text.replace("DRAFT ", "").replace(" DRAFT", "") for text in draft.texts] == list(
        plain.texts
    )


def test_it_is_known_where_each_block_stands():
    text = Paragraph((Run("Words"),), "here", "1.1")
    pdf = set_pdf(of(Heading(1, "One", "one", "1"), PageBreak(), text))
    assert pdf.pages == 2
    assert (pdf.places["one"].page, pdf.places["here"].page) == (0, 1)
    assert 50 < pdf.places["here"].top < 100
