import pytest

from appraiser.domain.ids import Ref, is_id, new_id


def test_new_ids_are_ids_and_never_the_same():
    made = {new_id("option") for _ in range(2000)}
    assert len(made) == 2000
    assert all(map(is_id, made))
    assert all(each.startswith("option-") for each in made)


@pytest.mark.parametrize("good", ["a", "7", "ft-plus", "a--b", "x" * 64])
def test_ids_are_short_slugs(good):
    assert is_id(good)


@pytest.mark.parametrize(
    "bad", ["", "-a", "a-", "A", "ft plus", "é", "a.b", "a/b", "x" * 65, "a\n", "٣"]
)
def test_nothing_else_is_an_id(bad):
    assert not is_id(bad)


def test_a_ref_is_written_as_a_place():
    assert str(Ref("options", "ft-plus")) == "options/ft-plus"
    assert str(Ref("trust")) == "trust"
