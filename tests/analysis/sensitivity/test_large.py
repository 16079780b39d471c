"""Two hundred options against two hundred criteria are nothing out of the way."""

import pytest
from tests.analysis.sensitivity.cases import matrix_of

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.sensitivity.dominance import dominances
from appraiser.analysis.sensitivity.one_at_a_time import decisive_steps
from appraiser.analysis.sensitivity.potential_optimality import potential_optimality
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order, rank_order_dominances
from appraiser.analysis.sensitivity.rank_stability import without_each
from appraiser.analysis.sensitivity.score_switching import score_switches
from appraiser.analysis.sensitivity.tornado import tornado

MANY = 200
RAW = [1 + at * 7 % 13 for at in range(MANY)]
LARGE = matrix_of(
    [each / sum(RAW) for each in RAW],
    {
        f"o{row}": [
            (row * 41 + column * 23 + row * column * 19) % 997 / 10 for column in range(MANY)
        ]
        for row in range(MANY)
    },
)


def test_every_question_has_its_answer() -> None:
    leads = score_switches(LARGE)
    found = tornado(LARGE, {}, 0.5)

    assert len(leads) == MANY - 1
    assert all(len(each.switches) == MANY for each in leads)
    assert found.lead == pytest.approx(min(each.lead for each in leads))
    assert len(without_each(LARGE)) == MANY
    assert dominances(LARGE) == ()
    assert decisive_steps(LARGE) == ()
    assert {each.dominated for each in rank_order_dominances(LARGE)} < set(LARGE.options)


def test_the_linear_programmes_can_be_broken_off() -> None:
    answers = iter([False, False, True])

    with pytest.raises(Cancelled):
        potential_optimality(LARGE, rank_order(LARGE), cancelled=lambda: next(answers))
    assert list(answers) == []
