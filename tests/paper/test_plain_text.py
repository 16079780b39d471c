from hypothesis import given
from hypothesis import strategies as st

from appraiser.paper.plain_text import clean, one_line, paragraphs, pieces, shortened

ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)


def test_control_characters_and_joiners_are_taken_out():
    assert clean("a\x00b\x1b[0m\u200dc\u202ed") == "ab[0mcd"


def test_accents_are_composed_so_that_the_typeface_has_them():
    assert clean("cafe\u0301") == "caf\u00e9"


def test_lines_end_alike_and_empty_ones_make_no_paragraph():
    assert paragraphs("one\r\n\r\n two \u2028three\n") == ["one", "two", "three"]


@given(ANY, st.integers(20, 60))
def test_a_text_cut_into_pieces_loses_nothing_but_spaces(text: str, most: int):
    found = pieces(text, most)
    assert all(len(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_text_is_cut_at_the_end_of_a_sentence_where_it_can_be():
    assert pieces("It is so now. It was not so.", 20) == ["It is so now.", "It was not so."]


@given(ANY, st.integers(10, 50))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text: str, most: int):
    short = shortened(text, most)
    assert len(short) <= most
    assert short == one_line(text) or short.endswith("…")
