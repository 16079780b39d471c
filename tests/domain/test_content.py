from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.examples import scored
from tests.generated import after, appraisals, edits

from appraiser.domain.content import content_fingerprint


@given(st.data())
def test_the_fingerprint_of_an_appraisal_changes_exactly_when_it_does(data):
    before = data.draw(appraisals())
    changed = after(before, data.draw(edits(before)))
    assert (content_fingerprint(before) == content_fingerprint(changed)) == (before == changed)


def test_the_order_of_sheets_and_scores_is_no_matter():
    turned = dict(reversed(scored().sheets.items()))
    assert content_fingerprint(replace(scored(), sheets=turned)) == content_fingerprint(scored())


def test_another_appraisal_has_another_fingerprint():
    other = replace(scored(), id="other")
    assert content_fingerprint(other) != content_fingerprint(scored())
