"""Writes the paper of the Leicester sample as a command does, then some more times."""

import json
import sys
import time
from pathlib import Path
from statistics import median

from appraiser.exporting.to_file import export_to
from appraiser.resources import sample
from appraiser.session.opening import read_snapshot

OUT = Path("paper.pdf")


def written():
    begin = time.perf_counter()
    export_to(appraisal, OUT)
    return time.perf_counter() - begin


appraisal = read_snapshot(sample("leicester"))
written()
first = time.perf_counter()
later = median(written() for _ in range(int(sys.argv[1])))

import pypdfium2  # noqa: E402

pages = len(pypdfium2.PdfDocument(OUT))
print(json.dumps({"first": first, "later": later, "pages": pages, "size": OUT.stat().st_size}))
