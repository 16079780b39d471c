"""The support figure: what is spent, committed, planned and left against the cap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.figures.boxes import assert_sound, rects, texts, words_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import SupportLineId
from appraiser.domain.money_terms import SupportKind, SupportStatus
from appraiser.domain.support import SupportLine
from appraiser.domain.trust import Programme
from appraiser.figures.geometry import Anchor, Figure, Line, Role
from appraiser.figures.support import support_figure

SHIPPED = load_catalogue()
CAP = 100_000_00
PARTS = (Role.SERIES_1, Role.SERIES_2, Role.SERIES_3)


def plan(
    spent: int = 0, committed: int = 0, planned: int = 0, cap: int | None = CAP, **kinds: int
) -> Appraisal:
    """A plan of whole amounts in pence, with no VAT in them."""
    statuses = zip(
        (SupportStatus.SPENT, SupportStatus.COMMITTED, SupportStatus.PLANNED),
        (spent, committed, planned),
        strict=True,
    )
    lines = [
        SupportLine(
            id=SupportLineId(status),
            expenses=amount,
            vat_rate=0.0,
            status=status,
            spent=amount if status is SupportStatus.SPENT else 0,
        )
        for status, amount in statuses
    ]
    lines += [
        SupportLine(id=SupportLineId(kind), kind=SupportKind(kind), expenses=amount, vat_rate=0.0)
        for kind, amount in kinds.items()
    ]
    return Appraisal(id="made", programme=Programme(cap=cap), support_lines=tuple(lines))


def drawn(appraisal: Appraisal, width: float = 480) -> Figure:
    return support_figure(assess(appraisal, SHIPPED), appraisal, width)


def lengths(figure: Figure) -> dict[Role, float]:
    return {rect.role: rect.width for rect in rects(figure) if rect.height == 20}


def cap_line(figure: Figure) -> float:
    (line,) = (mark for mark in figure.marks if isinstance(mark, Line))
    return line.x1


def test_the_bar_is_made_of_what_is_spent_committed_and_planned() -> None:
    figure = drawn(plan(spent=20_000_00, committed=30_000_00, planned=37_400_00))

    assert_sound(figure)
    parts = lengths(figure)
    pound = cap_line(figure) / 100_000
    assert [parts[role] + 1 for role in PARTS] == pytest.approx(
        [20_000 * pound, 30_000 * pound, 37_400 * pound]
    )
    assert parts[Role.LINE] == pytest.approx(100_000 * pound)
    assert [text.words for text in texts(figure)] == [
        "£87,400 of £100,000",
        "Cap £100,000",
        "Spent £20,000",
        "Committed £30,000",
        "Planned £37,400",
        "Left £12,600",
    ]


def test_the_finding_is_stated_in_words() -> None:
    assert drawn(plan(20_000_00, 30_000_00, 37_400_00)).alt == (
        "The support plan uses £87,400 of its cap of £100,000: "
        "£20,000 spent, £30,000 committed and £37,400 planned; £12,600 is left."
    )


def test_a_plan_over_its_cap_shows_by_how_much_on_the_bar_and_in_words() -> None:
    figure = drawn(plan(planned=125_000_00))

    assert_sound(figure)
    (over,) = (rect for rect in rects(figure) if rect.role is Role.BAD and rect.height < 8)
    assert over.x == cap_line(figure)
    assert over.width == pytest.approx(cap_line(figure) / 4)
    assert texts(figure)[0].role is Role.BAD
    assert texts(figure)[0].words == "£125,000, £25,000 over the cap"
    assert figure.alt.startswith("The support plan is £25,000 over its cap of £100,000:")
    assert ("Over the cap", "£25,000") in figure.table.rows
    assert "Left" not in words_of(figure)


def test_without_a_cap_there_is_no_line() -> None:
    figure = drawn(plan(planned=5_000_00, cap=None))

    assert_sound(figure)
    assert not any(isinstance(mark, Line) for mark in figure.marks)
    assert words_of(figure).startswith("£5,000, with no cap set")
    assert "no cap is set" in figure.alt
    assert [name for name, _ in figure.table.rows][:4] == [
        "Spent",
        "Committed",
        "Planned",
        "Together",
    ]


@pytest.mark.parametrize("cap", [None, 0, CAP])
def test_an_empty_plan_is_drawn_empty(cap) -> None:
    figure = drawn(plan(cap=cap))

    assert_sound(figure)
    assert set(lengths(figure)) == {Role.LINE}


def test_a_cap_of_nothing_is_over_from_the_first_pound() -> None:
    figure = drawn(plan(planned=1_00, cap=0))

    assert_sound(figure)
    assert cap_line(figure) == 0
    (label,) = (text for text in texts(figure) if text.words == "Cap £0")
    assert label.anchor is Anchor.START


def test_help_in_kind_and_match_funding_stand_apart() -> None:
    figure = drawn(plan(planned=10_00, **{"in-kind": 3_000_00, "match-funded": 15_000_00}))

    assert_sound(figure)
    apart = "Apart from the cap: £3,000 of help in kind and £15,000 paid for by the trust."
    assert words_of(figure).endswith(apart)
    assert figure.alt.endswith(apart)


def test_the_table_gives_every_amount_to_the_penny() -> None:
    figure = drawn(plan(spent=1_50, planned=99))

    assert figure.table.rows == (
        ("Spent", "£1.50"),
        ("Committed", "£0"),
        ("Planned", "£0.99"),
        ("Together", "£2.49"),
        ("Cap", "£100,000"),
        ("Left", "£99,997.51"),
        ("Help in kind, apart from the cap", "£0"),
        ("Paid for by the trust, apart from the cap", "£0"),
    )


def test_the_title_names_the_programme_where_it_has_a_name() -> None:
    made = plan()
    named = replace(made, programme=replace(made.programme, name="Pathfinders"))

    assert drawn(made).title == "Support plan against the cap"
    assert drawn(named).title == "Support plan against the cap of Pathfinders"


amounts = st.sampled_from([0, 1, 99, 10_000_00, 10**15]) | st.integers(0, 10**15)


@given(amounts, amounts, amounts, st.none() | amounts, st.floats(1, 900))
def test_whatever_the_amounts_the_figure_is_sound(spent, committed, planned, cap, width) -> None:
    appraisal = plan(spent, committed, planned, cap, **{"in-kind": spent, "match-funded": cap or 0})

    assert_sound(drawn(appraisal, width))
