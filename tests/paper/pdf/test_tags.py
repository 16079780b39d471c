"""The tags say what the blocks say: the same words in the same order, each by what it is."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest
from tests.paper.pdf.papers import everywhere, of
from tests.paper.pdf.tag_tree import Tag, tags_of
from tests.paper.reading import all_of

from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Run,
    Runs,
    Table,
    letter,
)
from appraiser.paper.pdf.tags.canvas import Place
from appraiser.paper.pdf.writer import set_pdf, write_pdf

HEADINGS = {f"H{level}" for level in range(1, 7)}


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[list[Tag]]:
    return tags_of(pdf)


@pytest.fixture(scope="module")
def tags(pages: list[list[Tag]]) -> list[Tag]:
    """All tags of the paper of the Leicester sample, in reading order."""
    return [each for page in pages for top in page for each in top.every()]


def words(tag: Tag) -> str:
    return " ".join(each.words for each in tag.every() if each.words)


def said(block: Block, places: Mapping[str, Place]) -> Iterator[str]:
    """Give the words of a block in the order in which they are to be read; figures are seen."""
    match block:
        case FrontSheet():
            yield from (block.trust, block.title, *block.notices)
            for each in sorted(block.fields, key=lambda field: list(block.fields).index(field)):
                yield from (each.label, each.text)
        case Contents():
            yield from _contents(block, places)
        case Heading() | Paragraph():
            yield from (block.number, block.text)
        case BulletList():
            for item in block.items:
                yield from ("•", _text(item))
        case Table():
            yield from (block.caption, *block.header)
            for row in block.rows:
                yield from row.cells
        case FigureBlock():
            yield block.caption
        case Callout():
            yield block.title
            for at, item in enumerate(block.items):
                yield from ((f"({letter(at)})",) if block.lettered else ())
                yield _text(item)


def _contents(block: Contents, places: Mapping[str, Place]) -> Iterator[str]:
    yield block.title
    for entry in block.entries:
        yield from (entry.number, entry.text, str(places[entry.key].page + 1))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_all_words_are_read_in_the_order_of_the_blocks(
    paper: Paper, pages: list[list[Tag]]
) -> None:
    read = [
        word
        for page in pages
        for top in page
        for tag in top.every()
        if tag.role != "Figure"
        for word in tag.words.split()
    ]
    places = set_pdf(paper).places
    meant = [
        word for block in paper.blocks for each in said(block, places) for word in each.split()
    ]

    assert read == meant


def test_headings_are_tagged_by_their_level_under_the_title_and_skip_none(
    paper: Paper, tags: list[Tag]
) -> None:
    found = [(each.role, words(each)) for each in tags if each.role in HEADINGS]

    assert found[0] == ("H1", paper.title)
    assert found[1] == ("H2", "Contents")
    assert found[2:] == [
        (f"H{each.level + 1}", f"{each.number} {each.text}".strip())
        for each in all_of(paper, Heading)
    ]
    levels = [int(role[1]) for role, _ in found]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_paper_without_a_front_sheet_begins_with_the_first_level() -> None:
    found = tags_of(write_pdf(of(Heading(1, "One", "one", "1"), Heading(2, "Two", "two"))))

    roles = [each.role for top in found[0] for each in top.every()]
    assert [role for role in roles if role in HEADINGS] == ["H1", "H2"]


def test_every_column_of_a_table_has_its_heading_once_and_every_row_its_own(
    paper: Paper, tags: list[Tag]
) -> None:
    tables = all_of(paper, Table)
    columns = [words(each) for each in tags if (each.role, each.scope) == ("TH", "Column")]
    rows = [words(each) for each in tags if (each.role, each.scope) == ("TH", "Row")]

    headings = [heading for table in tables for heading in table.header]
    assert [each for each in columns if each] == [
        " ".join(each.split()) for each in headings if each
    ]
    first = [" ".join(row.cells[0].split()) for table in tables for row in table.rows]
    labels = [field.label for field in all_of(paper, FrontSheet)[0].fields]
    assert [each for each in rows if each] == [*labels, *filter(None, first)]


def test_a_heading_row_that_is_repeated_on_a_further_page_is_read_once(
    pages: list[list[Tag]],
) -> None:
    """Tables go over pages; their headings are drawn again and are not in the tree."""
    on_page = [
        [words(tag) for top in page for tag in top.every() if tag.scope == "Column" and words(tag)]
        for page in pages
    ]
    without = [at for at, page in enumerate(on_page) if not page]
    assert any(tag.role == "TD" for at in without for top in pages[at] for tag in top.every())


def test_a_figure_says_its_finding_in_place_of_its_marks(paper: Paper, tags: list[Tag]) -> None:
    found = [each.alt for each in tags if each.role == "Figure"]

    assert found == [each.figure.alt for each in all_of(paper, FigureBlock)]


def test_links_are_tagged_with_the_words_that_lead_on(paper: Paper, tags: list[Tag]) -> None:
    keys = {each.key for each in all_of(paper, Heading)}
    (contents,) = all_of(paper, Contents)
    meant = [each.text for each in contents.entries] + [
        run.text for block in all_of(paper, Paragraph) for run in block.runs if run.to in keys
    ]

    found = [each.words for each in tags if each.role == "Link"]
    assert " ".join(found).split() == " ".join(meant).split()


def test_lists_have_items_with_a_label_and_a_body(tags: list[Tag]) -> None:
    items = [each for each in tags if each.role == "LI"]

    assert items
    assert all([kid.role for kid in each.kids] == ["Lbl", "LBody"] for each in items)


def test_what_stands_on_every_page_is_not_read_out(paper: Paper, tags: list[Tag]) -> None:
    read = " ".join(each.words for each in tags)

    assert paper.meta.notice not in read
    assert "Page 3 of" not in read


def test_signs_of_markup_are_read_as_they_were_typed() -> None:
    (page, *_) = tags_of(write_pdf(everywhere("A & B <b>not bold</b>")))

    read = [each.words for top in page for each in top.every()]
    assert read.count("A & B <b>not bold</b>") > 5


def test_runs_that_lead_nowhere_are_no_links() -> None:
    lost = Paragraph((Run("Nowhere", to="gone"),), "k", "1.1")
    (page,) = tags_of(write_pdf(of(lost)))

    assert "Link" not in [each.role for top in page for each in top.every()]


def test_two_links_to_one_place_are_two_links_with_words_of_their_own() -> None:
    first, again = Run("Annex A first", to="end"), Run("that one again", to="end")
    both = Paragraph((Run("See "), first, Run(" and "), again, Run(".")), "k", "1.1")
    (page,) = tags_of(write_pdf(of(both, Heading(1, "End", "end", "2"))))

    links = [each.words for top in page for each in top.every() if each.role == "Link"]
    assert links == ["Annex A first", "that one again"]
