"""The web page, read back by a parser."""

from base64 import b64decode
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.logos import LOGO
from tests.paper.pdf.test_writer import everywhere
from tests.paper.reading import all_of

from appraiser.domain.appraisal import Appraisal
from appraiser.paper.blocks import FigureBlock, FrontSheet, Heading, Paper, Table
from appraiser.paper.html.writer import write_html
from appraiser.paper.logo import fitted_logo

VOID = {"meta", "br", "rect", "line", "img"}


class Page(HTMLParser):
    """The tags of a page with their attributes, its text, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def page(paper: Paper) -> Page:
    return Page(write_html(paper))


def test_the_page_has_a_language_a_title_and_one_first_heading(paper: Paper, page: Page):
    assert page.having("html") == [{"lang": "en-GB"}]
    assert len(page.having("h1")) == 1
    assert paper.title in page.text


def test_the_page_holds_the_trust_the_options_the_verdict_and_the_cap(
    leicester: Appraisal, page: Page
):
    assert leicester.trust.name in page.text
    assert all(option.name in page.text for option in leicester.shortlist)
    assert "Narrow leader." in page.text
    assert "£100,000" in page.text


def test_headings_follow_the_paper(paper: Paper, page: Page):
    levels = [tag for tag, _ in page.tags if tag in {"h2", "h3"}]
    assert levels == [f"h{each.level + 1}" for each in all_of(paper, Heading)]


def test_every_id_is_used_once_and_every_link_leads_somewhere(page: Page):
    ids = Counter(str(attrs["id"]) for _, attrs in page.tags if "id" in attrs)
    assert set(ids.values()) == {1}
    links = {str(attrs["href"]).lstrip("#") for attrs in page.having("a")}
    assert links <= set(ids)
    for attrs in page.having("svg"):
        assert set(str(attrs["aria-labelledby"]).split()) <= set(ids)


def test_every_heading_cell_says_what_it_heads(paper: Paper, page: Page):
    tables = all_of(paper, Table)
    scopes = Counter(attrs.get("scope") for attrs in page.having("th"))
    assert set(scopes) == {"col", "row"}
    assert scopes["col"] >= sum(len(each.columns) for each in tables)
    assert scopes["row"] >= sum(len(each.rows) for each in tables)


def test_every_figure_is_drawn_titled_described_and_given_as_a_table(paper: Paper, page: Page):
    figures = all_of(paper, FigureBlock)
    assert len(page.having("svg")) == len(page.having("details")) == len(figures)
    for block in figures:
        assert block.figure.alt in page.text
        assert all(cell in page.text for row in block.figure.table.rows for cell in row)


def test_the_page_asks_for_nothing_from_elsewhere(paper: Paper):
    html = write_html(paper)
    assert "<script" not in html
    assert "<link" not in html
    assert "url(" not in html


@pytest.mark.parametrize(
    "text",
    ["<b>&amp;</b><script>alert(1)</script>", "\"' onload=x", "🏥 שלום\x00", "x" * 100_000],
)
def test_whatever_people_type_is_text_and_never_markup(text: str):
    page = Page(write_html(everywhere(text)))
    assert page.having("script") == []
    assert text.replace("\x00", "") in page.text
    assert all("onload" not in attrs for _, attrs in page.tags)


def test_the_logo_is_inside_the_page_with_its_words_and_in_its_shape(paper: Paper, page: Page):
    (front,) = all_of(paper, FrontSheet)
    logo, trust = fitted_logo(LOGO), 'Fenmere "A & B" Trust'
    others = [each for each in paper.blocks if each is not front]
    blocks = (replace(front, logo=logo, trust=trust), *others)
    (found,) = Page(write_html(replace(paper, blocks=blocks))).having("img")

    assert found["alt"] == f"Logo of {trust}"
    head, held = str(found["src"]).split(",")
    assert head == "data:image/png;base64"
    assert b64decode(held) == logo
    assert found["style"] == "width: 45.0mm; height: 15.0mm"
    assert page.having("img") == []
