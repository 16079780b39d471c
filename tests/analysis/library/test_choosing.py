"""Help to choose a form: every form is ranked, with reasons in the library's own words."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from appraiser.analysis.library.choosing import (
    Choices,
    FormChoice,
    StaffWish,
    Suitability,
    Wish,
    Wishes,
    choose_form,
)
from appraiser.catalogue.facts import cells
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.ids import FormNoteId
from appraiser.domain.options import FormNote
from appraiser.domain.terms import Scope, TrustStatus
from appraiser.resources import resource

WHOLE, LINE = Scope.WHOLE_ORGANISATION, Scope.SERVICE_LINE
NHS_TRUST, FOUNDATION_TRUST = TrustStatus.NHS_TRUST, TrustStatus.FOUNDATION_TRUST
RANK = list(Suitability)


def chosen(catalogue: Catalogue, scope: Scope = LINE, **asked) -> Choices:
    return choose_form(catalogue, Wishes(scope, **asked), NHS_TRUST)


def of(choices: Choices, form: str) -> FormChoice:
    return next(each for each in choices.forms if each.form == form)


def fitting(choices: Choices) -> set[str]:
    return {each.form for each in choices.forms if each.says is Suitability.FITS}


FLAGS = ("stays", "lock", "partner", "way_back")


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("staff", [None, *StaffWish])
def test_whatever_is_asked_every_form_is_there_and_no_retained_one_is_hidden(
    catalogue, scope: Scope, staff: StaffWish | None
) -> None:
    retained = {each.id for each in catalogue.forms.values() if each.stays_in_nhs}
    for flags in product([False, True], repeat=len(FLAGS)):
        wishes = Wishes(scope, staff=staff, **dict(zip(FLAGS, flags, strict=True)))
        found = choose_form(catalogue, wishes, FOUNDATION_TRUST)

        assert {each.form for each in found.forms} == set(catalogue.forms)
        assert {each.form for each in found.forms if each.stays_in_nhs} == retained
        assert {"ft-plus", "internal-autonomous-unit", "arms-length-mutual"} <= set(catalogue.forms)
        assert [each.route for each in found.routes] == list(catalogue.routes)
        ranks = [RANK.index(each.says) for each in found.forms]
        assert all(one <= other for one, other in pairwise(ranks))


def test_every_reason_is_a_cell_of_the_library(catalogue) -> None:
    found = chosen(catalogue, staff=StaffWish.OWN, stays=True, lock=True, partner=True)

    for each in found.forms:
        library = {cell.fact.text for cell in cells(catalogue.form(each.form))}
        said = [r for r in each.reasons if r.wish is not Wish.SCOPE]
        assert len(said) == 4
        assert {reason.cell.text for reason in said} <= library


def test_a_whole_trust_that_must_stay_in_the_nhs_with_a_voice_is_led_to_ft_plus(catalogue) -> None:
    found = chosen(catalogue, WHOLE, stays=True, staff=StaffWish.VOICE, way_back=True)

    assert found.forms[0].form == "ft-plus"
    assert fitting(found) == {"ft-plus"}
    assert of(found, "internal-autonomous-unit").says is Suitability.IN_PART


def test_no_form_outside_the_nhs_fits_a_whole_trust(catalogue) -> None:
    found = chosen(catalogue, WHOLE)

    assert all(catalogue.form(each).stays_in_nhs for each in fitting(found))
    worst = of(found, "community-benefit-society").reasons[0]
    assert (worst.wish, worst.says) == (Wish.SCOPE, Suitability.DOES_NOT)
    assert worst.cell.text == "No route in law takes a whole trust there."


def test_staff_of_a_service_who_want_to_own_it_locked_are_led_to_a_company_by_shares(
    catalogue,
) -> None:
    found = chosen(catalogue, staff=StaffWish.OWN, lock=True)

    assert fitting(found) == {"cic-shares"}
    assert of(found, "employee-ownership-trust").says is Suitability.DOES_NOT
    assert of(found, "charity").says is Suitability.DOES_NOT


def test_a_partner_with_capital_leads_to_a_joint_venture(catalogue) -> None:
    assert "joint-venture" in fitting(chosen(catalogue, partner=True))


def test_an_easy_way_back_leaves_a_staged_mutual_fitting_in_part(catalogue) -> None:
    found = chosen(catalogue, way_back=True)

    assert "internal-autonomous-unit" in fitting(found)
    assert of(found, "arms-length-mutual").says is Suitability.IN_PART
    assert of(found, "cic-guarantee").says is Suitability.DOES_NOT
    assert of(found, "nhs-trust").says is Suitability.FITS


def test_the_fewer_wishes_are_missed_the_earlier_a_form_comes(catalogue) -> None:
    found = chosen(catalogue, stays=True, lock=True, staff=StaffWish.OWN)
    missed = [
        sum(reason.says is Suitability.DOES_NOT for reason in each.reasons)
        for each in found.forms
        if each.says is Suitability.DOES_NOT
    ]
    assert missed == sorted(missed)


def test_a_form_not_on_offer_to_such_a_trust_is_shown_and_says_so(catalogue) -> None:
    found = choose_form(catalogue, Wishes(WHOLE), FOUNDATION_TRUST)

    choice = of(found, "nhs-trust")
    assert choice.says is Suitability.DOES_NOT
    assert choice.reasons[0].cell.text == "It is not on offer to an NHS foundation trust."


def test_the_trusts_own_words_are_the_reason_where_it_judges_otherwise(catalogue) -> None:
    note = FormNote(id=FormNoteId("n"), form="ft-plus", field="voice", text="Weak here.")
    found = choose_form(catalogue, Wishes(WHOLE, staff=StaffWish.VOICE), NHS_TRUST, [note])

    cell = next(each.cell for each in of(found, "ft-plus").reasons if each.wish is Wish.STAFF)
    assert (cell.text, cell.ours) == ("Weak here.", True)


def test_staged_routes_are_always_there_and_each_step_says_how_far_it_fits(catalogue) -> None:
    found = chosen(catalogue, WHOLE, stays=True)

    assert len(found.routes) >= 2
    for route in found.routes:
        assert route.sources
        assert all(step.goes_ahead for step in route.steps)
    devolve = next(each for each in found.routes if each.route == "devolve-test-release")
    assert [step.form for step in devolve.steps] == [
        "internal-autonomous-unit",
        "arms-length-mutual",
        "cic-guarantee",
    ]
    assert devolve.steps[0].says is Suitability.FITS
    assert devolve.steps[-1].says is Suitability.DOES_NOT


def test_a_form_of_the_trusts_own_that_says_nothing_of_a_wish_may_fit(tmp_path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    text = resource("reference", "forms.toml").read_text("utf-8")
    head, *forms = text.split("[[form]]")
    cic = next(each for each in forms if 'id = "cic-shares"' in each)
    kept = [line for line in cic.splitlines() if not line.startswith("suits")]
    ours = "\n".join(kept).replace('id = "cic-shares"', 'id = "our-form"')
    (own / "forms.toml").write_text(f"{head}[[form]]{ours}\n", encoding="utf-8")
    wishes = Wishes(LINE, lock=True, partner=True)

    for staff in StaffWish:
        asked = replace(wishes, staff=staff)
        choice = of(choose_form(load_catalogue(own=own), asked, NHS_TRUST), "our-form")
        assert choice.says is Suitability.IN_PART


def test_whether_a_form_stays_in_the_nhs_is_said_before_what_it_is(catalogue) -> None:
    found = chosen(catalogue, stays=True)

    def stays(form: str) -> str:
        reasons = of(found, form).reasons
        return next(each.cell.answer for each in reasons if each.wish is Wish.STAYS)

    assert (stays("ft-plus"), stays("llp")) == ("Stays in the NHS", "Leaves the NHS")
