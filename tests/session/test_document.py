"""An open appraisal: what edits, undo and redo do to it and to its journal."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.desk import Desk, trust_name
from tests.generated import appraisals, edits

from appraiser.domain.applying import apply
from appraiser.domain.edits import RemoveEntity, SetField, Several
from appraiser.domain.ids import Ref
from appraiser.domain.journal import How
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def document(desk):
    document = desk.new()
    yield document
    document.discard()


def how_it_went(document):
    return [(line.how, line.words) for line in document.journal()[1:]]


def test_an_edit_makes_another_snapshot_and_leaves_the_one_before(document):
    before = document.appraisal
    applied = document.apply(trust_name("One"))
    assert applied.touched == Part.TRUST
    assert document.appraisal is applied.appraisal
    assert (before.trust.name, document.appraisal.trust.name) == ("Made-up Trust", "One")


def test_each_change_has_a_revision_of_its_own(document):
    seen = [document.revision]
    document.apply(trust_name("One"))
    seen.append(document.revision)
    document.undo()
    seen.append(document.revision)
    document.redo()
    seen.append(document.revision)
    assert seen == sorted(set(seen))


def test_undo_and_redo_are_named_by_what_they_take_back_and_make_again(document):
    assert (document.undo_words, document.redo_words) == ("", "")
    document.apply(trust_name("One"))
    document.apply(trust_name("Two"), words="renaming the trust")
    assert document.undo_words == "renaming the trust"
    document.undo()
    assert document.appraisal.trust.name == "One"
    assert (document.undo_words, document.redo_words) == (
        "trust's name of the trust",
        "renaming the trust",
    )
    document.redo()
    assert document.appraisal.trust.name == "Two"
    assert document.redo_words == ""


def test_a_new_edit_closes_the_way_forward(document):
    document.apply(trust_name("One"))
    document.undo()
    document.apply(trust_name("Two"))
    with pytest.raises(Problem, match="There is nothing to redo"):
        document.redo()


def test_there_is_nothing_to_undo_at_first(document):
    with pytest.raises(Problem, match="There is nothing to undo"):
        document.undo()


def test_undo_and_redo_are_in_the_journal_too(document):
    document.apply(trust_name("One"), words="a name")
    document.undo()
    document.redo()
    assert how_it_went(document) == [
        (How.DID, "a name"),
        (How.UNDID, "a name"),
        (How.REDID, "a name"),
    ]
    assert document.journal_broken_at() is None


def test_an_edit_that_is_refused_leaves_no_trace(document):
    before = document.appraisal
    with pytest.raises(Problem, match="is business as usual and cannot be removed"):
        document.apply(RemoveEntity(Ref("options", before.options[0].id)))
    assert document.appraisal is before
    assert (document.revision, how_it_went(document), document.undo_words) == (0, [], "")


def test_an_edit_that_changes_nothing_is_not_kept(document):
    applied = document.apply(trust_name("Made-up Trust"))
    assert applied.touched == Part(0)
    assert document.apply(Several(())).touched == Part(0)
    assert (document.revision, how_it_went(document), document.undo_words) == (0, [], "")


def test_a_step_that_cannot_be_undone_says_so_and_clears_the_history(document):
    document.apply(trust_name("One"))
    document.apply(trust_name("Two"))
    lost = document._history.done.pop()
    document._history.did(type(lost)(lost.edit, SetField(Ref("trust"), "nothing", 1), "a step"))
    with pytest.raises(Problem, match="This step cannot be undone"):
        document.undo()
    assert document.appraisal.trust.name == "Two"
    assert (document.undo_words, document.redo_words) == ("", "")


class Sessions(RuleBasedStateMachine):
    """Edits, undo, redo, saving and opening in any order, against a list of snapshots."""

    @initialize(appraisal=appraisals())
    def begin(self, appraisal):
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name))
        self.document = self.desk.new(appraisal=appraisal)
        self.before = [appraisal]
        self.after = []

    @rule(data=st.data())
    def edit(self, data):
        edit = data.draw(edits(self.document.appraisal))
        try:
            expected = apply(self.document.appraisal, edit).appraisal
        except Problem:
            with pytest.raises(Problem):
                self.document.apply(edit)
            return
        if expected != self.document.appraisal:
            self.before.append(expected)
            self.after.clear()
        self.document.apply(edit)

    @precondition(lambda self: len(self.before) > 1)
    @rule()
    def undo(self):
        self.document.undo()
        self.after.append(self.before.pop())

    @precondition(lambda self: self.after)
    @rule()
    def redo(self):
        self.document.redo()
        self.before.append(self.after.pop())

    @rule()
    def save(self):
        self.document.save()
        assert self.document.is_saved

    @rule()
    def close_and_open(self):
        self.document.close()
        self.document = self.desk.open()
        self.before, self.after = self.before[-1:], []

    @invariant()
    def is_what_it_should_be(self):
        assert self.document.appraisal == self.before[-1]
        assert bool(self.document.undo_words) == (len(self.before) > 1)
        assert bool(self.document.redo_words) == bool(self.after)

    def teardown(self):
        if hasattr(self, "document"):
            lines = len(self.document.journal())
            assert self.document.journal_broken_at() is None
            self.document.close()
            reopened = self.desk.open()
            assert reopened.appraisal == self.before[-1]
            assert len(reopened.journal()) == lines
            reopened.close()
            assert self.desk.working_copies() == []
            self.folder.cleanup()


TestSessions = Sessions.TestCase
TestSessions.settings = settings(
    max_examples=12, stateful_step_count=12, suppress_health_check=[HealthCheck.too_slow]
)
