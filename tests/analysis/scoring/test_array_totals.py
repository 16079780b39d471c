"""Many tables at once come to the same as one at a time."""

import math
from statistics import fmean, median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraiser.analysis.scoring.additive import total_of
from appraiser.analysis.scoring.array_totals import middle_scores, ranks_of, totals_of
from appraiser.analysis.scoring.ranking import ranks
from appraiser.analysis.weighting.weights import normalised
from appraiser.domain.terms import MissingScores, ScoreFeed

SCORE = st.none() | st.integers(0, 100).map(float)


@st.composite
def tables(draw) -> list[list[list[float | None]]]:
    """Scorers by options by criteria, with gaps."""
    scorers, options, criteria = (draw(st.integers(1, most)) for most in (4, 4, 3))
    row = st.lists(SCORE, min_size=criteria, max_size=criteria)
    table = st.lists(row, min_size=options, max_size=options)
    return draw(st.lists(table, min_size=scorers, max_size=scorers))


def plain(found: np.ndarray) -> list:
    """Give nested lists with None for what is not there."""
    if found.ndim:
        return [plain(each) for each in found]
    return None if math.isnan(found) else pytest.approx(float(found))


@given(tables(), st.data(), st.sampled_from(MissingScores))
@settings(max_examples=60)
def test_totals_are_those_of_the_additive_model(made, data, missing) -> None:
    size = len(made[0][0])
    swings = st.lists(st.sampled_from([0.0, 1.0, 3.0]), min_size=size, max_size=size)
    weights = normalised(data.draw(swings.filter(any)))

    found = totals_of(np.array(made, dtype=float), np.array(weights), missing)

    reaches = [(0.0, 100.0)] * size
    expected = [[total_of(weights, row, reaches, missing).total for row in each] for each in made]
    assert expected == plain(found)


def test_whole_tables_have_whole_totals() -> None:
    """method.md 6A-10: totals 56, 62 and 38."""
    scores = np.array([[100.0, 20, 0], [40, 100, 60], [0, 60, 100]])

    found = totals_of(scores, np.array([0.5, 0.3, 0.2]), MissingScores.WITHHOLD)

    assert found.tolist() == pytest.approx([56, 62, 38])


@given(st.lists(st.lists(SCORE, min_size=3, max_size=3), min_size=1, max_size=4))
def test_ranks_are_those_of_one_table_at_a_time(totals) -> None:
    found = ranks_of(np.array(totals, dtype=float))

    expected = [[rank or 0 for rank in ranks(dict(enumerate(row))).values()] for row in totals]
    assert found.tolist() == expected


def test_more_options_than_a_byte_can_count_are_ranked() -> None:
    falling = np.arange(200, 0, -1.0)

    assert ranks_of(falling).tolist() == list(range(1, 201))
    assert ranks_of(np.zeros(126)).tolist() == [1] * 126
    assert ranks_of(falling[:127]).tolist() == list(range(1, 128))


@given(tables(), st.sampled_from([ScoreFeed.MEAN, ScoreFeed.MEDIAN]))
@settings(max_examples=60)
def test_middles_are_of_what_is_there(made, feed) -> None:
    middle = {ScoreFeed.MEAN: fmean, ScoreFeed.MEDIAN: median}[feed]
    expected = [
        [
            middle(known) if (known := [each for each in cell if each is not None]) else None
            for cell in zip(*rows, strict=True)
        ]
        for rows in zip(*made, strict=True)
    ]

    assert expected == plain(middle_scores(np.array(made, dtype=float), feed))


@pytest.mark.parametrize("feed", [ScoreFeed.MEAN, ScoreFeed.MEDIAN])
def test_of_nobody_there_is_no_middle(feed) -> None:
    assert plain(middle_scores(np.empty((0, 2, 1)), feed)) == [[None], [None]]
