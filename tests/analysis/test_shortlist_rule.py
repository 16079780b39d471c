"""A verdict waits for a shortlist that keeps its rule."""

from dataclasses import replace

from tests.analysis.making import panel

from appraiser.analysis.assessing import assess
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.terms import Listing, OptionRole


def test_without_business_as_usual_there_is_no_verdict(catalogue) -> None:
    made = panel([1.0], {"a": (90,), "b": (20,), "now": (10,)})
    *others, baseline = made.options
    for options in (others, [*others, replace(baseline, listing=Listing.LONGLIST)]):
        verdict = assess(replace(made, options=tuple(options)), catalogue).verdict
        assert verdict.kind is VerdictKind.NOT_YET
        assert verdict.reasons == (
            "Business as usual is not on the shortlist, so there is nothing to compare with.",
        )


def test_without_another_option_in_the_nhs_there_is_no_verdict(catalogue) -> None:
    made = panel([1.0], {"a": (90,), "now": (10,)})
    only = tuple(
        each
        if each.role is OptionRole.BUSINESS_AS_USUAL
        else replace(each, form="", stays_in_nhs=False)
        for each in made.options
    )
    verdict = assess(replace(made, options=only), catalogue).verdict
    assert verdict.reasons == (
        "The shortlist has no option besides business as usual that stays in the NHS.",
    )


def test_results_tell_whether_criteria_and_weights_were_ever_sealed(catalogue) -> None:
    assert not assess(panel([1.0], {"a": (90,), "now": (10,)}), catalogue).sealed
