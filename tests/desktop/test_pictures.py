"""Whatever file is chosen, a picture comes out that an appraisal holds, or one plain sentence."""

import base64
import gzip
import os
import random
import time
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtGui import QColor
from tests.generated import DOT
from tests.logos import bomb, drawn, png, text
from tests.rights import without_rights

from appraiser.desktop.pictures import LARGEST, picture_in, picture_of
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.checking import MOST_PICTURE, checked
from appraiser.domain.fields import specs
from appraiser.domain.problem import Problem

LOGO = specs(BoardPaper)["logo"]
TEAL = (11, 122, 117)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">'
    b'<rect width="60" height="20" fill="#0b7a75"/></svg>'
)


@pytest.fixture(autouse=True)
def _app(app):
    """Pictures are read with the application up."""


def kept(tmp_path, content: bytes, name: str = "logo.png") -> Image.Image:
    """Choose a file that holds this; give what an appraisal then holds."""
    path = tmp_path / name
    path.write_bytes(content)
    held = picture_in(path)
    assert checked(LOGO, held) == held
    found = Image.open(BytesIO(base64.b64decode(held)))
    assert found.format == "PNG"
    return found


def saved(picture: Image.Image, kind: str, **more) -> bytes:
    stream = BytesIO()
    picture.save(stream, format=kind, **more)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF"])
def test_a_picture_of_any_kind_becomes_a_png(tmp_path, kind):
    found = kept(tmp_path, saved(drawn(300, 100, clear=False).convert("RGB"), kind))
    assert found.size == (300, 100)
    assert found.convert("RGB").getpixel((50, 50)) == pytest.approx(TEAL, abs=16)


def test_the_name_of_the_file_does_not_matter(tmp_path):
    assert kept(tmp_path, png(drawn(60, 30)), "logo é.jpeg.txt").size == (60, 30)


@pytest.mark.parametrize("content", [SVG, gzip.compress(SVG)], ids=["svg", "svgz"])
def test_a_drawing_is_drawn_as_large_as_is_kept(tmp_path, content):
    found = kept(tmp_path, content, "logo.svg")
    assert found.size == (1200, 400)
    assert found.convert("RGB").getpixel((600, 200)) == TEAL


def test_what_is_clear_stays_clear(tmp_path):
    found = kept(tmp_path, png(drawn(300, 100)))
    assert found.getpixel((150, 5))[3] == 0
    assert found.getpixel((50, 50)) == (*TEAL, 255)


def test_a_large_picture_is_made_smaller_in_its_shape(tmp_path):
    found = kept(tmp_path, png(drawn(3000, 1000)))
    assert found.size == (1200, 400)


def test_a_picture_full_of_detail_is_made_as_small_as_an_appraisal_holds(tmp_path):
    noise = Image.frombytes("RGBA", (900, 600), random.Random(7).randbytes(900 * 600 * 4))
    found = kept(tmp_path, png(noise))
    assert found.width < 900
    assert found.width / found.height == pytest.approx(1.5, abs=0.02)
    assert len((tmp_path / "logo.png").read_bytes()) > MOST_PICTURE


def test_a_picture_taken_sideways_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = saved(drawn(300, 100, clear=False).convert("RGB"), "JPEG", exif=exif)
    assert kept(tmp_path, sideways).size == (100, 300)


def test_nothing_else_that_was_in_the_file_is_kept(tmp_path):
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "A Person")
    content = saved(drawn(60, 30), "PNG", pnginfo=said, dpi=(600, 600))
    found = kept(tmp_path, content)
    assert "Author" in Image.open(BytesIO(content)).info
    assert "A Person" not in str(found.info)


def problem(path) -> Problem:
    with pytest.raises(Problem) as caught:
        picture_in(path)
    assert caught.value.safe == "Nothing was changed."
    assert caught.value.todo
    assert caught.value.what.endswith(".")
    return caught.value


NOISY = pytest.mark.qt_log_ignore("JPEG", extend=True)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"no picture at all", id="words"),
        pytest.param(png(drawn())[:60], id="cut off"),
        pytest.param(png(drawn())[:8], id="its head alone"),
        pytest.param(
            saved(drawn(clear=False).convert("RGB"), "JPEG")[:40], id="half a JPEG", marks=NOISY
        ),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'><rect x='", id="half a drawing"),
        pytest.param(b"GIF89a" + bytes(7), id="no size"),
        pytest.param(bytes(500), id="noughts"),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(tmp_path, content):
    (tmp_path / "logo.png").write_bytes(content)
    assert problem(tmp_path / "logo.png").what == ('"logo.png" is not a picture that can be read.')


def test_an_empty_file_a_folder_and_nothing_at_all_are_named(tmp_path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder.png").mkdir()
    assert problem(tmp_path / "empty.png").what == '"empty.png" is empty.'
    assert problem(tmp_path / "folder.png").what == '"folder.png" is a folder, not a picture.'
    assert problem(tmp_path / "gone.png").what.startswith('"gone.png" cannot be read: ')


def test_a_file_that_may_not_be_read_is_named(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(png(drawn(60, 30)))
    path.chmod(0)
    with without_rights(tmp_path):
        assert problem(path).what.startswith('"logo.png" cannot be read: ')


def test_a_small_file_that_unpacks_to_a_hundred_megapixels_is_not_unpacked(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(bomb())
    begun = time.perf_counter()
    said = problem(path).what
    assert time.perf_counter() - begun < 1
    assert said == '"logo.png" is too large to be read: 10,000 by 10,000 dots.'


def test_a_file_without_end_is_not_read(tmp_path):
    path = tmp_path / "logo.png"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "too large" in problem(path).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "logo.png")
    assert problem(tmp_path / "logo.png")


def test_what_an_appraisal_holds_is_shown_or_is_none():
    found = picture_of(DOT)
    assert (found.width(), found.height()) == (1, 1)
    assert picture_of(text(png(drawn(60, 30)))).pixelColor(15, 15) == QColor(*TEAL)
    for broken in ("not base64", text(b"\x89PNG\r\n\x1a\n"), text(bomb())):
        assert picture_of(broken) is None


def test_what_is_kept_is_more_than_print_shows():
    assert LARGEST.width() > 45 / 25.4 * 300
    assert LARGEST.height() > 20 / 25.4 * 300
