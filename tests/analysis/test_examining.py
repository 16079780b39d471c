"""Results are examined further, where there is anything to examine."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.analysis.waiting import Patience

from appraiser.analysis.assessing import assess
from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.examination import Examination
from appraiser.analysis.examining import examine
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Weighting
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Scoring
from appraiser.domain.terms import MissingScores, WeightSpread

SHIPPED = load_catalogue()
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}
FEW = Robustness(draws=1024)
SCORED_ONLY = Scoring(missing=MissingScores.SCORED_ONLY)


def made(rows=ROWS, weights=WEIGHTS, **changes) -> Appraisal:
    return panel(weights, rows, **{"robustness": FEW, **changes})


def examined(appraisal: Appraisal, **asked) -> Results:
    return examine(appraisal, assess(appraisal, SHIPPED), **asked)


def found(appraisal: Appraisal) -> Examination:
    examination = examined(appraisal).examination
    assert examination is not None
    return examination


@pytest.mark.parametrize("spread", list(WeightSpread))
def test_every_other_belief_about_the_weights_is_tried_with_the_same_draws(spread) -> None:
    tries = found(made(robustness=Robustness(weights=spread, draws=2048, seed=9))).other_spreads

    assert [each.spread for each in tries] == [each for each in WeightSpread if each is not spread]
    assert {(each.draws, each.seed) for each in tries} == {(2048, 9)}


def test_what_was_worked_out_before_stays_as_it_was() -> None:
    appraisal = made()
    before = assess(appraisal, SHIPPED)

    after = examine(appraisal, before)

    assert before.examination is None
    assert replace(after, examination=None) == before


def test_each_option_has_the_weights_that_do_most_for_it() -> None:
    """method.md 6A-10: on its best criterion A has 60 more than the next, B and C have 40."""
    best = found(made()).best_weights

    assert [each.option for each in best] == ["a", "b", "c"]
    assert [each.margin for each in best] == pytest.approx([60, 40, 40])
    assert best[0].weights == pytest.approx({"c1": 1, "c2": 0, "c3": 0})
    assert all(each.can_be_first for each in best)


def test_weights_that_keep_the_order_do_less() -> None:
    """With w1 >= w2 >= w3, worked out by hand.

    B does best where its leads over A, 60 - 100 w, and over C, 160 w - 40, meet, w being the
    weight of each of the first two. C trails B by 40 (w1 + w2 - w3), the least with all alike.
    """
    a, b, c = found(made()).best_weights_in_order

    assert (a.margin, a.weights["c1"]) == (pytest.approx(60), pytest.approx(1))
    assert b.weights == pytest.approx({"c1": 5 / 13, "c2": 5 / 13, "c3": 3 / 13})
    assert b.margin == pytest.approx(280 / 13)
    assert c.margin == pytest.approx(-40 / 3)
    assert [each.can_be_first for each in (a, b, c)] == [True, True, False]


def test_how_often_each_beats_each_over_all_weights_is_exact() -> None:
    """method.md 6A-8, analytic: A passes B at a half, C at 0.6, and B passes C at 0.4."""
    rows = {"a": (100, 0), "b": (0, 100), "c": (60, 60)}

    beats = found(made(rows, (3, 1))).exact_beats

    assert beats["a"] == {"b": pytest.approx(0.5), "c": pytest.approx(0.4)}
    assert beats["b"] == {"a": pytest.approx(0.5), "c": pytest.approx(0.4)}
    assert beats["c"] == {"a": pytest.approx(0.6), "b": pytest.approx(0.6)}


def test_a_missing_score_leaves_only_what_can_be_said_without_it() -> None:
    examination = found(made({**ROWS, "d": (80, None, 66)}, scoring=SCORED_ONLY))

    assert len(examination.other_spreads) == len(WeightSpread) - 1
    assert all("d" in each.first for each in examination.other_spreads)
    assert examination.best_weights == examination.best_weights_in_order == ()
    assert examination.exact_beats == {}


@pytest.mark.parametrize(
    "appraisal",
    [
        made({"only": (1, 2, 3)}),
        made({}),
        made({"a": (None, None, None), "b": (None, None, None)}),
        made(weighting=Weighting()),
        Appraisal(id="empty"),
    ],
)
def test_where_there_is_nothing_to_compare_results_stay_as_they_are(appraisal) -> None:
    before = assess(appraisal, SHIPPED)

    assert examine(appraisal, before) is before


@pytest.mark.parametrize("rows", [ROWS, {**ROWS, "d": (80, None, 66)}])
def test_shares_are_told_as_they_rise_to_one(rows) -> None:
    told: list[float] = []

    examined(made(rows, scoring=SCORED_ONLY), told=told.append)

    assert len(told) >= len(WeightSpread) - 1
    assert told == sorted(told)
    assert told[0] > 0
    assert told[-1] == 1


def test_it_stops_wherever_it_is_once_the_answer_is_no_longer_wanted() -> None:
    """Nothing is left half done: what was worked out before is what is there."""
    appraisal = made()
    before = assess(appraisal, SHIPPED)
    endless = Patience(1000)
    whole = examine(appraisal, before, cancelled=endless)

    for lasts in range(endless.asked):
        with pytest.raises(Cancelled):
            examine(appraisal, before, cancelled=Patience(lasts))

    assert before == assess(appraisal, SHIPPED)
    assert whole == examine(appraisal, before, cancelled=Patience(endless.asked))


def test_a_belief_that_cannot_be_tried_is_found_and_the_others_are_tried() -> None:
    appraisal = made(robustness=replace(FEW, concentration=0.5))
    told: list[float] = []

    results = examined(appraisal, told=told.append)

    (finding,) = [each for each in results.findings if each.code == "robustness"]
    assert [each.spread for each in results.examination.other_spreads] == [
        WeightSpread.ANY,
        WeightSpread.WITHIN,
    ]
    assert (finding.field, told[-1]) == ("concentration", 1)
    assert finding.words == (
        "How often each option comes first over the weightings around the panel's own cannot be "
        "counted: the concentration of the weights lies from 1 to 1,000,000."
    )
    assert len(results.examination.best_weights) == len(ROWS)
