"""Says when the first paint was, and what it had cost by then. Costs nothing before it."""

import sys
import time


def painted():
    """Give the time, and the most memory this process has held, in MiB where that is told."""
    return {"painted": time.perf_counter(), "memory": _peak_memory()}


def _peak_memory():
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
