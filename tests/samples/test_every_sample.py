"""What holds for every sample: it reads, it is whole, it is complete, and it names nobody."""

import json

import pytest
from tests.samples.places import places

from appraiser.analysis.assessing import assess
from appraiser.domain.checks import check
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.fields import Kind
from appraiser.domain.findings import Severity
from appraiser.domain.progress import StageState, progress
from appraiser.domain.scores import CONSENSUS
from appraiser.domain.sealing import weights_are_stale
from appraiser.domain.terms import Gate, Listing, OptionRole, ReadinessTest, Round
from appraiser.exchange.reading import appraisal_from_json
from appraiser.exchange.schema import schema_text
from appraiser.exchange.writing import appraisal_to_json
from appraiser.resources import sample

jsonschema = pytest.importorskip("jsonschema")


FRONT_SHEET = (
    *("title", "meeting", "meeting_on", "agenda_item", "sponsor", "presenter", "author"),
    *("contact", "reason", "dissent", "summary", "previously", "risk_reference"),
    *("financial", "finance_lead", "legal", "quality", "equality", "engagement", "monitoring"),
)
"""What a board expects to find filled."""


def test_is_in_the_very_form_that_writing_gives(each, name):
    assert appraisal_to_json(each) == sample(name).read_text(encoding="utf-8")


def test_reads_back_from_what_is_written(each):
    assert appraisal_from_json(appraisal_to_json(each)) == each


def test_fits_the_schema(name):
    document = json.loads(sample(name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(document)


def test_passes_the_check_with_nothing_wrong_stale_or_missing(each):
    assert check(each) == ()


def test_passes_the_check_that_needs_law_and_numbers_without_errors(each, catalogue):
    errors = [f for f in assess(each, catalogue).findings if f.severity is Severity.ERROR]
    assert errors == []


def test_all_ten_stages_are_done(each):
    assert {stage.state for stage in progress(each)} == {StageState.DONE}


def test_is_sealed_before_anyone_scored(each):
    sealed = each.seal
    assert sealed is not None
    assert not weights_are_stale(each)
    assert sealed.sealed_at < min(each.arrived for each in each.attendances)


def test_compares_with_the_baseline_and_with_another_option_inside_the_nhs(each):
    inside = [option for option in each.shortlist if option.stays_in_nhs]
    assert each.business_as_usual in inside
    assert any(option.role is not OptionRole.BUSINESS_AS_USUAL for option in inside)


def test_says_why_an_option_was_left_out_when_and_by_whom(each):
    left_out = [option for option in each.options if option.listing is Listing.LEFT_OUT]
    assert left_out
    for option in left_out:
        assert option.listing_reason
        assert option.left_out_on
        assert option.left_out_by


def test_forms_stay_in_or_leave_the_nhs_as_the_library_says(each, catalogue):
    for option in each.options:
        assert option.stays_in_nhs == catalogue.form(option.form).stays_in_nhs, option.id


def test_uses_only_what_the_reference_data_knows(each, catalogue):
    assert each.programme.template in catalogue.programmes
    assert each.costing.schedule in catalogue.schedules
    assert {barrier.kind for barrier in each.barriers} <= catalogue.barriers.keys()
    assert {use.precedent for use in each.precedent_uses} <= catalogue.precedents.keys()
    categories = {line.optimism_category for line in each.cost_lines} - {""}
    assert categories <= catalogue.optimism.keys()
    for answer in each.definition_answers:
        tests = {test.id for test in catalogue.definitions[answer.definition].tests}
        assert answer.test in tests


def test_every_cell_is_agreed_with_a_reason(each):
    agreed = each.sheets[CONSENSUS].cells
    wanted = {(option.id, leaf.id) for option in each.shortlist for leaf in leaves(each.criteria)}
    assert set(agreed) == wanted
    for cell, score in agreed.items():
        assert score.reason, cell


def test_a_score_lies_within_its_own_range(each):
    for sheet in each.sheets.values():
        for cell, score in sheet.cells.items():
            if score.low is not None and score.high is not None and score.value is not None:
                assert score.low <= score.value <= score.high, cell


def test_everyone_scored_alone_and_most_scored_again(each):
    alone = {key.scorer for key in each.sheets if key.round is Round.ALONE}
    again = {key.scorer for key in each.sheets if key.round is Round.AGAIN}
    assert alone == {scorer.id for scorer in each.scorers}
    assert len(again) >= len(alone) - 1
    assert again <= alone


def test_some_cells_split_the_room(each):
    spreads = []
    alone = [sheet.cells for key, sheet in each.sheets.items() if key.round is Round.ALONE]
    for cell in each.sheets[CONSENSUS].cells:
        given = [cells[cell].value for cells in alone if cells[cell].value is not None]
        spreads.append(max(given) - min(given) if given else 0)
    split = [spread for spread in spreads if spread >= each.scoring.split_range]
    assert 1 <= len(split) <= 5


def test_names_no_scorer(each):
    assert {scorer.name for scorer in each.scorers} == {""}
    assert all(scorer.role for scorer in each.scorers)


def test_an_interest_that_is_not_counted_takes_the_scorer_out_of_the_count(each):
    not_counted = {i.scorer for i in each.interests if i.decision.value == "not-counted"}
    assert not_counted == {scorer.id for scorer in each.scorers if not scorer.counted}
    assert not_counted


def test_answers_every_readiness_test(each):
    assert {answer.test for answer in each.readiness_answers} == set(ReadinessTest)


def test_answers_every_gate_that_people_answer(each):
    answered = {(answer.option, answer.gate) for answer in each.gate_answers}
    for option in each.shortlist:
        if option.role is not OptionRole.BUSINESS_AS_USUAL:
            for gate in (Gate.SAFE, Gate.AFFORDABLE, Gate.CONTRACTABLE):
                assert (option.id, gate) in answered


def test_a_gate_that_does_not_pass_says_what_would_unlock_it(each):
    for answer in each.gate_answers:
        assert bool(answer.unlock) == (answer.answer.value == "no"), answer.id


def test_every_barrier_has_something_done_or_asked(each):
    handled = {action.barrier for action in each.actions} | {r.barrier for r in each.requests}
    assert handled == {barrier.id for barrier in each.barriers}


def test_every_objective_can_be_measured(each):
    for objective in each.objectives:
        assert objective.measure
        assert objective.baseline
        assert objective.target
        assert objective.due
        assert objective.owner
        assert objective.relevance


def test_every_measure_has_its_scale_and_year(each):
    for measure in each.measures:
        assert measure.scale
        assert measure.year
        assert measure.value is not None or measure.rating


def test_an_answer_of_the_expression_of_interest_keeps_to_500_words(each):
    for answer in each.eoi_answers:
        assert 20 <= len(answer.answer.split()) <= 500


def test_support_is_inside_the_cap_and_holds_back_a_contingency(each, catalogue):
    support = assess(each, catalogue).support
    assert support.over_cap == 0
    assert support.contingency >= each.support_plan.least_contingency / 100 * support.used


def test_support_that_takes_on_a_barrier_is_named_with_it(each):
    bought = [line for line in each.support_lines if line.category.value != "contingency"]
    assert all(line.barriers for line in bought)
    assert all(line.basis for line in each.support_lines)


def test_the_front_sheet_is_filled(each):
    for field in FRONT_SHEET:
        assert getattr(each.paper, field), field
    assert len(each.paper.resolutions) >= 2
    for field in each.front_sheet_fields:
        assert field.text or field.confirmed_by


def test_money_kept_out_of_part_1_has_its_exemption_and_reason(each):
    assert each.part_marks
    for mark in each.part_marks:
        assert mark.exemption
        assert mark.reason


def test_text_is_tidy(each):
    for place in places(each):
        if place.spec.kind in {Kind.LINE, Kind.TEXT}:
            assert place.value == place.value.strip(), place.names[0]
            assert "  " not in place.value, place.names[0]
            assert "!" not in place.value, place.names[0]
