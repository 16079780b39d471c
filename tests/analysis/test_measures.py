"""Like is compared with like, and anything else is refused with the reason."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.making import panel

from appraiser.analysis.measures import (
    Comparison,
    Unlike,
    compare_measures,
    compare_with_comparator,
    measure_findings,
)
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.findings import Severity
from appraiser.domain.ids import MeasureId
from appraiser.domain.terms import MeasureKind
from appraiser.domain.trust import Measure, Trust
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

FFT = MeasureKind.FRIENDS_AND_FAMILY
CATALOGUE = load_catalogue()


def measure(**changes) -> Measure:
    made = Measure(id=MeasureId("m"), name="Ours", value=3.6, scale="1 to 5", year="2014")
    return replace(made, **changes)


def beside(comparator: float, name: str, trust: str = "", **changes) -> Comparison:
    found = compare_with_comparator(
        measure(comparator=comparator, comparator_name=name, **changes), CATALOGUE, trust
    )
    assert found is not None
    return found


def test_two_figures_on_one_scale_and_of_one_year_have_a_difference() -> None:
    """The staff survey's engagement was 3.71 in 2014 and 3.61 in 2011 (domain.md section 5)."""
    found = compare_measures(measure(value=3.71), measure(value=3.61, scale="1-5"), CATALOGUE)

    assert found.difference == pytest.approx(0.10)
    assert (found.unlike, found.refusal, found.cautions) == (None, "", ())


def test_different_scales_are_refused_with_both_named() -> None:
    found = compare_measures(measure(), measure(value=7.1, scale="0 to 10"), CATALOGUE)

    assert found.difference is None
    assert found.unlike is Unlike.SCALE
    assert found.refusal == "They are on different scales: 1 to 5 and 0 to 10."
    assert found.sources == ("staff-survey-2015", "staff-survey-2018")


def test_scales_that_the_library_does_not_know_are_the_same_where_they_are_written_alike() -> None:
    weeks = {"kind": MeasureKind.OTHER, "scale": "Weeks, middle patient"}
    found = compare_measures(measure(**weeks, value=14.0), measure(**weeks, value=12.0), CATALOGUE)
    refused = compare_measures(
        measure(**weeks), measure(kind=MeasureKind.OTHER, scale="Days"), CATALOGUE
    )

    assert found.difference == 2.0
    assert refused.refusal == "They are on different scales: weeks, middle patient and days."
    assert refused.sources == ()


def test_different_kinds_are_refused() -> None:
    found = compare_measures(measure(), measure(kind=MeasureKind.TURNOVER), CATALOGUE)

    assert found.unlike is Unlike.KIND
    assert found.refusal == (
        "They measure different things: staff survey engagement and staff turnover."
    )


@pytest.mark.parametrize(("one", "other"), [("", "1 to 5"), ("1 to 5", "  ")])
def test_a_scale_that_is_not_given_is_refused(one: str, other: str) -> None:
    found = compare_measures(measure(scale=one), measure(name="Theirs", scale=other), CATALOGUE)

    assert found.unlike is Unlike.SCALE_UNKNOWN
    named = "Theirs" if one else "Ours"
    assert found.refusal == f'The scale of "{named}" is not given.'


def test_ratings_in_words_are_read_side_by_side() -> None:
    rating = measure(kind=MeasureKind.CQC, value=None, rating="Good", scale="Four levels")
    found = compare_measures(rating, replace(rating, rating="Inadequate"), CATALOGUE)

    assert found.unlike is Unlike.NO_NUMBER
    assert found.refusal == "Ratings in words have no difference; read them side by side."
    one = compare_measures(rating, replace(rating, rating=""), CATALOGUE)
    assert one.refusal == "One of them has no number."


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_is_refused(value: float) -> None:
    found = compare_measures(measure(value=value), measure(), CATALOGUE)
    assert (found.difference, found.unlike) == (None, Unlike.NO_NUMBER)


def test_a_difference_beyond_any_number_is_refused() -> None:
    weeks = {"kind": MeasureKind.OTHER, "scale": "Weeks"}
    found = compare_measures(
        measure(**weeks, value=1.7e308), measure(**weeks, value=-1.7e308), CATALOGUE
    )
    assert found.unlike is Unlike.NO_NUMBER


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2014", "2014", ()),
        ("2013-14", "2013 \u2013 2014", ()),
        ("Survey of 2014", "2014", ()),
        ("2014", "2015", ("The years differ: 2014 and 2015.",)),
        ("2014", "2014-15", ("The years differ: 2014 and 2014-15.",)),
        ("spring", "spring", ()),
        ("", "2014", ("The year is not given.",)),
    ],
)
def test_different_years_are_compared_with_a_caution(one, other, words) -> None:
    found = compare_measures(measure(year=one), measure(year=other), CATALOGUE)
    assert (found.difference, found.cautions) == (0.0, words)


def test_what_the_library_says_to_mind_goes_with_its_sources() -> None:
    sickness = {"kind": MeasureKind.SICKNESS, "scale": "Per cent of days available"}
    found = beside(4.06, "NHS in England, 2014", **sickness)

    assert "6.20 per cent in ambulance trusts" in found.cautions[0]
    assert found.sources == ("sickness-2014",)


# The figure given beside a measure


def test_a_figure_beside_it_is_on_its_scale_and_of_its_year_unless_its_name_says_otherwise() -> (
    None
):
    """Leicester's sample sets 3.6 beside 3.71 for all trusts in 2014."""
    found = beside(3.71, "All trusts in England, 2014")
    assert found.difference == pytest.approx(-0.11)
    assert found.cautions == ()

    assert beside(3.71, "").cautions == ()
    assert beside(3.78, "All trusts, 2015").cautions == ("The years differ: 2014 and 2015.",)


def test_a_figure_whose_name_speaks_of_another_scale_is_refused() -> None:
    found = beside(4.0, "All trusts, on a scale of 0 to 10")
    assert found.refusal == "They are on different scales: 1 to 5 and 0 to 10."


def test_a_figure_that_cannot_stand_on_the_scale_is_refused() -> None:
    found = beside(7.1, "All trusts in England, 2014")

    assert found.unlike is Unlike.SCALE
    assert found.refusal == (
        "7.1 cannot stand on the scale 1 to 5, so it is on another or mistyped."
    )
    assert beside(3.7, "All trusts", value=9.0).unlike is Unlike.SCALE


def test_a_figure_with_a_scale_beside_a_measure_without_one_is_refused() -> None:
    assert beside(7.1, "All trusts, 0 to 10", scale="").unlike is Unlike.SCALE_UNKNOWN


def test_the_friends_and_family_test_is_not_compared_between_trusts() -> None:
    found = beside(95.0, "NHS in England, 2014", kind=FFT, scale="Per cent", value=93.0)

    assert (found.difference, found.unlike) == (None, Unlike.BETWEEN)
    assert found.refusal.startswith(
        "Friends and Family Test is not compared between trusts, because trusts collect"
    )
    assert found.sources == ("fft-study-2014",)


@pytest.mark.parametrize(
    "name", ["The same trust, 2013", "The trust as a whole", "This trust", "Made-up Trust, 2013"]
)
def test_the_friends_and_family_test_is_compared_within_a_trust(name: str) -> None:
    found = beside(95.0, name, "Made-up Trust", kind=FFT, scale="Per cent", value=93.0)
    assert found.difference == -2.0


def test_the_old_and_the_new_friends_and_family_test_are_two_scales() -> None:
    old = measure(kind=FFT, scale="Net promoter score", value=70.0)
    new = measure(kind=FFT, scale="Per cent who would recommend", value=93.0)
    assert compare_measures(old, new, CATALOGUE).unlike is Unlike.SCALE
    assert compare_measures(new, replace(new, value=91.0), CATALOGUE).difference == 2.0


def test_a_measure_with_nothing_beside_it_has_no_comparison() -> None:
    assert compare_with_comparator(measure(), CATALOGUE) is None


values = st.one_of(st.none(), st.floats())
texts = st.one_of(
    st.sampled_from(["", "1 to 5", "0-10", "Per cent", "Net promoter score", "The trust, 2014"]),
    st.text(max_size=12),
)


@given(
    *(st.sampled_from(MeasureKind) for _ in range(2)),
    *(values for _ in range(2)),
    *(texts for _ in range(4)),
)
def test_there_is_a_difference_or_a_reason_and_never_both(
    kind, other_kind, value, other, scale, other_scale, year, name
) -> None:
    one = measure(
        kind=kind, value=value, scale=scale, year=year, comparator=other, comparator_name=name
    )
    two = measure(kind=other_kind, value=other, scale=other_scale, rating=name)
    for found in (compare_measures(one, two, CATALOGUE), compare_with_comparator(one, CATALOGUE)):
        if found is not None:
            assert (found.difference is None) is bool(found.refusal) is (found.unlike is not None)
            assert found.difference is None or abs(found.difference) < inf


@given(
    st.floats(1, 5),
    st.floats(1, 5),
    st.sampled_from(["2014", "2015", ""]),
)
def test_turned_round_the_difference_changes_its_sign(value, other, year) -> None:
    one, two = measure(value=value), measure(value=other, year=year)
    there, back = compare_measures(one, two, CATALOGUE), compare_measures(two, one, CATALOGUE)
    assert there.difference == -back.difference
    assert len(there.cautions) == len(back.cautions)


# What an assessment is told


def found(*measures: Measure, trust: str = "") -> list[tuple[str, str, str]]:
    appraisal = panel([1.0], {"x": (1,)}, measures=measures, trust=Trust(name=trust))
    return [(each.code, each.field, each.words) for each in measure_findings(appraisal, CATALOGUE)]


def test_a_measure_without_scale_or_year_is_found() -> None:
    said = found(measure(scale="", year=" "))

    assert [each[:2] for each in said] == [("measure-scale", "scale"), ("measure-year", "year")]
    assert said[0][2] == 'Give the scale of "Ours", so that it is never compared with unlike.'


def test_a_number_off_its_scale_is_wrong() -> None:
    appraisal = panel([1.0], {"x": (1,)}, measures=(measure(value=7.1),))
    (only,) = measure_findings(appraisal, CATALOGUE)

    assert only.severity is Severity.ERROR
    assert only.ref is not None
    assert (only.ref.collection, only.ref.id, only.field) == ("measures", "m", "value")
    assert only.words == '"Ours" is 7.1, which cannot stand on its scale, 1 to 5.'


def test_a_rating_that_is_none_of_the_levels_is_looked_at() -> None:
    cqc = measure(kind=MeasureKind.CQC, value=None, scale="Four levels")

    assert found(replace(cqc, rating="good")) == []
    assert found(replace(cqc, rating="")) == []
    ((code, field, words),) = found(replace(cqc, rating="Poor"))
    assert (code, field) == ("measure-off-scale", "rating")
    assert words == (
        '"Ours" is "Poor", which is none of Inadequate, Requires improvement, Good and Outstanding.'
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"comparator": 7.1, "comparator_name": "All trusts"}, "7.1 cannot stand on the scale"),
        (
            {
                "kind": FFT,
                "scale": "per cent",
                "value": 90.0,
                "comparator": 95.0,
                "comparator_name": "All trusts",
            },
            "is not compared between trusts",
        ),
    ],
)
def test_a_comparison_that_is_refused_is_found(changes, reason) -> None:
    ((code, field, words),) = found(measure(**changes))
    assert (code, field) == ("comparator-unlike", "comparator")
    assert words.startswith('"Ours" cannot be compared with "All trusts". ')
    assert reason in words


def test_a_figure_without_a_name_is_found_all_the_same() -> None:
    ((_, _, words),) = found(measure(comparator=7.1))
    assert words.startswith('"Ours" cannot be compared with "the figure given beside it". ')


def test_a_comparison_that_holds_or_lacks_a_number_is_not_a_finding() -> None:
    assert found(measure(comparator=3.71, comparator_name="All trusts, 2011")) == []
    assert found(measure(value=None, comparator=3.71)) == []
    kept = measure(kind=FFT, scale="%", value=90.0, comparator=95.0, comparator_name="Ours Trust")
    assert found(kept, trust="Ours Trust") == []


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_the_samples_compare_only_like_with_like(name: str) -> None:
    appraisal = read_appraisal(sample(name))
    assert list(measure_findings(appraisal, CATALOGUE)) == []
