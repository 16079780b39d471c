"""A logo is checked, kept in its shape, and no larger than print needs."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from tests.generated import DOT
from tests.logos import bomb, drawn, png, text

from appraiser.domain.problem import Problem
from appraiser.paper.logo import TALLEST, WIDEST, fitted_logo, printed_size


def fitted(picture: Image.Image) -> Image.Image:
    return Image.open(BytesIO(fitted_logo(text(png(picture)))))


def test_there_need_not_be_one():
    assert fitted_logo("") == b""


@pytest.mark.parametrize(
    ("size", "printed"),
    [
        ((900, 300), (45.0, 15.0)),
        ((300, 300), (20.0, 20.0)),
        ((300, 600), (10.0, 20.0)),
        ((60, 30), (60 / 72 * 25.4, 30 / 72 * 25.4)),
        ((1, 1), (25.4 / 72, 25.4 / 72)),
    ],
    ids=["wide", "square", "tall", "too small to be stretched", "a dot"],
)
def test_it_is_printed_in_its_shape_within_its_room(size, printed):
    found = printed_size(png(drawn(*size)))
    assert found == pytest.approx(printed)
    assert found[0] <= WIDEST
    assert found[1] <= TALLEST


def test_it_has_no_more_dots_than_print_shows_and_is_never_blown_up():
    assert fitted(drawn(3000, 1000)).size == (531, 177)
    assert fitted(drawn(60, 30)).size == (60, 30)


def test_what_is_clear_stays_clear_and_what_is_not_needs_no_mask():
    assert fitted(drawn()).mode == "RGBA"
    assert fitted(drawn(clear=False)).mode == "RGB"


@pytest.mark.parametrize("mode", ["L", "LA", "1", "P", "RGB"])
def test_every_kind_of_png_is_read(mode):
    assert fitted(drawn(clear=False).convert(mode)).size == (531, 177)


def test_greys_of_sixteen_bits_keep_their_shade():
    grey = Image.new("I;16", (20, 20), 40_000)
    assert fitted(grey).getpixel((0, 0)) == (156, 156, 156)


def test_what_the_file_says_of_its_author_is_left_out():
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "A Person")
    stream = BytesIO()
    drawn(60, 30).save(stream, format="PNG", pnginfo=said)
    assert b"A Person" in stream.getvalue()
    assert b"A Person" not in fitted_logo(text(stream.getvalue()))


HEAD = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    "broken",
    [
        HEAD,
        HEAD + b"nothing that a picture is made of",
        png(drawn())[:400],
        png(drawn()).replace(b"IDAT", b"IDAX"),
        bomb(),
        png(drawn())[:16] + bytes(8) + png(drawn())[24:],
    ],
    ids=["its head alone", "no picture", "cut off", "broken inside", "a bomb", "no size"],
)
def test_one_that_cannot_be_read_is_named(broken):
    with pytest.raises(Problem) as caught:
        fitted_logo(text(broken))
    assert caught.value.place == "paper.logo"
    assert caught.value.what == "The logo cannot be read as a picture."
    assert caught.value.safe
    assert caught.value.todo


def test_the_smallest_of_pictures_is_one():
    with Image.open(BytesIO(fitted_logo(DOT))) as found:
        assert found.size == (1, 1)
