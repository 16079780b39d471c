from uuid import UUID

import pytest

from appraiser.domain.applying import apply
from appraiser.domain.checks import check
from appraiser.domain.edits import AddEntity
from appraiser.domain.findings import Severity
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Listing, ReadinessTest, Scope

TRUST = "Made-up NHS Trust"


def test_a_new_appraisal_has_a_baseline_weights_and_the_readiness_tests():
    new = new_appraisal(TRUST, Scope.SERVICE_LINE)
    assert UUID(new.id).version == 4
    assert new.trust.name == TRUST
    assert new.question.scope is Scope.SERVICE_LINE
    assert new.question.text == "Should a service line become a mutual?"
    assert new.question.title == new.paper.title == f"Options for a mutual: {TRUST}"
    assert new.business_as_usual.listing is Listing.SHORTLIST
    assert new.business_as_usual.stays_in_nhs
    assert new.weighting.model_set == new.weight_sets[0].id
    assert [each.test for each in new.readiness_answers] == list(ReadinessTest)


def test_no_two_new_appraisals_are_the_same_one():
    one, other = (new_appraisal(TRUST, Scope.WHOLE_ORGANISATION) for _ in range(2))
    assert one.id != other.id
    assert one.weight_sets[0].id != other.weight_sets[0].id


def test_nothing_in_a_new_appraisal_is_wrong_yet():
    new = new_appraisal("", Scope.WHOLE_ORGANISATION)
    assert new.question.title == "Options for a mutual"
    assert {finding.severity for finding in check(new)} == {Severity.MISSING}


def test_every_part_of_a_new_appraisal_would_be_taken_as_an_edit():
    new = new_appraisal(TRUST, Scope.WHOLE_ORGANISATION)
    done = apply(new, AddEntity("options", Option(id="ft-plus", name="FT plus")))
    assert len(done.appraisal.options) == 2


@pytest.mark.parametrize("name", ["two\nlines", "a\x00b", "\ud83d"])
def test_a_name_no_document_can_hold_is_refused(name):
    with pytest.raises(Problem):
        new_appraisal(name, Scope.WHOLE_ORGANISATION)
