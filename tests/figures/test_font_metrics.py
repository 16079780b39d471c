"""Widths read from the shipped font are those that screen and paper draw."""

import pytest
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from appraiser.figures.font_metrics import face_metrics, source_sans
from appraiser.resources import resource

FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Semibold.ttf"}


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_is_as_wide_as_reportlab_sets_it(bold: bool) -> None:
    registerFont(TTFont(f"peer-{bold}", str(resource("fonts", FILES[bold]))))
    letters = [chr(code) for code in face_metrics(bold=bold).advances if code > 31]

    assert len(letters) > 500
    for letter in letters:
        peer = stringWidth(letter, f"peer-{bold}", 1000)
        assert source_sans(letter, 1000, bold=bold) == pytest.approx(peer, abs=0.51), hex(
            ord(letter)
        )


def test_width_grows_with_size_and_with_weight() -> None:
    words = "University Hospitals of Leicester, £87,400"

    assert source_sans(words, 20) == pytest.approx(2 * source_sans(words, 10))
    assert source_sans(words, 10, bold=True) > source_sans(words, 10)
    assert source_sans("", 10) == 0


@pytest.mark.parametrize(
    ("letter", "ems"),
    [("👩", 1.25), ("院", 1.25), ("ש", 0.7), ("\u200d", 0.0), ("\u05bc", 0.0), ("\n", 0.0)],
)
def test_a_letter_the_face_lacks_has_the_room_its_stand_in_needs(letter: str, ems: float) -> None:
    assert source_sans(letter, 10) == pytest.approx(10 * ems)
