"""Tries draws of an appraisal of so many options and criteria; says the most memory held, in MiB.

Told the options, the criteria, the draws, and after how many chunks to break off.
"""

import json
import sys
from contextlib import suppress
from itertools import count

from watching import peak_memory

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.robustness.beliefs import Triangular
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import AnyWeights

options, criteria, draws, chunks = map(int, sys.argv[1:])
weights = AnyWeights({f"c{at}": 1.0 for at in range(criteria)})
scores = {
    f"o{row}": {
        f"c{at}": Triangular(low, low + 1 + (row + at) % 7, low + 20)
        for at in range(criteria)
        for low in (float((row * 41 + at * 23 + row * at * 19) % 80),)
    }
    for row in range(options)
}
asked = count()
with suppress(Cancelled):
    simulate(weights, scores, Effort(draws), cancelled=lambda: next(asked) >= chunks)
print(json.dumps({"most": peak_memory()}))
