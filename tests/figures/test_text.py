"""Text is broken into lines that fit."""

from hypothesis import given
from hypothesis import strategies as st

from appraiser.figures.font_metrics import source_sans
from appraiser.figures.text import wrapped

SIZE = 10.0


def lines(text: str, width: float = 100.0, **changes) -> tuple[str, ...]:
    return wrapped(text, width, SIZE, source_sans, **changes)


def test_lines_break_between_words() -> None:
    found = lines("Whole-trust community benefit society", most=9)

    assert found == ("Whole-trust community", "benefit society")


def test_a_word_wider_than_a_line_is_broken_inside() -> None:
    found = lines("a " + "w" * 40, most=9)

    assert "".join(found) == "a" + "w" * 40
    assert len(found) > 2


def test_marks_and_joiners_stay_with_their_letter() -> None:
    family = "👩\u200d👩\u200d👧"
    found = lines(family * 4, width=60.0, most=20)

    assert "".join(found) == family * 4
    assert all(line.count("👧") * family == line for line in found)


def test_what_does_not_fit_ends_in_dots() -> None:
    (first, second) = lines("one two three four five six seven eight nine ten eleven", most=2)

    assert second.endswith("…")
    assert not first.endswith("…")
    assert lines("w" * 100_000, most=1)[0].endswith("…")


def test_a_long_text_of_few_words_that_fit_still_says_it_was_cut() -> None:
    assert lines("a" + " " * 1_000 + "b") == ("a…",)


def test_nothing_makes_no_lines() -> None:
    assert lines("") == lines(" \n\t") == ()


@given(st.text(max_size=120), st.floats(60, 300), st.integers(1, 4))
def test_every_line_fits_and_there_are_no_more_than_asked(text: str, width: float, most) -> None:
    found = lines(text, width, most=most)

    assert len(found) <= most
    assert all(source_sans(line, SIZE) <= width for line in found)


@given(st.text(max_size=60))
def test_no_letter_is_lost_where_there_is_room(text: str) -> None:
    assert "".join("".join(lines(text, most=100)).split()) == "".join(text.split())
