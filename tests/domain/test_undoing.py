from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from tests.generated import after, appraisals, edits, histories

from appraiser.domain.applying import apply
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, entities, part_of
from appraiser.domain.criteria_tree import stands_under
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import OptionRole, Part


@given(histories())
def test_undoing_a_whole_sequence_in_reverse_gives_each_snapshot_back(history):
    start, done = history
    before = [start, *(each.appraisal for each in done)]
    now = before[-1]
    for applied, wanted in zip(reversed(done), reversed(before[:-1]), strict=True):
        now = apply(now, applied.inverse, undoing=True).appraisal
        assert now == wanted


@given(histories(max_edits=4))
def test_redoing_what_was_undone_gives_the_same_snapshot_again(history):
    start, done = history
    redo = []
    now = done[-1].appraisal if done else start
    end = now
    for applied in reversed(done):
        undone = apply(now, applied.inverse, undoing=True)
        redo.append(undone.inverse)
        now = undone.appraisal
    for edit in reversed(redo):
        now = apply(now, edit, undoing=True).appraisal
    assert now == end


@given(st.data())
def test_whatever_an_edit_does_not_say_it_touched_is_the_same_object(data):
    before = data.draw(appraisals())
    try:
        done = apply(before, data.draw(edits(before)))
    except Problem:
        return
    for name in [*SINGLES, *COLLECTIONS]:
        if part_of(Ref(name)) not in done.touched:
            assert getattr(done.appraisal, name) is getattr(before, name)
    if Part.SCORES not in done.touched:
        assert done.appraisal.sheets is before.sheets


@given(st.data())
def test_an_edit_leaves_the_snapshot_it_was_given_as_it_was(data):
    given_to_it = data.draw(appraisals())
    copy = deepcopy(given_to_it)
    after(given_to_it, data.draw(edits(given_to_it)))
    assert given_to_it == copy


@given(histories())
def test_after_any_edits_links_lead_somewhere_and_criteria_are_a_tree(history):
    start, done = history
    now = done[-1].appraisal if done else start
    ids = {name: {each.id for each in entities(now, name)} for name in COLLECTIONS}
    items = [getattr(now, name) for name in SINGLES]
    items += [each for name in COLLECTIONS for each in entities(now, name)]
    for item in items:
        for spec in specs(type(item)).values():
            value = getattr(item, spec.name)
            if spec.to and value is not None:
                assert set([value] if spec.kind is Kind.LINK else value) <= ids[spec.to]
    for key, sheet in now.sheets.items():
        assert sheet.cells
        assert key.scorer is None or key.scorer in ids["scorers"]
        assert {cell.option for cell in sheet.cells} <= ids["options"]
        assert {cell.criterion for cell in sheet.cells} <= ids["criteria"]
    for criterion in now.criteria:
        assert not stands_under(now.criteria, criterion.parent, criterion.id)
    roles = [option.role for option in now.options]
    assert roles.count(OptionRole.BUSINESS_AS_USUAL) <= 1
    assert sum(seal.broken_at is None for seal in now.seals) <= 1
