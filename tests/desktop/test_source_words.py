"""What a fact rests on is named with who published it and when, as exactly as is known."""

import pytest

from appraiser.desktop.source_words import source_words


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        ("letter-2014", ", 28 July 2014"),
        ("hsj-2014-workshop", ", Health Service Journal, August 2014"),
        ("eoi-form-2014", ", Department of Health and Cabinet Office, 2014"),
        ("definition-collection", ""),
    ],
)
def test_a_source_is_named_with_its_date(catalogue, source, ending):
    said = source_words(catalogue, [source])
    assert said.startswith(catalogue.source(source).title)
    assert said.endswith(ending)
    assert not said.endswith(",")


def test_several_stand_one_after_another_and_unknown_ones_are_left_out(catalogue):
    said = source_words(catalogue, ["cnst", "not-there", "cta-2010"])
    assert said.count("; ") >= 1
    assert source_words(catalogue, ["not-there"]) == ""
