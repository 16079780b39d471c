"""Times our engine on exact scores and prints a line of JSON. Arguments: file of scores, draws."""

import json
import os
import sys
import time
from pathlib import Path

# NumPy's own threads gain nothing on small products, and cost much where cores are busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import AnyWeights
from appraiser.domain.ids import CriterionId, OptionId

table, draws = Path(sys.argv[1]).read_text("utf-8"), int(sys.argv[2])
rows = [[float(each) for each in line.split()] for line in table.splitlines()]
criteria = [CriterionId(f"criterion-{at}") for at in range(len(rows[0]))]
options = [OptionId(f"option-{at}") for at in range(len(rows))]
weights = AnyWeights(dict.fromkeys(criteria, 1.0))
scores = {
    option: dict(zip(criteria, row, strict=True)) for option, row in zip(options, rows, strict=True)
}

simulate(weights, scores)
began = time.perf_counter()
found = simulate(weights, scores, Effort(draws))
seconds = time.perf_counter() - began

standings = [found.of[option] for option in options]
central = [each.central_weights or {} for each in standings]
said = {
    "seconds": seconds,
    "least": seconds,
    "ranks": [each.acceptabilities for each in standings],
    "central": [[row.get(criterion) for criterion in criteria] for row in central],
    "version": f"Python {sys.version_info.major}.{sys.version_info.minor}",
}
print(json.dumps(said))
