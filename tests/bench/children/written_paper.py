"""Writes a paper by one peer for each line it is sent; says when, how long, and what memory.

Told the peer, and the file that the paper is kept in.
"""

import json
import sys
import time
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pickle import loads

from watching import peak_memory

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

peer, kept = sys.argv[1:]
bare = peak_memory()
write = import_module(f"tests.bench.paper_peers.{peer}").write
paper = loads(Path(kept).read_bytes())
for _ in sys.stdin:
    begun = time.perf_counter()
    content = write(paper)
    ended = time.perf_counter()
    most = peak_memory()
    said = {
        "ended": ended,
        "took": ended - begun,
        "digest": sha256(content).hexdigest(),
        "memory": None if most is None else most - bare,
    }
    print(json.dumps(said), flush=True)
