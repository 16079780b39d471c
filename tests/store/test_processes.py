import os
import subprocess
import sys
from dataclasses import replace

import pytest

from appraiser.store.processes import is_gone, this_process


def test_this_process_runs():
    assert not is_gone(this_process())
    assert this_process().pid == os.getpid()


def test_a_process_that_ended_is_gone():
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert is_gone(replace(this_process(), pid=child.pid))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such processes there")
def test_a_process_that_ended_and_was_not_yet_collected_is_gone():
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    child.stdout.read()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert is_gone(replace(this_process(), pid=child.pid, started=""))
    child.wait()
    child.stdout.close()


def test_a_process_on_another_computer_is_taken_to_run():
    assert not is_gone(replace(this_process(), host="WARD-PC-12", pid=2**22 + 1))


@pytest.mark.skipif(sys.platform == "win32", reason="numbers are unsigned there")
def test_a_number_no_process_can_have_is_taken_to_run():
    assert not is_gone(replace(this_process(), pid=2**63))
