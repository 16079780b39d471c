"""The ranking figure: its bars, its words and its table."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel, retained, society
from tests.figures.boxes import assert_sound, rects, texts, words_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import BarrierId, CriterionId, GateAnswerId, OptionId
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, Scoring
from appraiser.domain.terms import Answer, Gate, MissingScores, OutOfRange, ValueShape
from appraiser.figures.geometry import SERIES, Figure, Role
from appraiser.figures.ranking import FADED, ranking_figure
from appraiser.figures.remarks import BAR

SHIPPED = load_catalogue()
WEIGHTS = {"voice": 0.5, "care": 0.3, "money": 0.2}
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}


def drawn(appraisal: Appraisal, width: float = 480) -> Figure:
    return ranking_figure(assess(appraisal, SHIPPED), appraisal, width)


def bars(figure: Figure):
    """The segments of the bars, row by row from the top."""
    rows: dict[float, list] = {}
    for rect in rects(figure):
        if rect.height == BAR and rect.role in SERIES:
            rows.setdefault(rect.y, []).append(rect)
    return [rows[y] for y in sorted(rows)]


def named(**names: str) -> Appraisal:
    made = panel(WEIGHTS, dict(zip(names, ROWS.values(), strict=True)))
    options = tuple(replace(each, name=names[each.id]) for each in made.options)
    return replace(made, options=options)


def test_options_stand_by_rank_with_their_whole_totals() -> None:
    figure = drawn(panel(WEIGHTS, ROWS))

    assert_sound(figure)
    assert [text.words for text in texts(figure)][:6] == ["B", "62", "A", "56", "C", "38"]
    assert words_of(figure).endswith("voice care money")


def test_a_segment_is_as_long_as_the_points_its_criterion_contributes() -> None:
    figure = drawn(panel(WEIGHTS, ROWS))
    (first, second, third), (voice, care), _ = bars(figure)

    point = (second.x - first.x) / 20  # B has 20 points for voice, 30 for care, 12 for money
    assert third.x - second.x == pytest.approx(30 * point)
    assert third.width == pytest.approx(12 * point - 1)
    assert care.x - voice.x == pytest.approx(50 * point)  # A has 50 for voice, none for money
    assert [rect.role for rect in (first, second, third)] == list(SERIES[:3])


def test_neighbouring_segments_are_parted_by_a_gap() -> None:
    for row in bars(drawn(panel(WEIGHTS, ROWS))):
        for left, right in pairwise(row):
            assert right.x - (left.x + left.width) >= 0.999


def test_the_finding_is_stated_in_words() -> None:
    assert drawn(panel(WEIGHTS, ROWS)).alt == (
        "B has the highest total, 62 of 100, 6 points ahead of A: no clear leader."
    )
    one = drawn(panel([1.0], {"a": (61,), "b": (60,)}))
    assert one.alt == "A has the highest total, 61 of 100, 1 point ahead of B: no clear leader."
    tied = drawn(panel([1.0], {"a": (50,), "b": (50,)}))
    assert tied.alt == "A and B share the highest total, 50 of 100: no clear leader."
    alone = drawn(panel([1.0], {"a": (50,)}))
    assert alone.alt.startswith("There is no verdict yet. ")
    assert alone.alt.endswith("So far A has the highest total, 50 of 100.")


def test_the_leader_stands_out_once_there_is_a_verdict() -> None:
    def bold(appraisal: Appraisal) -> list[str]:
        return [text.words for text in texts(drawn(appraisal)) if text.bold and text.x == 0]

    assert bold(panel(WEIGHTS, ROWS)) == ["B"]
    assert bold(panel(WEIGHTS, {**ROWS, "d": (None, 100, 100)})) == []


def test_the_table_holds_every_number() -> None:
    table = drawn(panel(WEIGHTS, ROWS)).table

    assert table.header == (
        "Option",
        "voice",
        "care",
        "money",
        "Total",
        "Rank",
        "Rank without gates",
        "Gates",
    )
    assert table.rows[0] == ("B", "20.0", "30.0", "12.0", "62", "1", "1", "not yet answered")


def barred(made: Appraisal, option: str, **changes) -> Appraisal:
    answer = GateAnswer(
        id=GateAnswerId("no"),
        option=OptionId(option),
        gate=Gate.AFFORDABLE,
        answer=Answer.NO,
        **changes,
    )
    return replace(made, gate_answers=(answer,))


def test_a_barred_option_comes_last_and_faded_with_the_reason() -> None:
    figure = drawn(barred(panel(WEIGHTS, ROWS), "b"))

    assert_sound(figure)
    assert {rect.strength for rect in bars(figure)[-1]} == {FADED}
    assert {rect.strength for rect in bars(figure)[0]} == {1.0}
    assert "barred: not affordable with VAT and tax" in words_of(figure)
    assert any(rect.role is Role.BAD_TINT for rect in rects(figure))
    assert figure.alt.endswith("Barred by a gate: B.")
    assert figure.table.rows[-1][-3:] == ("barred", "1", "barred: not affordable with VAT and tax")


def test_one_reason_is_told_and_the_others_are_counted() -> None:
    made = replace(panel(WEIGHTS, ROWS), options=(retained("a"), society("b")))
    stopper = Barrier(
        id=BarrierId("x"), title="VAT", show_stopper=True, gate=Gate.SAFE, options=(OptionId("b"),)
    )
    figure = drawn(replace(made, barriers=(stopper,)))

    assert_sound(figure)
    first = next(r for r in SHIPPED.rules.values() if r.outcome.value == "bars")
    assert f"barred: {first.title[:1].lower()}{first.title[1:]} and" in figure.table.rows[-1][-1]


def test_gates_that_pass_or_warn_are_told_in_the_table() -> None:
    made = panel([1.0], {"a": (10,), "b": (20,)})
    yes = tuple(
        GateAnswer(id=GateAnswerId(f"{option}-{gate}"), option=option, gate=gate, answer=Answer.YES)
        for option in ("a", "b")
        for gate in Gate
    )
    watch = Barrier(id=BarrierId("w"), title="Watch", gate=Gate.SAFE, options=(OptionId("b"),))
    figure = drawn(replace(made, gate_answers=yes, barriers=(watch,)))

    assert [row[-1] for row in figure.table.rows] == ["passes with a warning", "passes"]


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (MissingScores.WITHHOLD, "no total: 1 score missing"),
        (MissingScores.BOUNDS, "5 to 35: 1 score missing"),
        (MissingScores.SCORED_ONLY, "on 70% of the weight, 1 score missing"),
    ],
)
def test_missing_scores_are_told_and_not_drawn_as_nought(policy, words) -> None:
    made = panel(WEIGHTS, {**ROWS, "d": (10, None, 0)}, scoring=Scoring(missing=policy))
    figure = drawn(made)

    assert_sound(figure)
    assert words in words_of(figure)
    assert words in figure.table.rows[-1][4]
    assert figure.table.rows[-1][2] == "score missing"


def test_a_range_is_drawn_where_the_total_is_not_known() -> None:
    policy = Scoring(missing=MissingScores.BOUNDS)
    figure = drawn(panel(WEIGHTS, {**ROWS, "d": (10, None, 0), "e": (None,) * 3}, scoring=policy))

    ranges = [rect for rect in rects(figure) if rect.role is Role.MUTED and rect.height == BAR]
    full = bars(figure)[0]
    point = (full[1].x - full[0].x) / 20
    assert [rect.width for rect in ranges] == [pytest.approx(30 * point)]


def test_a_withheld_total_is_not_drawn_in_part() -> None:
    figure = drawn(panel(WEIGHTS, {"a": (10, 20, 30), "b": (100, None, 100)}))

    assert len(bars(figure)) == 1
    assert {rect.height for rect in rects(figure) if rect.role is Role.MUTED} == set()


def test_totals_past_a_hundred_stay_inside_the_frame() -> None:
    steep = Criterion(
        id=CriterionId("voice"),
        name="Voice",
        shape=ValueShape.LINEAR,
        points=((0.0, 0.0), (1.0, 100.0)),
        out_of_range=OutOfRange.EXTRAPOLATE,
    )
    made = panel({"voice": 1.0}, {"a": (1,), "b": (1,), "c": (1,)})
    performances = {"a": 9_000.0, "b": -7.0, "c": 0.5}
    cells = {
        Cell(OptionId(option), steep.id): Score(performance=performance)
        for option, performance in performances.items()
    }
    figure = drawn(replace(made, criteria=(steep,), sheets={CONSENSUS: ScoreSheet(cells)}))

    assert_sound(figure)
    assert [row[2] for row in figure.table.rows] == ["900,000", "50", "-700"]


def test_without_weights_there_are_names_and_no_bars() -> None:
    figure = drawn(panel([0.0], {"a": (10,), "b": (20,)}))

    assert_sound(figure)
    assert bars(figure) == []
    assert "no total: the weights are missing" in words_of(figure)
    assert figure.alt.startswith("There is no verdict yet. The weights at the top of the tree")
    assert figure.table.rows[0][1:3] == ("none", "no total: the weights are missing")


def test_without_options_the_figure_says_so() -> None:
    figure = drawn(panel(WEIGHTS, {}))

    assert_sound(figure)
    assert words_of(figure) == figure.alt == "No options are on the shortlist yet."
    assert figure.table.rows == ()


@pytest.mark.parametrize("count", [1, 2, 60])
@pytest.mark.parametrize("width", [100, 480, 1_400])
def test_any_number_of_options_fits_any_width(count: int, width: float) -> None:
    rows = {f"option-{at}": (at % 101, 100 - at % 101, 50) for at in range(count)}
    figure = drawn(panel(WEIGHTS, rows), width)

    assert_sound(figure)
    assert len(figure.table.rows) == count


AWKWARD = (
    "x" * 100,
    "A community benefit society for the whole of the trust, its hospitals and all its services",
    "خيار المجتمع الكامل",
    "שירות אורתופדי בבעלות הצוות",
    "👩🏽‍⚕️🏥 ward run by its staff",
    "<b>&amp;</b> \t\n\x0b",
    "",
    "   ",
    "w" * 100_000,
)


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("width", [260, 480])
def test_any_name_stays_in_its_column(name: str, width: float) -> None:
    appraisal = barred(named(one=name, two="FT plus", three=name), "three", reason=name)
    criteria = tuple(replace(each, name=name) for each in appraisal.criteria)
    figure = drawn(replace(appraisal, criteria=criteria), width)

    assert_sound(figure)
    assert figure.table.rows[-1][0] == (name.strip() or "Unnamed option")
    assert figure.height < 600


def tree(count: int, branches: int) -> Appraisal:
    """As many leaves as asked for, spread over some branches, or over none."""
    tops = tuple(Criterion(id=CriterionId(f"t{at}"), name=f"Top {at}") for at in range(branches))
    leaves = tuple(
        Criterion(
            id=CriterionId(f"c{at}"),
            name=f"Leaf {at}",
            parent=tops[at % branches].id if branches else None,
        )
        for at in range(count)
    )
    weights = {f"c{at}": float(count - at) for at in range(count)}
    made = panel(weights | {top.id: 1.0 for top in tops}, {"a": [0.0] * (count + branches)})
    scores = panel(weights, {"a": [50.0] * count}).sheets
    return replace(made, criteria=(*tops, *leaves), sheets=scores)


@pytest.mark.parametrize(
    ("count", "branches", "legend"),
    [
        (7, 0, [f"Leaf {at}" for at in range(7)]),
        (8, 0, [*(f"Leaf {at}" for at in range(6)), "2 other criteria"]),
        (12, 3, ["Top 0", "Top 1", "Top 2"]),
        (12, 1, [*(f"Leaf {at}" for at in range(6)), "6 other criteria"]),
        (30, 10, None),
    ],
)
def test_no_colour_stands_for_two_things(count: int, branches: int, legend) -> None:
    figure = drawn(tree(count, branches))

    (bar,) = bars(figure)
    roles = [rect.role for rect in bar]
    assert len(roles) == len(set(roles)) <= len(SERIES)
    assert sum(rect.width + 1 for rect in bar) == pytest.approx(
        bar[-1].x + bar[-1].width + 1 - bar[0].x
    )
    if legend is not None:
        assert words_of(figure).endswith(" ".join(legend))
    assert len(figure.table.header) == 5 + count


names = st.text(max_size=40)
cells = st.one_of(st.none(), st.integers(0, 100))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(names, st.lists(cells, min_size=3, max_size=3)), max_size=6),
    st.lists(names, min_size=3, max_size=3),
    st.sampled_from(MissingScores),
    st.floats(1, 900),
)
def test_whatever_is_typed_the_figure_is_sound(rows, criteria, policy, width) -> None:
    made = panel(
        WEIGHTS,
        {f"o{at}": row for at, (_, row) in enumerate(rows)},
        scoring=Scoring(missing=policy),
    )
    options = tuple(
        replace(option, name=name) for option, (name, _) in zip(made.options, rows, strict=True)
    )
    renamed = tuple(
        replace(each, name=name) for each, name in zip(made.criteria, criteria, strict=True)
    )
    appraisal = replace(made, options=options, criteria=renamed)

    assert_sound(drawn(barred(appraisal, "o0"), width))
