"""What the paper's own typeface lacks is drawn by another, and reads back as it was typed."""

import re
import unicodedata
from dataclasses import replace

import pytest
from tests.paper.pdf.drawn_words import drawn_words, faces_of
from tests.paper.pdf.papers import META, everywhere, labels, of, paragraph
from tests.paper.pdf.tag_tree import tags_of
from tests.paper.reading import pages_of

from appraiser.figures.geometry import Anchor
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    Contents,
    ContentsEntry,
    Field,
    FrontSheet,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    runs,
)
from appraiser.paper.pdf.fonts import measure
from appraiser.paper.pdf.picture import figure_png
from appraiser.paper.pdf.writer import set_pdf, write_pdf
from appraiser.paper.plain_text import clean
from appraiser.paper.typefaces import OWN, STAND_INS, Typeface, signs_of

DEJAVU, EMOJI = STAND_INS
SCRIPTS = (
    "φροντίδα τῶν ἀσθενῶν, ϗ Ϟ",
    "Мы заботимся; Ӟечбур",
    "Zażółć gęślą jaźń",
    "Ŵyna ŷd Llŷr, ẁ ẃ ẅ ỳ",
    "Nguyễn Thị Hồng Ánh đã ở đây",
    "Հայաստան",
    "საქართველო",
    "∀x∈A: ∑x ⟶ \U0001d538",
    "£ € ¥ ₹ ₺ ₯",
    "┌─┬─┐ ░▒▓ ▲▼◆",
    "✓ ✔ ✗ ☆ ☎ ✉ ❶ ➀",
    "👍 😀 🏥 🙂 x",
    "x\u0302 and q\u0303 and a\u20d7",
    "naïve→βeta⟶x≠y 5‰ ½",
)


TURNED = {"R", "AL", "AN"}


def alone(sign: str) -> bool:
    """Whether a sign is read back as it is, by a reader that takes joined letters apart."""
    kind, direction = unicodedata.category(sign)[0], unicodedata.bidirectional(sign)
    joined = "\ufb00" <= sign <= "\ufeff"
    blank = sign in "\u2800\ufffc"
    return clean(sign) == sign and kind in "LNPS" and direction not in TURNED and not joined | blank


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("face", [OWN, *STAND_INS], ids=lambda face: face.name)
def test_every_sign_of_every_face_reads_back(face: Typeface, strong: bool):
    signs = sorted(filter(alone, signs_of(face)))
    lines = ["a".join(signs[at : at + 60]) for at in range(0, len(signs), 60)]
    found = set_pdf(of(*(Paragraph((Run(each, strong),)) for each in lines)))

    assert found.unshown == ()
    assert set(signs) <= set(pages_of(found.content).text)


@pytest.mark.parametrize("words", SCRIPTS)
def test_a_script_reads_back_from_every_place_that_holds_words(words: str):
    content = write_pdf(everywhere(words))
    text = pages_of(content).text

    assert "□" not in text
    assert text.count(words) >= 9
    assert pages_of(content).properties["Title"] == words
    assert [title for _, title, _ in pages_of(content).bookmarks] == [f"1 {words}"]
    roles = [
        tag.role
        for page in tags_of(content)
        for top in page
        for tag in top.every()
        if words in tag.words
    ]
    assert {"H1", "H2", "P", "LBody", "TH", "TD"} <= set(roles)


PLACES: dict[str, tuple[Block, str]] = {
    "heading": (Heading(1, "Ring ☎", "h", "1"), DEJAVU.bold),
    "paragraph": (paragraph("Ring ☎"), DEJAVU.regular),
    "strong run": (Paragraph((Run("Ring "), Run("☎", strong=True)), "k"), DEJAVU.bold),
    "bullet": (BulletList((runs("Ring ☎"),)), DEJAVU.regular),
    "callout": (Callout("Ring ☎", ()), DEJAVU.bold),
    "trust": (FrontSheet("Ring ☎", "x", (), ()), DEJAVU.bold),
    "title": (FrontSheet("x", "Ring ☎", (), ()), DEJAVU.bold),
    "contents": (Contents((), "Ring ☎"), DEJAVU.bold),
    "notice": (FrontSheet("x", "x", ("Ring ☎",), ()), DEJAVU.regular),
    "label": (FrontSheet("x", "x", (), (Field("Ring ☎", "x"),)), DEJAVU.bold),
    "field": (FrontSheet("x", "x", (), (Field("x", "Ring ☎"),)), DEJAVU.regular),
    "caption": (Table("Ring ☎", (Column("x"),), (Row(("x",)),)), DEJAVU.bold),
    "column": (Table("", (Column("Ring ☎"),), (Row(("x",)),)), DEJAVU.bold),
    "row": (Table("", (Column("x"),), (Row(("Ring ☎",)),)), DEJAVU.bold),
    "cell": (Table("", (Column("x"), Column("y")), (Row(("x", "Ring ☎")),)), DEJAVU.regular),
    "figure": (labels("Ring ☎"), DEJAVU.regular),
    "strong figure": (labels("Ring ☎", bold=True), DEJAVU.bold),
    "emoji in a heading": (Heading(1, "Ring 👍", "h", "1"), EMOJI.regular),
}


@pytest.mark.parametrize("place", PLACES)
def test_it_is_as_strong_as_the_words_around_it(place: str):
    block, face = PLACES[place]
    sign = "👍" if face == EMOJI.regular else "☎"
    content = write_pdf(of(block))

    assert faces_of(content, sign) == {face}


@pytest.mark.parametrize("at", ["trust", "short_title", "version", "notice", "marking"])
def test_what_stands_on_every_page_is_drawn_by_them_too(at: str):
    found = pages_of(
        write_pdf(of(paragraph("x " * 9_000), meta=replace(META, **{at: "Ring ☎ 👍"})))
    )
    assert len(found.texts) > 1
    assert all("Ring ☎ 👍" in page for page in found.texts[1:])


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("anchor", list(Anchor))
def test_a_label_stands_where_it_should_by_the_widths_of_both_faces(bold: bool, anchor: Anchor):
    words = "Option ⟶☎ of A"
    shifted = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[anchor]
    content = write_pdf(of(labels(words, "I", bold=bold, anchor=Anchor.START)))
    (bar,) = (each for each in drawn_words(content) if each.words == "I")
    edge = bar.left  # a little after the place of the labels
    content = write_pdf(of(labels(words, bold=bold, anchor=anchor)))
    pieces = [each for each in drawn_words(content) if each.words in words]

    width = measure(words, 11, bold=bold)
    assert [each.words.strip() for each in pieces] == ["Option", "⟶☎", "of A"]
    assert pieces[0].left == pytest.approx(edge - shifted * width, abs=1.2)
    assert pieces[-1].right == pytest.approx(edge + (1 - shifted) * width, abs=1.2)
    assert pieces[0].right <= pieces[1].left <= pieces[1].right <= pieces[2].left + 0.5


def test_a_figure_in_a_word_document_is_drawn_by_them_too():
    lone, square = (figure_png(labels(each).figure) for each in ("☎", "中"))
    assert lone != square
    assert lone.startswith(b"\x89PNG")


def test_only_what_no_face_has_is_a_square_and_it_is_read_out_where_nothing_is_drawn():
    found = set_pdf(of(Heading(1, "Ward ☎ 中", "h", "1"), paragraph("\uf0b7 Ward 🏥 中 שלום")))
    pages = pages_of(found.content)

    assert found.unshown == ("中", "\uf0b7")
    assert "1 Ward ☎ □" in pages.text
    assert "□ Ward 🏥 □ שלום" in pages.text
    assert [title for _, title, _ in pages.bookmarks] == ["1 Ward ☎ 中"]


def test_a_figures_alternative_text_keeps_every_sign():
    (page,) = tags_of(write_pdf(of(labels("Ward ☎ 中"))))
    assert [tag.alt for top in page for tag in top.every() if tag.role == "Figure"] == ["Ward ☎ 中"]


def test_what_can_never_be_drawn_is_left_out_and_nothing_else():
    typed = "one\x00\x07\ud83c two\udfe5\x1b ☎\ufe0f 👩\u200d⚕\ufe0f \ufffe\U0001f1ec\U0001f1e7"
    found = set_pdf(of(paragraph(typed)))
    assert found.unshown == ()
    assert "one two ☎ 👩⚕ \U0001f1ec\U0001f1e7" in pages_of(found.content).text


def test_accents_are_composed_before_a_face_is_asked_for():
    content = write_pdf(of(paragraph("e\u0301 x\u0302 W\u0302")))
    assert "é x\u0302 Ŵ" in pages_of(content).text
    assert faces_of(content, "é") == {OWN.regular}
    assert faces_of(content, "x\u0302") == {DEJAVU.regular}


def test_words_that_lead_on_may_need_them_and_stay_one_link():
    lead = Run("☎ the ward 👍 of ⟶ A ☎", to="end")
    many = [Paragraph((Run("See "), lead, Run(" or "), lead), f"k{at}") for at in range(40)]
    whole = Paragraph((Run("☎☎☎", to="end"),), "whole")
    content = write_pdf(of(*many, whole, Heading(1, "End", "end", "1")))
    links = [
        tag
        for page in tags_of(content)
        for top in page
        for tag in top.every()
        if tag.role == "Link"
    ]

    read = " ".join(each.words for each in links)
    assert " ".join(read.split()) == " ".join([lead.text] * 80 + ["☎☎☎"])
    assert content.count(b"/Subtype /Link") >= 81


def test_a_line_of_the_contents_leads_on_and_gives_its_page_whatever_face_it_is_in():
    blocks = (Contents((ContentsEntry("Ring ☎ 👍", "h", "1"),)), Heading(1, "Ring ☎ 👍", "h", "1"))
    content = write_pdf(of(*blocks))
    tags = [tag for top in tags_of(content)[0] for tag in top.every()]

    assert [tag.words for tag in tags if tag.role == "Link"] == ["Ring ☎ 👍"]
    assert "1 Ring ☎ 👍 1" in pages_of(content).text


@pytest.mark.parametrize("part", ["☎", "🏥", "☎q", "x\u0302", "Қ"])
def test_a_word_of_three_thousand_characters_is_broken_and_stays_one_word(part: str):
    word = part * (3_000 // len(part))
    table = Table("", (Column("x", 3), Column("y")), (Row(("x", word)),))
    found = [
        tag.words
        for page in tags_of(write_pdf(of(Paragraph((Run(word),), "k"), table)))
        for top in page
        for tag in top.every()
    ]
    assert "".join(found).replace(" ", "").count(part) == 2 * len(word) // len(part)
    assert not [each for each in found if part in each and " " in each]


def test_a_column_at_the_end_ends_there_whatever_face_it_is_in():
    rows = tuple(Row(("x", each)) for each in ("12", "12 ☎", "12 👍☎"))
    content = write_pdf(of(Table("", (Column("x"), Column("y", 1, Align.END)), rows)))
    pieces = drawn_words(content)
    plain = max(each.right for each in pieces if each.words.strip() == "12")
    ends = [each.right for each in pieces if "☎" in each.words]
    assert ends == pytest.approx([plain] * 2, abs=1.5)


@pytest.mark.parametrize(
    "typed",
    [
        "The nurse said שלום to us.",
        "שלום עולם",
        "אמר שלום עולם (2014) ותודה",
        "مرحبا بكم في المستشفى",
    ],
)
def test_words_that_are_read_from_the_right_read_back_as_they_were_typed(typed: str):
    assert typed in pages_of(write_pdf(of(Paragraph((Run(typed),), "k")))).text


def test_lines_that_are_read_from_the_right_keep_their_words_and_their_order():
    typed = "אמר שלום עולם ותודה לכולם על העזרה " * 12
    content = write_pdf(of(Paragraph((Run(typed),), "k")))
    assert " ".join(typed.split()) in pages_of(content).text


def test_words_from_the_right_stand_from_right_to_left_among_others():
    content = write_pdf(of(Paragraph((Run("she said שלום (12) עולם and left"),), "k")))
    first, second = (
        next(each for each in drawn_words(content) if words in each.words)
        for words in ("עולם", "and left")
    )
    hello = next(each for each in drawn_words(content) if "שלום" in each.words)
    assert first.right < hello.left
    assert hello.right < second.left


def test_a_label_that_is_read_from_the_right_reads_back_too():
    assert "שלום עולם" in pages_of(write_pdf(of(labels("שלום עולם", "x")))).text


def test_a_paper_that_needs_none_of_them_holds_none(pdf: bytes):
    faces = set(re.findall(rb"/BaseFont /[A-Z]+\+(\S+)", pdf))
    assert faces == {OWN.regular.encode(), OWN.bold.encode()}
