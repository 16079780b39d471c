"""The front sheet in print: one page in every form, the logo at its top right."""

import base64
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw
from tests.logos import LOGO, drawn, png, text
from tests.paper.conftest import Matter
from tests.paper.pdf.papers import META
from tests.paper.pdf.tag_tree import tags_of
from tests.paper.reading import pages_of

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.reading import read_appraisal
from appraiser.paper.blocks import Field, FrontSheet, Heading, PageBreak, Paper
from appraiser.paper.front_sheet import front_sheet
from appraiser.paper.logo import CLEAR, TALLEST, WIDEST, fitted_logo
from appraiser.paper.material import Material
from appraiser.paper.pdf.styles import MARGIN, PAGE_WIDTH
from appraiser.paper.pdf.writer import write_pdf
from appraiser.resources import sample

MM = 72 / 25.4
PROFILES = ("standard", "finance-lead", "objectives", "resolutions")


def pdf_of(front: FrontSheet) -> bytes:
    return write_pdf(Paper("A paper", (front, PageBreak(), Heading(1, "Begin", "b", "1")), META))


def with_logo(logo: str = LOGO, title: str = "A paper", trust: str = "Fenmere Trust") -> FrontSheet:
    return FrontSheet(trust, title, (), (Field("Meeting", "Board"),), logo=fitted_logo(logo))


@pytest.fixture(scope="module", params=["leicester", "northcliff", "fenmarsh"])
def matter_of(request, matter: Matter) -> Material:
    return matter(read_appraisal(sample(request.param)))


def chosen(appraisal: Appraisal, profile: str, logo: str) -> Appraisal:
    return replace(appraisal, paper=replace(appraisal.paper, profile=profile, logo=logo))


@pytest.mark.parametrize("logo", ["", LOGO], ids=["without a logo", "with a logo"])
@pytest.mark.parametrize("profile", PROFILES)
def test_each_form_of_each_sample_is_one_page_with_every_resolution(
    matter_of: Material, profile: str, logo: str
):
    appraisal = chosen(matter_of.appraisal, profile, logo)
    front = front_sheet(replace(matter_of, appraisal=appraisal))
    found = pages_of(pdf_of(front))
    assert found.bookmarks == ((0, "1 Begin", 1),)
    for words in (*appraisal.paper.resolutions, *(each.label for each in front.fields)):
        assert " ".join(words.split()) in found.texts[0]


def pictures(content: bytes) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Give each picture's page, and where it stands: left, bottom, right, top."""
    with pypdfium2.PdfDocument(content) as document:
        return [
            (number, thing.get_bounds())
            for number, page in enumerate(document)
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        ]


def words_within(content: bytes, left: float, bottom: float, right: float, top: float) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return document[0].get_textpage().get_text_bounded(left, bottom, right, top).strip()


@pytest.mark.parametrize(("width", "height"), [(900, 300), (300, 300), (200, 500), (1200, 100)])
@pytest.mark.parametrize("title", ["A paper", "A paper with a long title that goes on " * 4])
def test_the_logo_stands_alone_at_the_top_right_in_its_shape(width: int, height: int, title: str):
    content = pdf_of(with_logo(text(png(drawn(width, height))), title))
    ((page, (left, bottom, right, top)),) = pictures(content)

    assert page == 0
    assert right == pytest.approx(PAGE_WIDTH - MARGIN, abs=0.1)
    assert right - left <= WIDEST * MM + 0.1
    assert top - bottom <= TALLEST * MM + 0.1
    assert (right - left) / (top - bottom) == pytest.approx(width / height, rel=0.01)
    clear = CLEAR * MM - 3
    assert words_within(content, left - clear, bottom - clear, right, top + clear) == ""


def test_without_a_logo_there_is_no_picture():
    assert pictures(pdf_of(replace(with_logo(), logo=b""))) == []


def test_the_logo_is_a_figure_that_is_said_in_words():
    page, _ = tags_of(pdf_of(with_logo()))
    found = [(tag.role, tag.alt) for top in page for tag in top.every()]
    assert found.count(("Figure", "Logo of Fenmere Trust")) == 1
    assert [role for role, _ in found[:4]] == ["Document", "Figure", "P", "H1"]


def test_it_is_in_the_file_once_with_a_mask_where_it_is_clear():
    clear, solid = pdf_of(with_logo()), pdf_of(with_logo(text(png(drawn(clear=False)))))
    assert (clear.count(b"/Subtype /Image"), clear.count(b"/SMask")) == (2, 1)
    assert (solid.count(b"/Subtype /Image"), solid.count(b"/SMask")) == (1, 0)


def test_the_same_logo_gives_the_same_bytes():
    assert pdf_of(with_logo()) == pdf_of(with_logo())


def test_what_is_clear_shows_the_paper_and_the_rest_its_colour():
    content = pdf_of(with_logo())
    ((_, (left, _, right, top)),) = pictures(content)
    with pypdfium2.PdfDocument(content) as document:
        drawn_page = document[0].render(scale=2).to_pil()
        high = document[0].get_height()

    def at(across: float, down: float) -> tuple[int, ...]:
        return drawn_page.getpixel((int(2 * across), int(2 * (high - down))))

    assert at((left + right) / 2, top - 2) == (255, 255, 255)
    assert at(left + 20, top - 20) == pytest.approx((11, 122, 117), abs=2)


def test_a_full_sheet_goes_closer_and_an_overfull_one_goes_on():
    def pages(count: int) -> int:
        fields = tuple(Field(f"Field {at}", "Words") for at in range(count))
        return pages_of(pdf_of(replace(with_logo(), fields=fields))).bookmarks[0][2]

    roomy, close = 32, 37
    assert [pages(roomy), pages(close), pages(60)] == [1, 1, 2]


def test_labels_that_stand_second_have_the_room_they_need():
    fields = tuple(Field(each, "x", short=True) for each in ("One", "Executive sponsor") * 2)
    (top, *_) = pages_of(pdf_of(replace(with_logo(), fields=fields))).texts
    assert "One x Executive sponsor x One x Executive sponsor x" in top


def test_an_awkward_trust_and_title_stand_beside_a_logo():
    for words in ("W" * 400, "many words " * 2_000, "<b>&amp;</b> 😀 \u202e\x07", ""):
        content = pdf_of(with_logo(title=words, trust=words))
        assert len(pictures(content)) == 1


def test_the_pictures_own_bytes_are_not_what_is_kept():
    assert base64.b64decode(LOGO) != fitted_logo(LOGO)
