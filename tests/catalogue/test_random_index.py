"""The tables of random indices, as published and as a trust may add to them."""

from pathlib import Path

import pytest

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.problem import Problem


def test_the_usual_table_is_the_one_of_2005(catalogue: Catalogue) -> None:
    assert catalogue.random_index_table().name == "Saaty 2005"
    assert catalogue.random_index_table("saaty-2005") is catalogue.random_index_table()


def test_the_tables_are_those_published(catalogue: Catalogue) -> None:
    """method.md 4.4; sizes known only from memory are not there."""
    published = {
        "saaty-2005": (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49),
        "saaty-older": (0.58, 0.90, 1.12, 1.24, 1.32, 1.41),
        "donegan-dodd-1991": (0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055),
    }

    assert set(catalogue.random_index) == set(published)
    for name, indices in published.items():
        by_size = catalogue.random_index_table(name).by_size
        assert tuple(by_size[size] for size in range(3, 3 + len(indices))) == indices
        assert catalogue.random_index_table(name).accept == 0.10
    assert max(catalogue.random_index_table("saaty-older").by_size) == 8


def test_a_table_that_is_not_known_is_refused_with_the_nearest(catalogue: Catalogue) -> None:
    words = 'no table of the random index called "saaty-2006"; did you mean "saaty-2005"?'

    with pytest.raises(Problem, match=words.replace("?", r"\?")):
        catalogue.random_index_table("saaty-2006")


def ours(sizes: str) -> str:
    return (
        '[[table]]\nid = "ours"\nname = "Ours"\naccept = 0.2\n'
        f'sizes = [{sizes}]\nbasis = {{ text = "Ours.", standing = "judgement" }}\n'
    )


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ("{ criteria = 3, index = 0.5 }, { criteria = 3, index = 0.6 }", "is given twice"),
        ("{ criteria = 3, index = 0.0 }", "a random index is a number above nought"),
        ("{ criteria = 3, index = nan }", "a random index is a number above nought"),
        ("{ criteria = 3, index = inf }", "a random index is a number above nought"),
    ],
)
def test_a_trusts_own_table_must_make_sense(own: Path, write, sizes: str, said: str) -> None:
    write("random_index.toml", ours(sizes))

    with pytest.raises(Problem, match=said):
        load_catalogue(own=own)


def test_a_trusts_own_table_joins_what_is_shipped(own: Path, write) -> None:
    write("random_index.toml", ours("{ criteria = 3, index = 0.5 }"))

    assert load_catalogue(own=own).random_index_table("ours").by_size == {3: 0.5}
