"""The pictures of the program: their names, and that there is something in them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageStat

SCRIPT = Path(__file__).parent / "screenshots.py"
WIDTH, HEIGHT = 1000, 640
PAGES = ("00-start", "01-trust", "01-trust-whole", "08-results", "08-results-whole")
COLOURS_OF_LETTERS = 30
"""Letters with smooth edges alone have more colours than this; an empty page has one or two."""


def draw(folder, *options):
    command = [sys.executable, str(SCRIPT), str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("pictures") / "new"
    size = ("--width", str(WIDTH), "--height", str(HEIGHT))
    done = draw(made, "--only", "start", "trust", "results", *size)
    assert done.returncode == 0, done.stderr
    return made


def picture(folder, name):
    return Image.open(folder / f"{name}.png").convert("RGB")


def test_there_is_a_picture_of_each_page_in_each_theme(folder):
    wanted = {f"{theme}-{page}.png" for theme in ("light", "dark") for page in PAGES}
    assert {each.name for each in folder.iterdir()} == wanted


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_picture_is_empty(folder, theme, page):
    colours = picture(folder, f"{theme}-{page}").getcolors(1 << 24)
    assert len(colours) > COLOURS_OF_LETTERS


@pytest.mark.parametrize("page", PAGES)
def test_dark_pictures_are_darker_than_light_ones(folder, page):
    light, dark = (
        ImageStat.Stat(picture(folder, f"{theme}-{page}").convert("L")).mean[0]
        for theme in ("light", "dark")
    )
    assert light - dark > 100


def test_the_window_has_the_size_asked_for_and_the_whole_page_its_own(folder):
    assert picture(folder, "light-01-trust").size == (WIDTH, HEIGHT)
    width, height = picture(folder, "light-01-trust-whole").size
    assert width < WIDTH
    assert height > HEIGHT


def test_a_folder_that_cannot_be_made_is_wrong_usage_said_in_a_sentence(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    done = draw(in_the_way)
    assert done.returncode == 2
    assert "cannot be made a folder" in done.stderr
    assert "Traceback" not in done.stderr
