"""Says the SHA-256 of rank counts, in a precision, and which features of the processor are used.

Told the precision, the draws and a weight belief's name.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from tests.bench import instance

from appraiser.analysis.robustness.beliefs import Triangular
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightsAround,
    WeightsWithin,
)

precision, draws = sys.argv[1], int(sys.argv[2])
names = [f"criterion-{at:02}" for at in range(instance.CRITERIA)]
weights = dict(zip(names, instance.weights().tolist(), strict=True))
beliefs = {
    "any": AnyWeights(weights),
    "ranked": RankedWeights(weights),
    "around": WeightsAround(weights, 30),
    "within": WeightsWithin({each: (share / 2, share * 2) for each, share in weights.items()}),
}
ends = np.stack(instance.triangular(), axis=2).tolist()
exact = {
    f"option-{row}": dict(zip(names, scores, strict=True))
    for row, scores in enumerate(instance.scores().tolist())
}
spread = {
    f"option-{row}": {name: Triangular(*three) for name, three in zip(names, cells, strict=True)}
    for row, cells in enumerate(ends)
}
counted = hashlib.sha256()
for belief in sys.argv[3:]:
    for scores in (exact, spread):
        found = simulate(beliefs[belief], scores, Effort(draws, precision=precision))
        for each in found.standings:
            counts = np.array(each.acceptabilities) * found.draws
            counted.update(np.rint(2 * counts).astype("<i8").tobytes())
print(json.dumps({"digest": counted.hexdigest()}))
