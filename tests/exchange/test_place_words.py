"""What citations name, in words."""

import pytest
from tests.domain.examples import scored

from appraiser.exchange.place_words import place_words


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("trust", "Trust"),
        ("trust.income", "Trust: Income in a year"),
        ("barriers", "Barriers"),
        ("barriers/vat", "Barrier: VAT"),
        ("options/cic.description", "Option: Company: What would happen"),
        ("factor_marks/m1", "Success factor mark: m1"),
        ("support_lines.day_rate", "Support lines: Day rate, before VAT"),
        ("sheets", "Sheets"),
        ("trust.colour", "trust.colour"),
        ("barriers/gone", "barriers/gone"),
    ],
)
def test_a_place_is_named_in_words_or_left_as_it_was_written(about, words):
    assert place_words(scored(), about) == words
