"""Words read from right to left, by the examples of the Unicode bidirectional algorithm.

As there, capitals stand for letters that are read from the right: A, B and C are Hebrew.
"""

import pytest

from appraiser.paper.pdf.right_to_left import (
    directions,
    in_drawing_order,
    line_in_drawing_order,
    reads_from_right,
)

HEBREW = str.maketrans("ABC", "\u05d0\u05d1\u05d2")
LATIN = str.maketrans("\u05d0\u05d1\u05d2", "ABC")


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("abc ABC def", "abc CBA def"),
        ("ABC BA", "AB CBA"),
        ("he said ABC BA, she said C", "he said AB CBA, she said C"),
        ("abc ABC BA.", "abc AB CBA."),
        ("ABC (12) x", "(12) CBA x"),
        ("ABC (12)", "(12) CBA"),
        ("x (ABC) y", "x (CBA) y"),
        ("x ABC (AB) [C]", "x [C] (BA) CBA"),
        ("ABC 12.5% AB", "BA 12.5% CBA"),
        ("ABC 12/05/2014", "12/05/2014 CBA"),
        ("12 ABC", "12 CBA"),
        ("ABC - x - BA", "CBA - x - AB"),
        ("A\u05b0B", "BA\u05b0"),
        ("", ""),
        ("nothing of it: 12 (é)", "nothing of it: 12 (é)"),
    ],
)
def test_a_line_is_drawn_in_the_order_in_which_it_is_seen(typed: str, drawn: str):
    assert line_in_drawing_order(typed.translate(HEBREW)).translate(LATIN) == drawn


def test_which_way_a_sign_is_read_does_not_change_where_a_line_ends():
    """A comma between two words read from the right belongs to them, at a line's end too."""
    typed = "x ABC, BA y".translate(HEBREW)
    found = directions(typed)
    first = in_drawing_order([(sign, at) for at, sign in enumerate(typed[:6])], found[:6])

    assert "".join(sign for sign, _ in first).translate(LATIN) == "x ,CBA"
    assert [at for _, at in first] == [0, 1, 5, 4, 3, 2]


def test_only_letters_from_the_right_make_a_text_turn():
    assert reads_from_right("x \u05d0")
    assert reads_from_right("\u0645")
    assert not reads_from_right("12 (é) ☎ 中")
    assert not reads_from_right("")
