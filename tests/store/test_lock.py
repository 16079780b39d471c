import json
import os
import subprocess
import sys

import pytest
from tests.desk import BEGAN
from tests.rights import without_rights

from appraiser.store.lock import LockedElsewhere, lock_path, take_lock
from appraiser.store.processes import this_process


@pytest.fixture
def target(tmp_path):
    return tmp_path / "Trust é.appraisal"


def rewritten(target, **changes):
    """Change what a lock says, as if another program had written it."""
    path = lock_path(target)
    said = json.loads(path.read_text())
    said["process"] |= {key: changes.pop(key) for key in list(changes) if key in said["process"]}
    path.write_text(json.dumps(said | changes))


def ended_process():
    """Give the number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_lock_says_who_has_the_document_where_and_since_when(target):
    lock = take_lock(target, "Secretary", BEGAN)
    said = json.loads(lock_path(target).read_text())
    assert said["who"] == "Secretary"
    assert said["process"]["pid"] == os.getpid()
    assert said["process"]["host"] == this_process().host
    assert said["since"] == "2014-12-01T09:00:00+00:00"
    assert said["program"] == "Appraiser"
    lock.release()
    assert not lock_path(target).exists()


def test_somebody_at_another_computer_is_named(target):
    take_lock(target, "Jo", BEGAN)
    rewritten(target, host="WARD-PC-12", pid=ended_process())
    with pytest.raises(LockedElsewhere) as caught:
        take_lock(target, "Secretary", BEGAN)
    assert caught.value.what == (
        '"Trust é.appraisal" is open by Jo on WARD-PC-12, since 1 Dec 2014 09:00.'
    )
    assert caught.value.holder.who == "Jo"


def test_the_same_program_is_told_of_its_other_window(target):
    take_lock(target, "Secretary", BEGAN)
    with pytest.raises(LockedElsewhere, match="is open in another window already"):
        take_lock(target, "Secretary", BEGAN)


def test_a_lock_of_a_process_that_ended_is_replaced(target):
    take_lock(target, "Jo", BEGAN)
    rewritten(target, pid=ended_process())
    assert take_lock(target, "Secretary", BEGAN).holder.who == "Secretary"


@pytest.mark.skipif(sys.platform != "linux", reason="only there is the start of a process told")
def test_a_later_process_given_the_same_number_does_not_hold_the_lock(target):
    take_lock(target, "Jo", BEGAN)
    rewritten(target, started="another boot-1")
    assert take_lock(target, "Secretary", BEGAN).holder.who == "Secretary"


def test_a_lock_can_be_taken_over_and_is_then_ours(target):
    theirs = take_lock(target, "Jo", BEGAN)
    rewritten(target, host="WARD-PC-12")
    mine = take_lock(target, "Secretary", BEGAN, take_over=True)
    theirs.release()
    assert lock_path(target).exists()
    mine.release()
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("said", ["", "{", "[]", '{"who": 1}'])
def test_a_lock_that_says_nothing_is_still_a_lock(target, said):
    lock_path(target).write_text(said)
    with pytest.raises(LockedElsewhere, match="by somebody who left no name"):
        take_lock(target, "Secretary", BEGAN)
    assert take_lock(target, "Secretary", BEGAN, take_over=True).holder.who == "Secretary"


def test_a_folder_that_takes_no_lock_says_so_as_the_computer_does(target):
    target.parent.chmod(0o555)
    with without_rights(target.parent), pytest.raises(PermissionError):
        take_lock(target, "Secretary", BEGAN)
