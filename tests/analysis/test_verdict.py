"""How far the leader is ahead, by the stated rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.analysis.scoring.ranking import TIE, ranking_of, ranks
from appraiser.analysis.sensitivity.leading import leading
from appraiser.analysis.verdict import Thresholds, VerdictKind, rule_words, verdict_of
from appraiser.domain.terms import WeightSpread

RULE = Thresholds(10, 0.80, 5, 0.60)


@pytest.mark.parametrize(
    ("lead", "first", "kind"),
    [
        (10, 0.80, VerdictKind.CLEAR),
        (30, 1.00, VerdictKind.CLEAR),
        (9.9, 0.95, VerdictKind.NARROW),
        (30, 0.79, VerdictKind.NARROW),
        (5, 0.60, VerdictKind.NARROW),
        (4.9, 1.00, VerdictKind.NONE),
        (30, 0.59, VerdictKind.NONE),
    ],
)
def test_both_the_lead_and_the_acceptability_must_be_there(lead, first, kind) -> None:
    found = verdict_of({"a": 50, "b": 50 + lead}, {"a": 1 - first, "b": first}, RULE)

    assert (found.kind, found.leader, found.runner_up) == (kind, "b", "a")
    assert found.lead == pytest.approx(lead)
    assert found.acceptability == first
    assert found.thresholds == RULE


def test_neither_lead_nor_share_is_written_as_more_than_it_reaches() -> None:
    assert [RULE.how_far(lead) for lead in (9.7, 10.0, 4.6)] == [
        "just under 10 points",
        "10 points",
        "just under 5 points",
    ]
    assert [RULE.how_often(share) for share in (0.79, 0.80, 0.58)] == [
        "just under 8 in 10",
        "about 8 in 10",
        "just under 6 in 10",
    ]


def test_a_lead_that_falls_short_only_by_how_sums_are_rounded_counts() -> None:
    found = verdict_of({"a": 60.0, "b": 70.0 - 1e-9}, {"a": 0.0, "b": 1.0}, RULE)

    assert found.lead < 10
    assert found.kind is VerdictKind.CLEAR


def test_options_that_share_the_highest_total_leave_no_leader() -> None:
    found = verdict_of({"a": 60, "b": 60, "c": 40}, {"a": 0.5, "b": 0.5, "c": 0.0}, RULE)

    assert found.kind is VerdictKind.NONE
    assert (found.leaders, found.leader, found.lead) == (("a", "b"), None, 0)


def test_one_option_alone_is_no_comparison() -> None:
    found = verdict_of({"a": 60}, {}, RULE)

    assert (found.kind, found.leader, found.runner_up, found.lead) == (
        VerdictKind.NOT_YET,
        "a",
        None,
        None,
    )
    assert found.reasons == (
        "Only one option has a total and passes its gates, so there is no comparison.",
    )


def test_without_options_there_is_no_verdict() -> None:
    found = verdict_of({}, {}, RULE)

    assert (found.kind, found.leaders, found.lead) == (VerdictKind.NOT_YET, (), None)
    assert found.reasons == ("No option has a total and passes its gates.",)


def test_what_is_missing_holds_the_verdict_back_and_is_said_first() -> None:
    found = verdict_of({"a": 60, "b": 20}, {"a": 1.0, "b": 0.0}, RULE, ("Scores are missing.",))

    assert found.kind is VerdictKind.NOT_YET
    assert found.leader == "a"
    assert found.reasons == ("Scores are missing.",)


def test_the_rule_is_said_with_its_own_numbers_and_weightings() -> None:
    found = verdict_of({"a": 60, "b": 50}, {}, RULE, weightings=WeightSpread.ANY)

    assert rule_words(found) == (
        "To be a clear leader an option needs a lead of at least 10 points and first place in at "
        "least 8 in 10 of all weightings that there could be; a narrow leader needs 5 points and "
        "6 in 10. With less there is no clear leader."
    )


@given(st.floats(0, 100), st.sampled_from([0.5, 1, 1 + 1e-9, 2]))
def test_whoever_ranks_first_leads_however_near_a_tie_it_is(total, ties) -> None:
    totals = {"a": total, "b": total + ties * TIE}

    firsts = [each for each, rank in ranks(totals).items() if rank == 1]

    assert sorted(verdict_of(totals, {}, RULE).leaders) == firsts
    assert sorted(ranking_of(totals).leaders) == firsts
    assert ["ab"[at] for at in leading(list(totals.values()))] == firsts
