"""What is written is what is read, whatever was changed and in whatever order."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.exc import IntegrityError
from tests.desk import connected, file_of, started
from tests.generated import appraisals, histories

from appraiser.domain.applying import apply
from appraiser.domain.criteria import Criterion
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet
from appraiser.store.connecting import raw, transaction
from appraiser.store.inspecting import faults
from appraiser.store.reader import read_appraisal
from appraiser.store.writer import write_difference

slow = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@contextmanager
def written(folder, appraisal):
    path = folder / "a.appraisal"
    path.unlink(missing_ok=True)
    with connected(file_of(path, appraisal)) as connection:
        yield connection


def read(connection):
    return read_appraisal(raw(connection))


@slow
@given(appraisals())
def test_a_file_gives_back_the_appraisal_it_was_made_of(tmp_path, appraisal):
    with written(tmp_path, appraisal) as connection:
        assert read(connection) == appraisal
        assert faults(raw(connection)) == []


@slow
@given(histories())
def test_after_each_edit_and_each_inverse_the_file_holds_the_snapshot(tmp_path, history):
    appraisal, done = history
    with written(tmp_path, appraisal) as connection:
        for each in done:
            with transaction(connection):
                write_difference(connection, appraisal, each.appraisal)
            appraisal = each.appraisal
        assert read(connection) == appraisal
        for each in reversed(done):
            before = apply(appraisal, each.inverse, undoing=True).appraisal
            with transaction(connection):
                write_difference(connection, appraisal, before)
            appraisal = before
        assert read(connection) == appraisal == history[0]


@slow
@given(appraisals(), appraisals())
def test_any_snapshot_can_follow_any_other(tmp_path, before, after):
    after = replace(after, id=before.id)
    with written(tmp_path, before) as connection:
        with transaction(connection):
            write_difference(connection, before, after)
        assert read(connection) == after


def test_the_order_of_a_collection_is_kept(tmp_path):
    appraisal = started()
    turned = replace(appraisal, readiness_answers=appraisal.readiness_answers[::-1])
    with written(tmp_path, appraisal) as connection:
        with transaction(connection):
            write_difference(connection, appraisal, turned)
        assert read(connection).readiness_answers == appraisal.readiness_answers[::-1]


def test_what_is_the_same_object_is_not_written(tmp_path):
    appraisal = started()
    trust = replace(appraisal.trust, name="Another name")
    with written(tmp_path, appraisal) as connection:
        statements = []
        raw(connection).set_trace_callback(statements.append)
        with transaction(connection):
            write_difference(connection, appraisal, replace(appraisal, trust=trust))
        raw(connection).set_trace_callback(None)
    assert [each.split()[:2] for each in statements] == [
        ["BEGIN", "IMMEDIATE"],
        ["UPDATE", "trust"],
        ["COMMIT"],
    ]


def test_one_score_writes_one_row(tmp_path):
    option = started().options[0].id
    sheet = {Cell(option, f"criterion-{n}"): Score(value=float(n)) for n in range(20)}
    criteria = tuple(Criterion(id=each.criterion, name="A criterion") for each in sheet)
    appraisal = replace(started(), criteria=criteria, sheets={CONSENSUS: ScoreSheet(sheet)})
    changed = {**sheet, Cell(option, criteria[0].id): Score(value=99.0, verbatim=True)}
    after = replace(appraisal, sheets={CONSENSUS: ScoreSheet(changed)})
    with written(tmp_path, appraisal) as connection:
        before = raw(connection).total_changes
        with transaction(connection):
            write_difference(connection, appraisal, after)
        assert raw(connection).total_changes - before == 1
        assert read(connection) == after
        cells = read(connection).sheets[CONSENSUS].cells
        assert cells[Cell(option, criteria[0].id)].verbatim is True


def test_a_snapshot_with_a_link_that_leads_nowhere_leaves_the_file_as_it_was(tmp_path):
    appraisal = started()
    broken = replace(appraisal, paper=replace(appraisal.paper, recommended="nobody"))
    with written(tmp_path, appraisal) as connection:
        with pytest.raises(IntegrityError, match="FOREIGN KEY"), transaction(connection):
            write_difference(connection, appraisal, broken)
        assert read(connection) == appraisal


def test_text_of_any_length_and_language_is_kept_as_it_is(tmp_path):
    name = "<b>&amp;' OR 1=1; --\0 שלום مستشفى 👩🏽‍⚕️ "
    note = name + "x" * 100_000 + "\n\r\n\t"
    appraisal = started()
    appraisal = replace(appraisal, trust=replace(appraisal.trust, name=name, note=note))
    with written(tmp_path, appraisal) as connection:
        assert read(connection) == appraisal
