from appraiser.paper.wording import (
    listed_or,
    none_identified,
    prose,
    sentence,
)


def test_what_people_wrote_ends_in_a_stop():
    assert sentence(" Two\nlines ") == "Two lines."
    assert sentence("Is it so?") == "Is it so?"
    assert sentence("  ") == ""


def test_each_line_that_people_wrote_is_a_paragraph_with_a_key_of_its_own():
    found = list(prose("why", "One\n\nTwo", "Why."))
    assert [(each.key, each.text) for each in found] == [("why", "Why. One."), ("why-2", "Two.")]


def test_nothing_to_say_names_who_confirmed_it():
    assert (
        none_identified("", "Trust secretary") == "None identified, confirmed by Trust secretary."
    )
    assert none_identified(" ") == "None identified; not yet confirmed."
    assert none_identified("Words", "Trust secretary") == "Words"


def test_things_are_listed_with_or():
    assert listed_or(["a", "b", "c"]) == "a, b or c"
    assert listed_or(["a"]) == "a"
