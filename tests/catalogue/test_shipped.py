"""The reference data as it is shipped keeps its own rules."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from appraiser.catalogue.definitions import DefinitionTest, Settles
from appraiser.catalogue.facts import Fact, cells, facts_in
from appraiser.catalogue.forms import Form
from appraiser.catalogue.loading import Catalogue
from appraiser.catalogue.precedents import PrecedentKind
from appraiser.catalogue.subjects import SUBJECTS
from appraiser.domain.ids import BarrierId
from appraiser.domain.plain import entity_from_plain, entity_to_plain
from appraiser.domain.sources import Standing
from appraiser.domain.terms import (
    Answer,
    GateOutcome,
    Inheritance,
    Scope,
    TrustStatus,
)

SHIPPED = {Standing.PUBLISHED, Standing.JUDGEMENT, Standing.UNCONFIRMED}


def facts(catalogue: Catalogue) -> Iterator[tuple[str, Fact]]:
    for subject in SUBJECTS.values():
        for name, entry in catalogue.shelves.entries(subject).items():
            for place, fact in facts_in(entry):
                yield f"{subject.file}, {name}, {place}", fact


def test_every_file_is_whole(catalogue: Catalogue) -> None:
    catalogue.check()


def test_every_published_fact_names_a_source_and_no_other_standing_is_shipped(
    catalogue: Catalogue,
) -> None:
    without = [place for place, fact in facts(catalogue) if fact.needs_source]
    strange = [place for place, fact in facts(catalogue) if fact.standing not in SHIPPED]
    assert (without, strange) == ([], [])


def test_every_source_is_cited(catalogue: Catalogue) -> None:
    cited = {source for _, fact in facts(catalogue) for source in fact.sources}
    assert set(catalogue.sources) - cited == set()


def test_every_fact_is_a_plain_sentence(catalogue: Catalogue) -> None:
    odd = [
        place
        for place, fact in facts(catalogue)
        if not fact.text.endswith(".") or "!" in fact.text or fact.text != fact.text.strip()
    ]
    assert odd == []


def test_every_subject_says_how_old_it_is(catalogue: Catalogue) -> None:
    assert [each.subject for each in catalogue.vintages] == list(SUBJECTS)
    assert all(each.dated == "2026-11" and each.own == "" for each in catalogue.vintages)


def test_the_library_has_the_forms_of_the_programme_and_the_ones_within_the_nhs(
    catalogue: Catalogue,
) -> None:
    assert len(catalogue.forms) == 17
    assert {form.id for form in catalogue.forms.values() if form.stays_in_nhs} == {
        "nhs-trust",
        "foundation-trust",
        "internal-autonomous-unit",
        "ft-plus",
        "management-franchise",
    }


def test_every_class_a_form_can_have_is_described(catalogue: Catalogue) -> None:
    assert list(catalogue.inheritance) == [str(each) for each in Inheritance]
    assert "section 41(3)" in catalogue.inheritance[Inheritance.STATUTORY].vat.text


def test_a_form_answers_for_its_scope_and_the_classes_it_passes_through(
    catalogue: Catalogue,
) -> None:
    llp, venture = catalogue.form("llp"), catalogue.form("joint-venture")
    assert llp.fit(Scope.WHOLE_ORGANISATION).answer.value == "no"
    assert llp.fit(Scope.SERVICE_LINE).answer.value == "narrow"
    assert llp.classes == (Inheritance.INDEPENDENT,)
    assert venture.classes == (Inheritance.OWNED_COMPANY, Inheritance.INDEPENDENT)


def test_forms_can_be_laid_side_by_side_cell_by_cell(catalogue: Catalogue) -> None:
    rows = [cells(form) for form in catalogue.forms.values()]
    labels = [[cell.label for cell in row] for row in rows]
    assert all(each == labels[0] for each in labels)
    assert labels[0][0] == "What it is"
    assert "Staff ownership or voice" in labels[0]
    assert rows[3][0].fact == catalogue.form("ft-plus").what


def test_a_whole_organisation_form_that_needs_an_act_is_barred_by_a_rule(
    catalogue: Catalogue,
) -> None:
    for form in catalogue.forms.values():
        barred = any(
            rule.outcome is GateOutcome.BARS
            and rule.applies.to(form, Scope.WHOLE_ORGANISATION, TrustStatus.NHS_TRUST)
            for rule in catalogue.rules.values()
        )
        needs_act = form.primary_legislation.answer.value in {"yes", "as-base"}
        assert barred == needs_act, form.id


def test_every_rule_says_why_and_what_would_unlock_it_with_its_sources(
    catalogue: Catalogue,
) -> None:
    for rule in catalogue.rules.values():
        assert rule.sources, rule.id
        assert rule.unlock.text, rule.id
    rule = catalogue.rules["no-reserved-contract-for-health-care"]
    assert rule.sources == ("procurement-act-2023", "procurement-act-begins", "psr-and-act-2025")


def test_section_33_is_never_offered_for_nhs_health_care(catalogue: Catalogue) -> None:
    offered = [
        rule.id
        for rule in catalogue.rules.values()
        if "ection 33" in rule.unlock.text and "other services" not in rule.unlock.text
    ]
    assert offered == []


def test_the_pathfinder_programme_of_2014_has_its_cap_its_dates_and_its_questions(
    catalogue: Catalogue,
) -> None:
    template = catalogue.programme("mutuals-in-health-2014")
    programme = template.programme(approval_threshold=50_000_00)

    assert (template.fund, programme.cap) == (1_000_000_00, 100_000_00)
    assert (programme.opens, programme.closes) == (date(2014, 7, 28), date(2014, 9, 4))
    assert programme.template == "mutuals-in-health-2014"
    assert programme.approval_threshold == 50_000_00
    assert "commits the trust to nothing" in programme.terms
    assert entity_from_plain(type(programme), entity_to_plain(programme)) == programme


def test_its_expression_of_interest_asks_two_questions_of_500_words(catalogue: Catalogue) -> None:
    answers = catalogue.programme("mutuals-in-health-2014").eoi_answers()
    assert [(each.id, each.word_limit, each.answer) for each in answers] == [
        ("q1", 500, ""),
        ("q2", 500, ""),
    ]
    assert "challenges" in answers[0].question


def test_a_trust_can_start_from_a_programme_of_its_own(catalogue: Catalogue) -> None:
    programme = catalogue.programme("own-programme").programme()
    assert (programme.funder, programme.cap, programme.opens) == ("", None, None)


def test_a_set_of_criteria_makes_six_with_an_anchor_at_each_end_and_between(
    catalogue: Catalogue,
) -> None:
    template = catalogue.criteria_templates["six-for-a-mutual"]
    made = template.made()

    assert template.basis.standing is Standing.JUDGEMENT
    assert len(made) == 6
    assert len({each.id for each in made}) == 6
    assert all(each.anchor_0 and each.anchor_50 and each.anchor_100 for each in made)
    assert all(entity_from_plain(type(each), entity_to_plain(each)) == each for each in made)


def test_the_verdict_needs_ten_points_or_five(catalogue: Catalogue) -> None:
    verdict = catalogue.verdict
    assert (verdict.clear.points, verdict.clear.acceptability) == (10, 0.80)
    assert (verdict.narrow.points, verdict.narrow.acceptability) == (5, 0.60)


@pytest.mark.parametrize(
    ("schedule", "year", "rate"),
    [
        ("standard", 0, 3.5),
        ("standard", 30, 3.5),
        ("standard", 31, 3.0),
        ("standard", 300, 1.5),
        ("standard", 301, 1.0),
        ("health", 31, 1.29),
        ("long-horizon-sensitivity", 1, 3.0),
        ("review-2026", 30, 3.0),
    ],
)
def test_a_discount_rate_is_that_of_the_years_band(
    catalogue: Catalogue, schedule: str, year: int, rate: float
) -> None:
    assert catalogue.schedule(schedule).rate(year) == rate


def test_a_schedule_gives_no_rate_beyond_what_was_found(catalogue: Catalogue) -> None:
    schedule = catalogue.schedule("review-2026")
    assert schedule.pending
    with pytest.raises(ValueError, match="gives no rate for year 31"):
        schedule.rate(31)


def test_rates_fall_as_the_years_go_on(catalogue: Catalogue) -> None:
    for schedule in catalogue.schedules.values():
        rates = [band.rate for band in schedule.bands]
        assert all(later < earlier for earlier, later in pairwise(rates))


def test_optimism_bias_is_the_published_upper_bound(catalogue: Catalogue) -> None:
    assert {name: each.cost for name, each in catalogue.optimism.items()} == {
        "standard-buildings": 24,
        "non-standard-buildings": 51,
        "standard-civil-engineering": 44,
        "non-standard-civil-engineering": 66,
        "equipment": 200,
        "outsourcing": 41,
    }


def test_there_are_twenty_two_barriers_and_each_has_somebody_who_can_remove_it(
    catalogue: Catalogue,
) -> None:
    assert len(catalogue.barriers) == 22
    assert all(barrier.resolvers for barrier in catalogue.barriers.values())
    assert [cell.label for cell in cells(catalogue.barriers["vat"])] == [
        "What eases it",
        "Law and policy in 2014-15",
        "Position found since",
    ]


def settling(test: DefinitionTest, form: Form) -> Settles | None:
    """Give what of a test its form itself settles."""
    return next(
        (
            each
            for each in test.settled
            if form.id in each.forms or form.stays_in_nhs is each.stays_in_nhs
        ),
        None,
    )


def test_ft_plus_meets_the_programmes_definition_and_no_stricter_one(catalogue: Catalogue) -> None:
    form = catalogue.form("ft-plus")
    failed = {
        definition.id
        for definition in catalogue.definitions.values()
        for test in definition.tests
        if (settled := settling(test, form)) and settled.answer is Answer.NO
    }
    assert list(catalogue.definitions) == [
        "cabinet-office",
        "pathfinder-2014",
        "dcms",
        "procurement-act",
    ]
    assert failed == {"cabinet-office", "dcms", "procurement-act"}


def test_a_definition_leaves_to_people_what_a_form_does_not_settle(catalogue: Catalogue) -> None:
    form = catalogue.form("co-operative-society")
    tests = [test for each in catalogue.definitions.values() for test in each.tests]
    assert all(settling(test, form) is None for test in tests)


def test_the_split_of_a_support_plan_is_a_judgement_that_adds_up(catalogue: Catalogue) -> None:
    shares = catalogue.support_split.values()
    assert sum(share.percent for share in shares) == 100
    assert all(share.basis.standing is Standing.JUDGEMENT for share in shares)


def test_rates_are_dated_and_in_order(catalogue: Catalogue) -> None:
    for rate in catalogue.rates.values():
        given = [each for each in (rate.low, rate.typical, rate.high) if each is not None]
        assert rate.dated
        assert given
        assert given == sorted(given)
    assert catalogue.rates["ukhsa-day-2021"].typical == 1_244_00


def test_precedents_hold_the_six_pathfinders_that_were_confirmed_and_say_so_of_the_rest(
    catalogue: Catalogue,
) -> None:
    of_2014 = [
        each for each in catalogue.precedents.values() if each.kind is PrecedentKind.PATHFINDER_2014
    ]
    *confirmed, rest = of_2014
    assert len(confirmed) == 6
    assert all(each.what.standing is Standing.PUBLISHED for each in confirmed)
    assert "not confirmed" in rest.what.text
    assert rest.outcome.standing is Standing.UNCONFIRMED
    assert len(catalogue.mentors) == 13
    assert catalogue.source("letter-2014").dated == "2014-07-28"


def test_what_became_of_a_pathfinder_of_2010_is_sourced_or_to_be_confirmed(
    catalogue: Catalogue,
) -> None:
    of_2010 = [
        each for each in catalogue.precedents.values() if each.kind is PrecedentKind.PATHFINDER_2010
    ]
    unknown = [each.id for each in of_2010 if each.outcome.standing is Standing.UNCONFIRMED]
    assert len(of_2010) == 10
    assert len(unknown) == 6
    assert all(each.outcome.sources for each in of_2010 if each.id not in unknown)


def test_a_barrier_makes_one_of_an_appraisal_with_who_can_remove_it_and_what_eases_it(
    catalogue: Catalogue,
) -> None:
    for kind in catalogue.barriers.values():
        made = kind.barrier(BarrierId("b"))
        also = kind.resolvers[1] if len(kind.resolvers) > 1 else None
        assert (made.title, made.kind, made.gate) == (kind.title, kind.id, kind.gate)
        assert (made.resolver, made.also_resolver) == (kind.resolvers[0], also)
        assert (made.description, made.mitigation) == (kind.prompt, kind.mitigation.text)
        assert entity_from_plain(type(made), entity_to_plain(made)) == made


def test_every_barrier_asks_a_question_and_says_what_the_law_was_and_is(
    catalogue: Catalogue,
) -> None:
    unsure = {
        each.id
        for each in catalogue.barriers.values()
        if Standing.UNCONFIRMED in {each.law_then.standing, each.law_now.standing}
    }
    assert all(each.prompt.endswith("?") for each in catalogue.barriers.values())
    assert unsure == {"public-view", "training"}
