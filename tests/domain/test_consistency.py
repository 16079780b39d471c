from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from tests.domain.examples import after, scored, sealed, unsealed
from tests.generated import appraisals

from appraiser.domain.appraisal import entity
from appraiser.domain.barriers import Barrier
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.case import Benefit, EoiAnswer
from appraiser.domain.checks import check
from appraiser.domain.consistency import inconsistencies, words_in
from appraiser.domain.costs import CostLine
from appraiser.domain.edits import LeaveOut, SetField
from appraiser.domain.fields import specs
from appraiser.domain.findings import Severity
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.terms import BarrierStatus, Listing, OptionRole, Recommendation


def found(appraisal):
    return [(each.code, str(each.ref), each.field) for each in inconsistencies(appraisal)]


def test_a_sound_appraisal_has_nothing_wrong():
    assert found(unsealed()) == found(sealed()) == found(scored()) == []


def test_words_are_counted_by_the_spaces_between_them():
    assert words_in(" a  long-term aim\nand more ") == 5
    assert words_in(" \n ") == 0


def test_an_answer_past_its_word_limit_is_wrong():
    answers = (
        EoiAnswer(id="q1", word_limit=2, answer="one two three"),
        EoiAnswer(id="q2", word_limit=3, answer="one two three"),
        EoiAnswer(id="q3", answer="one two three"),
    )
    appraisal = replace(unsealed(), eoi_answers=answers)
    (finding,) = inconsistencies(appraisal)
    assert finding.words == "An answer has 3 words; its limit is 2."
    assert finding.ref == Ref("eoi_answers", "q1")


def test_there_is_a_baseline_and_it_is_on_the_shortlist():
    baseline, *others = unsealed().options
    assert found(replace(unsealed(), options=tuple(others))) == [("no-baseline", "options", "")]
    away = replace(baseline, listing=Listing.LONGLIST)
    assert found(replace(unsealed(), options=(away, *others))) == [
        ("baseline-left-out", "options", "")
    ]


def test_an_option_left_out_says_why_when_and_who():
    left = after(unsealed(), LeaveOut("cic", "No support", "The panel", "2014-12-01"))
    assert found(left) == []
    for field, value in (("listing_reason", " "), ("left_out_by", ""), ("left_out_on", None)):
        changed = after(left, SetField(Ref("options", "cic"), field, value))
        assert found(changed) == [("left-out-unexplained", "options/cic", "listing_reason")]
    nameless = Option(id="x", listing=Listing.LEFT_OUT)
    two = (unsealed().options[0], nameless)
    (finding,) = inconsistencies(replace(unsealed(), options=two, citations=(), part_marks=()))
    assert finding.words.startswith('"Unnamed option" is left out without a reason')


def test_a_barrier_is_accepted_by_somebody_for_a_reason():
    accepted = Barrier(id="b", status=BarrierStatus.ACCEPTED, accepted_by="Board")
    assert found(replace(unsealed(), barriers=(accepted,))) == [
        ("accepted-unexplained", "barriers/b", "accepted_by")
    ]
    reasoned = replace(accepted, status_reason="Small")
    assert found(replace(unsealed(), barriers=(reasoned,))) == []


def test_scores_before_any_seal_and_changes_after_one_are_said():
    assert found(replace(scored(), seals=())) == [("scored-unsealed", "seals", "")]
    changed = after(sealed(), SetField(Ref("options", "jv"), "listing", Listing.SHORTLIST))
    (finding,) = inconsistencies(changed)
    assert (finding.code, finding.severity) == ("stale-weights", Severity.WARNING)


@pytest.mark.parametrize(
    ("first", "last", "wrong"), [(2, 1, True), (1, 1, False), (None, 1, False), (1, None, False)]
)
def test_benefits_end_after_they_begin(first, last, wrong):
    benefit = Benefit(id="b", first_year=first, last_year=last)
    codes = found(replace(unsealed(), benefits=(benefit,)))
    assert codes == ([("years", "benefits/b", "last_year")] if wrong else [])


def test_costs_end_after_they_begin():
    lines = tuple(
        CostLine(id=f"c{last}", option="cic", first_year=3, last_year=last) for last in (2, 3)
    )
    assert found(replace(unsealed(), cost_lines=lines)) == [("years", "cost_lines/c2", "last_year")]


def test_what_is_recommended_is_on_the_shortlist():
    paper = BoardPaper(recommendation=Recommendation.ONE_OPTION, recommended="jv")
    assert found(replace(unsealed(), paper=paper)) == [
        ("recommended-unlisted", "paper", "recommended")
    ]
    for fine in (
        replace(paper, recommended="cic"),
        replace(paper, recommended=None),
        replace(paper, recommendation=Recommendation.PAUSE),
    ):
        assert found(replace(unsealed(), paper=fine)) == []


@given(appraisals())
def test_a_check_gives_sentences_in_the_order_of_the_journey_that_lead_somewhere(appraisal):
    findings = check(appraisal)
    numbers = [finding.stage.number for finding in findings]
    assert numbers == sorted(numbers)
    for finding in findings:
        assert finding.words.endswith((".", "?"))
        assert finding.code
        if finding.ref.id:
            item = entity(appraisal, finding.ref)
            assert not finding.field or finding.field in specs(type(item))


def test_a_check_tells_what_is_missing_and_what_is_wrong():
    nothing = replace(unsealed(), options=())
    codes = {finding.code for finding in check(nothing)}
    assert {"missing", "no-baseline"} <= codes
    assert OptionRole.BUSINESS_AS_USUAL not in [each.role for each in nothing.options]
    dated = after(unsealed(), SetField(Ref("question"), "rules_date", date(2014, 12, 1)))
    assert len(check(dated)) == len(check(unsealed())) - 1
