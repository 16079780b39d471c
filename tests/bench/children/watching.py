"""Says when the first paint was, and what it had cost by then. Costs nothing before it."""

import sys
import time


def painted():
    """Give the time, and the most memory this process has held, in MiB where that is told."""
    return {"painted": time.perf_counter(), "memory": peak_memory()}


def peak_memory():
    """Give the most memory this process has held, in MiB, or None where that is not told.

    Linux counts what the process held from which this one was started in `ru_maxrss`, so there
    its own count is read.
    """
    from pathlib import Path

    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def say_and_end(found):
    """Say what was found and end at once, without the tidying up that nobody measures."""
    import json
    import os

    print(json.dumps(found), flush=True)
    os._exit(0)
