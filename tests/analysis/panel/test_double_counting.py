"""Criteria that may count the same thing twice."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel

from appraiser.analysis.panel.array_correlations import correlations
from appraiser.analysis.panel.double_counting import Overlap, overlap_findings, overlaps
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Severity
from appraiser.domain.ids import Ref


def columns(*given_: tuple[float | None, ...]) -> Appraisal:
    """Make an appraisal of columns of scores, a criterion each."""
    rows = zip(*given_, strict=True)
    return panel([1.0] * len(given_), {f"o{at}": row for at, row in enumerate(rows)})


def found(*given_: tuple[float | None, ...], **changes) -> tuple[Overlap, ...]:
    return overlaps(score_matrix(columns(*given_)), **changes)


def test_criteria_whose_scores_go_together_are_named_with_their_correlation() -> None:
    (each,) = found((10, 40, 90), (20, 45, 80), (90, 50, 60))

    assert (each.one, each.other) == ("c1", "c2")
    assert each.correlation == pytest.approx(np.corrcoef((10, 40, 90), (20, 45, 80))[0, 1])


def test_the_limit_lies_above_nine_tenths_and_opposites_are_no_double_counting() -> None:
    assert found((0, 50, 100), (100, 50, 0)) == ()
    assert found((0, 50, 100), (0, 100, 50)) == ()
    assert len(found((0, 50, 100), (0, 100, 50), limit=0.4)) == 1


def test_columns_that_do_not_vary_and_too_few_options_are_left_out() -> None:
    assert found((50, 50, 50), (10, 20, 30)) == ()
    assert found((10, 20), (10, 20)) == ()
    assert found((10, 20, 30, None), (None, 20, 30, 40)) == ()
    assert found() == ()
    assert overlaps(score_matrix(panel([1.0], {}))) == ()


def test_a_pair_goes_by_the_options_that_have_both_scores() -> None:
    (each,) = found((10, 20, 30, None, 0), (20, 30, 40, 5, None))

    assert each.correlation == pytest.approx(1)
    assert found((10, 20, 30, 40), (70, 70, 70, None)) == ()
    assert found((10, 20, 30, 90), (70, 70, 70, 0))[:] == ()


def test_each_criterion_is_found_once_with_all_that_go_with_it() -> None:
    appraisal = columns((0, 50, 100), (10, 55, 95), (5, 50, 99))

    findings = list(overlap_findings(appraisal, overlaps(score_matrix(appraisal))))

    assert [(each.code, each.severity, each.ref) for each in findings] == [
        ("double-counting", Severity.WARNING, Ref("criteria", "c1")),
        ("double-counting", Severity.WARNING, Ref("criteria", "c2")),
    ]
    assert findings[0].words == (
        'The scores on "c1" rise and fall with those on "c2" and "c3"; '
        "check that they do not count the same thing twice."
    )


column = st.lists(st.integers(0, 100), min_size=4, max_size=4)


@given(st.lists(column, min_size=2, max_size=5))
@settings(max_examples=60)
def test_correlations_are_those_of_numpy(given_) -> None:
    made = correlations(list(zip(*given_, strict=True)))

    for i, one in enumerate(given_):
        for j, other in enumerate(given_):
            flat = len(set(one)) == 1 or len(set(other)) == 1
            expected = 0 if flat else np.corrcoef(one, other)[0, 1]
            assert made[i][j] == pytest.approx(expected, abs=1e-9)
