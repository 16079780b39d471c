"""Which typeface draws a sign, by the font files as they are shipped."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from appraiser.paper.typefaces import (
    OWN,
    STAND_INS,
    Typeface,
    font_file,
    is_own,
    lacking,
    signs_of,
    stretches,
)
from appraiser.resources import ROOTS, resource

FACES = (OWN, *STAND_INS)
DEJAVU, EMOJI = STAND_INS


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_signs_of_a_face_are_those_that_reportlab_finds_in_both_its_files(face: Typeface):
    peers = (TTFontFile(str(font_file(name))).charToGlyph for name in (face.regular, face.bold))
    common = set.intersection(*map(set, peers))
    apart = {chr(code) for code in common} ^ signs_of(face)

    assert len(signs_of(face)) > 1000
    assert {unicodedata.category(sign)[0] for sign in apart} <= {"C", "M", "Z"}
    assert signs_of(face) <= {chr(code) for code in common}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_no_face_is_asked_for_a_control_character_or_a_sign_for_private_use(face: Typeface):
    assert not [sign for sign in signs_of(face) if unicodedata.category(sign)[0] == "C"]


@pytest.mark.parametrize(
    ("words", "face"),
    [
        ("Ordinary words, £87,400 at 3.5% — “as is” ≥ ½ ✓ →", OWN),
        ("Zażółć gęślą jaźń", OWN),
        ("Ŵyna ŷd ẁ ẃ ẅ ỳ", OWN),
        ("Nguyễn Thị Hồng Ánh", OWN),
        ("φροντίδα τῶν ἀσθενῶν", OWN),
        ("Мы заботимся", OWN),
        ("Հայաստան", DEJAVU),
        ("საქართველო", DEJAVU),
        ("שלום", DEJAVU),
        ("مرحبا", DEJAVU),
        ("∈⟶⊂", DEJAVU),
        ("☎✉❶┌─┐░", DEJAVU),
        ("₳₯", DEJAVU),
        ("👍🏥🙂😀", EMOJI),
        ("中文한국हिन्दीไทย₿", None),
        ("\ue000\uf0b7", None),
    ],
)
def test_each_script_has_its_face_or_none(words: str, face: Typeface | None):
    found = {each for sign in words if not sign.isspace() for each, _ in stretches(sign)}
    assert found == {face}


def test_stretches_keep_every_sign_in_its_order():
    words = "naïve→βeta⟶x 中\nשםש 👍 x\u0302 ☎ 👍 y"
    found = list(stretches(words))

    assert "".join(each for _, each in found) == words
    assert all(first[0] != then[0] for first, then in pairwise(found))
    assert list(stretches("")) == [(OWN, "")]


def test_a_letter_and_its_marks_are_of_one_face_where_one_has_both():
    assert list(stretches("ax\u0302b")) == [(OWN, "a"), (DEJAVU, "x\u0302"), (OWN, "b")]
    assert list(stretches("a\u0302")) == [(DEJAVU, "a\u0302")]
    assert list(stretches("中\u0302")) == [(None, "中"), (DEJAVU, "\u0302")]


def test_a_space_between_two_signs_of_others_is_no_word_by_itself():
    assert list(stretches("☎ ✉")) == [(DEJAVU, "☎ ✉")]
    assert list(stretches("👍 👍")) == [(EMOJI, "👍"), (DEJAVU, " "), (EMOJI, "👍")]
    assert list(stretches("☎ a")) == [(DEJAVU, "☎"), (OWN, " a")]


def test_what_is_lacking_is_named_sign_by_sign():
    assert list(lacking("x ☎ 中\u2003x\u0302")) == [
        (DEJAVU, "☎"),
        (None, "中"),
        (DEJAVU, "x\u0302"),
    ]
    assert list(lacking("ordinary")) == []
    assert is_own("ordinary")


def test_every_font_that_is_shipped_is_in_the_notices_and_has_its_licence_beside_it():
    notices = (ROOTS[1] / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    families = {"SourceSans3": "OFL", "DejaVuSans": "DejaVu-LICENSE", "NotoEmoji": "NotoEmoji-OFL"}
    for font in resource("fonts").glob("*.ttf"):
        licence = families[font.stem.split("-")[0]]
        assert "Copyright" in resource("fonts", f"{licence}.txt").read_text("utf-8")
        assert f"resources/fonts/{licence}.txt" in notices
    assert all(face.name in notices for face in FACES)


def test_a_paper_is_looked_over_without_what_sets_it():
    asked = "import sys, appraiser.paper.lacking_signs; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
