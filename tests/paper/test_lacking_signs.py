"""What a paper will borrow from another typeface, or lose, told before it is exported."""

import pytest
from tests.paper.conftest import Compose
from tests.paper.pdf.papers import META, everywhere, labels, of, paragraph

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.reading import read_appraisal
from appraiser.paper.blocks import (
    BulletList,
    Callout,
    Column,
    Contents,
    Field,
    FrontSheet,
    Heading,
    Meta,
    PageBreak,
    Row,
    Run,
    Table,
    runs,
)
from appraiser.paper.lacking_signs import EVERY_PAGE, LackingSign, lacking_signs
from appraiser.paper.pdf.writer import set_pdf
from appraiser.resources import sample

SIGNS = "Zażółć ≥ ☎ Ward 🏥 שלום 中文 x\u0302 \uf0b7 हिन्दी ⟶ a\u0301 \U0001f1ec"


@pytest.mark.parametrize("name", ["leicester", "northcliff", "fenmarsh"])
def test_the_samples_lack_nothing(composed: Compose, name: str):
    assert lacking_signs(composed(read_appraisal(sample(name)))) == ()


def test_each_is_named_once_with_its_face_and_the_words_where_it_first_stands():
    first = paragraph("Call the ward on ☎ 0116 496 0000 between nine and five")
    found = lacking_signs(of(first, labels("☎ 中", "Σ")))

    assert found == (
        LackingSign("☎", "DejaVu Sans", "k", "Call the ward on ☎ 0116 496 0000 between…"),
        LackingSign("中", "", "A figure", "☎ 中"),
    )
    assert [each.is_square for each in found] == [False, True]


def test_the_words_around_it_are_cut_where_they_are_many():
    far = "a number of words that come before it ☎ and as many words that follow"
    (found,) = lacking_signs(of(paragraph(far)))
    assert found.near == "…that come before it ☎ and as many words that…"
    (found,) = lacking_signs(of(paragraph("x" * 100 + "☎" + "y" * 100)))
    assert found.near == "…" + "x" * 24 + "☎" + "y" * 24 + "…"


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (FrontSheet("☎", "x", (), ()), "front-sheet"),
        (FrontSheet("x", "☎", (), ()), "front-sheet"),
        (FrontSheet("x", "x", ("☎",), ()), "front-sheet"),
        (FrontSheet("x", "x", (), (Field("☎", "x"),)), "front-sheet"),
        (FrontSheet("x", "x", (), (Field("x", "☎"),)), "front-sheet"),
        (Heading(2, "☎", "part"), "part"),
        (BulletList((runs("x"), (Run("x"), Run("☎", strong=True)))), "section"),
        (Table("☎", (Column("x"),), ()), "☎"),
        (Table("Costs", (Column("☎"),), ()), "Costs"),
        (Table("Costs", (Column("x"),), (Row(("☎",)),), "costs"), "costs"),
        (Callout("☎", ()), "☎"),
        (Contents((), "☎"), "☎"),
        (Callout("The ask", (runs("☎"),)), "The ask"),
        (labels("☎"), "A figure"),
    ],
)
def test_every_place_that_holds_words_is_looked_at(block, place: str):
    found = lacking_signs(of(Heading(1, "Section", "section", "1"), PageBreak(), block))
    assert [(each.sign, each.place) for each in found] == [("☎", place)]


@pytest.mark.parametrize("at", ["trust", "short_title", "version", "marking", "notice"])
def test_so_is_what_stands_on_every_page(at: str):
    held = {"trust": "T", "short_title": "S", "author": "A", "version": "", "marking": ""}
    meta = Meta(**{**held, "notice": "", at: "☎"})
    assert [each.place for each in lacking_signs(of(paragraph("x"), meta=meta))] == [EVERY_PAGE]
    assert lacking_signs(of(paragraph("x"), meta=META)) == ()


def test_what_it_says_will_be_a_square_is_what_becomes_one(leicester: Appraisal):
    paper = everywhere(SIGNS)
    squares = {each.sign for each in lacking_signs(paper) if each.is_square}

    assert squares == set("中文\uf0b7हिन्दी")
    assert set(set_pdf(paper).unshown) == squares
    borrowed = {each.sign for each in lacking_signs(paper) if not each.is_square}
    assert borrowed == {*"☎🏥⟶\U0001f1ec", *"שלום", "x\u0302"}


def test_characters_that_are_never_drawn_are_not_named():
    unseen = "one\x00\ud800\u200d\u202e\ufe0f\ttwo\u2003three\u2028four"
    assert lacking_signs(of(paragraph(unseen))) == ()
