"""A return as a workbook, a page and data."""

import json
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook
from tests.exchange.programmes import everything_said, gathered, trust

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.programme_return import NOT_COVERED
from appraiser.exchange.programme_writers import write_programme_return


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html", ".HTML"])
def test_the_return_says_who_asked_what_is_illustrative_and_what_is_not_covered(
    tmp_path, samples, ending
):
    out = tmp_path / f"return{ending}"
    write_programme_return(samples, out)
    said = everything_said(out)
    assert "University Hospitals of Leicester" in said
    assert NOT_COVERED in said
    assert "Illustrative. Some or all of what" in said
    assert "VAT" in said
    assert "Legal form and powers" in said or "legal" in said


def test_the_json_holds_the_counts_and_the_rows(tmp_path, samples):
    write_programme_return(samples, tmp_path / "return.json")
    plain = json.loads((tmp_path / "return.json").read_text(encoding="utf-8"))
    assert plain["format"] == "appraiser-programme-return"
    assert len(plain["barriers"]) == len(samples.barriers)
    assert sum(each["barriers"] for each in plain["groups"]) == len(samples.barriers)
    assert {each["resolver"] for each in plain["barriers"]} >= {"government", "commissioner"}
    assert plain["skipped"] == []


def test_the_same_request_by_several_trusts_stands_once_with_all_of_them(tmp_path):
    asked = [{"id": "a", "barrier": "vat", "title": "Refund  VAT", "answer": "No"}]
    alone = [{"id": "b", "barrier": "vat", "title": "Say what you think", "status": "done"}]
    found = gathered(
        tmp_path,
        trust("North", requests=[*alone, *asked]),
        trust("South", requests=[{**asked[0], "title": "refund VAT", "answer": ""}]),
    )
    write_programme_return(found, tmp_path / "return.xlsx")
    sheet = load_workbook(tmp_path / "return.xlsx")["Requests to Government"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()][-2:]
    assert rows == [
        ["Refund  VAT", 2, "North; South", "VAT", "Open", "North: No"],
        ["Say what you think", 1, "North", "VAT", "Done", None],
    ]


class Page(HTMLParser):
    """What an HTML page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_can_be_read_without_seeing_it(tmp_path, samples):
    out = tmp_path / "return.html"
    write_programme_return(samples, out)
    page = Page(out.read_text(encoding="utf-8"))
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert dict(page.tags)["html"]["lang"] == "en-GB"
    assert tags.count("title") == tags.count("h1") == tags.count("main") == 1
    assert tags.count("h2") == tags.count("section") == 7
    headings = [attributes for tag, attributes in page.tags if tag == "th"]
    assert {each.get("scope") for each in headings} == {"col", "row"}
    assert tags.count("table") == tags.count("thead") == tags.count("tbody")
    named = {attributes.get("id") for _, attributes in page.tags}
    for _, attributes in page.tags:
        assert attributes.get("aria-labelledby", "title-1") in named
        assert attributes.get("href", "#title-1").removeprefix("#") in named
    assert not {"script", "link", "img", "iframe"} & set(tags)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<b>&amp;</b>", "a\nb", "שלום"])
def test_what_people_typed_is_never_markup(tmp_path, words):
    barriers = [{"id": "vat", "title": words.replace("\n", " "), "description": words}]
    found = gathered(tmp_path, trust("North", barriers=barriers))
    write_programme_return(found, tmp_path / "return.html")
    text = (tmp_path / "return.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert not {"script", "b"} & {tag for tag, _ in page.tags}


def test_a_trust_with_nothing_in_it_gives_a_return_that_says_so(tmp_path):
    bare = Appraisal(id="bare")
    for ending in (".xlsx", ".json", ".html"):
        write_programme_return(gathered(tmp_path, bare), tmp_path / f"return{ending}")
    page = (tmp_path / "return.html").read_text(encoding="utf-8")
    assert page.count("There are none.") == 5
    assert "Illustrative." not in page
    assert NOT_COVERED in page


def test_a_return_with_another_ending_is_refused_and_nothing_is_written(tmp_path, samples):
    with pytest.raises(Problem, match=r"written as \.xlsx, \.json or \.html"):
        write_programme_return(samples, tmp_path / "return.pdf")
    assert not (tmp_path / "return.pdf").exists()
