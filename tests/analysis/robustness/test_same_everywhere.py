"""G14: the same rank counts in either precision and whatever the processor can do."""

import pytest
from tests.bench.measuring import NotMeasured
from tests.bench.same_answer import DRAWS, Way, digest, ways

BELIEFS = ("any",)


@pytest.fixture(scope="module")
def usual() -> str:
    return digest(None, DRAWS, BELIEFS)


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.what)
def test_each_way_comes_to_the_same_counts(way: Way | NotMeasured, usual) -> None:
    """performance.md G14: SHA-256 of rank counts of 2^18 draws, exact scores and drawn ones."""
    if isinstance(way, NotMeasured):
        pytest.skip(way.why)

    assert digest(way, DRAWS, BELIEFS) == usual
