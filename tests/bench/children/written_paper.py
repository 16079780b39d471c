"""Writes a paper by one peer, and some more times; says when, how long, how much and what memory.

Told the peer, the file that the paper is kept in, how often to write it again, and where to.
"""

import json
import sys
import time
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pickle import loads
from statistics import median

from watching import peak_memory

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

peer, kept, times, out = sys.argv[1:]
bare = peak_memory()
write = import_module(f"tests.bench.paper_peers.{peer}").write
paper = loads(Path(kept).read_bytes())
content = write(paper)
first = time.perf_counter()
digests = {sha256(content).hexdigest()}
later = []
for _ in range(int(times)):
    begun = time.perf_counter()
    content = write(paper)
    later.append(time.perf_counter() - begun)
    digests.add(sha256(content).hexdigest())
most = peak_memory()
Path(out).write_bytes(content)
said = {
    "first": first,
    "later": median(later) if later else None,
    "digests": sorted(digests),
    "memory": None if most is None else most - bare,
}
print(json.dumps(said))
