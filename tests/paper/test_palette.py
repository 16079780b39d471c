import pytest

from appraiser.figures.geometry import SERIES, Role
from appraiser.paper import palette


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2, by relative luminance."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_every_role_of_a_figure_has_a_colour():
    assert set(palette.ROLES) == set(Role)


@pytest.mark.parametrize("colour", [palette.INK, palette.MUTED, palette.STRONG, palette.ACCENT])
def test_words_can_be_read_on_white(colour: str):
    assert contrast_with_white(colour) >= 4.5


@pytest.mark.parametrize("role", SERIES)
def test_marks_can_be_seen_on_white(role: Role):
    assert contrast_with_white(palette.ROLES[role]) >= 3.0


def test_a_faded_colour_is_mixed_with_white():
    assert palette.faded("#000000", 1) == "#000000"
    assert palette.faded("#000000", 0) == "#ffffff"
    assert palette.faded("#005eb8", 0.5) == "#80aedc"
