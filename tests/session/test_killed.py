"""A process killed at any moment leaves a whole file, and loses nothing it had acknowledged."""

import os
import random
import signal
import time

import pytest
from tests.desk import Desk, trust_name
from tests.domain.examples import after, sealed

from appraiser.domain.barriers import Barrier
from appraiser.domain.edits import AddEntity, SetScores, Several
from appraiser.domain.scores import CONSENSUS, Cell, Score
from appraiser.session.opening import find_recovery, open_document, read_snapshot, recover

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")

KILLS = 200
LONGEST = 0.06  # seconds; some dozens of edits and saves


@pytest.mark.timeout(300)
def test_two_hundred_kills_lose_nothing(tmp_path):
    desk = Desk(tmp_path)
    desk.new(appraisal=after(sealed(), trust_name("Name 0"))).close()
    fresh = desk.path.read_bytes()
    chance = random.Random(20141201)
    recovered = 0
    for _ in range(KILLS):
        desk.path.write_bytes(fresh)
        acknowledged = killed_while_working(desk, chance.uniform(0, LONGEST))
        in_file = number_in(read_snapshot(desk.path))
        recovery = find_recovery(desk.path, folders=desk.folders)
        if recovery is None:
            document = desk.open()
            assert number_in(document.appraisal) == in_file
        else:
            assert not recovery.target_changed
            document = recover(recovery, **desk.common)
            assert number_in(document.appraisal) == in_file + recovery.changes
            recovered += 1
        assert 0 <= number_in(document.appraisal) - acknowledged <= 1, "only the edit in flight"
        assert document.journal_broken_at() is None
        document.close()
        assert list(desk.share.iterdir()) == [desk.path]
        assert desk.working_copies() == []
    assert KILLS * 0.9 > recovered > KILLS * 0.1, "kills fall on both sides of a save"


def test_a_change_cut_off_while_it_was_written_costs_none_of_those_before_it(tmp_path):
    desk = Desk(tmp_path)
    desk.new(appraisal=after(sealed(), trust_name("Name 0"))).close()
    child = os.fork()
    if not child:
        cut_off_while_writing(desk)
    os.waitpid(child, 0)
    (folder,) = desk.working_copies()
    assert (folder / "working.appraisal-journal").stat().st_size > 0, "it was cut off in between"
    recovery = find_recovery(desk.path, folders=desk.folders)
    assert recovery.changes == 2
    document = recover(recovery, **desk.common)
    assert number_in(document.appraisal) == 2
    assert document.journal_broken_at() is None
    document.close()


def cut_off_while_writing(desk):
    """Make two edits and end within the next, when its first page is written and its last not."""
    try:
        document = open_document(desk.path, **desk.common)
        document.apply(edit(1))
        document.apply(edit(2))
        copy = document._keeping.copy
        connection = copy._raw
        connection.execute("PRAGMA cache_size = 1")  # or nothing would be written until the end
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE more (text)")
        connection.execute("INSERT INTO more VALUES (zeroblob(1000000))")
        with copy.content.open("r+b") as file:
            file.seek(28)
            file.write((10_000).to_bytes(4, "big"))  # the header counts pages still to come
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
    finally:
        os._exit(1)


def killed_while_working(desk, after):
    """Kill a child that edits and saves; give the number of the last edit it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        work(desk, writer)
    os.close(writer)
    with open(reader, "rb", buffering=0) as acknowledgements:  # noqa: PTH123 (a pipe has no path)
        acknowledgements.read(1)  # it has opened the file
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = acknowledgements.read()
    return len(rest)


def work(desk, writer):
    """Edit and save until killed, with a byte for each edit that was acknowledged."""
    try:
        document = open_document(desk.path, **desk.common)
        os.write(writer, b"o")
        number = 0
        while True:
            for _ in range(3):
                number += 1
                document.apply(edit(number))
                os.write(writer, b".")
            document.save()
    finally:
        os._exit(1)


def edit(number):
    """Make an edit that writes to several tables: a field, links of a new thing, two scores."""
    cells = (Cell("cic", "quality"), Cell("ft-plus", "engagement"))
    scores = tuple((cell, Score(value=float(number % 101))) for cell in cells)
    barrier = Barrier(id=f"b-{number}", title=f"Barrier {number}", options=("cic", "ft-plus"))
    return Several(
        (
            trust_name(f"Name {number}"),
            AddEntity("barriers", barrier),
            SetScores(CONSENSUS, scores),
        )
    )


def number_in(appraisal):
    """Give the number of the newest edit, of which the file holds all or nothing."""
    number = int(appraisal.trust.name.rpartition(" ")[2])
    added = [each for each in appraisal.barriers if each.id.startswith("b-")]
    assert len(added) == number
    assert all(each.options == ("cic", "ft-plus") for each in added)
    if number:
        values = {score.value for score in appraisal.sheets[CONSENSUS].cells.values()}
        assert values == {float(number % 101)}
    return number
