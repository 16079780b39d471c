"""How long it takes to work everything out again after a change, for the Leicester sample."""

from __future__ import annotations

from tests.bench.measuring import Line, Measured, interleaved, timing

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.resources import sample
from appraiser.session.opening import read_snapshot


def measure(rounds: int) -> list[Line]:
    """Measure one `assess` of the sample."""
    appraisal, catalogue = read_snapshot(sample("leicester")), load_catalogue()
    taken = interleaved(rounds, ours=timing(lambda: assess(appraisal, catalogue)))
    return [Measured("", "all results worked out again", taken.median("ours") * 1000, "ms")]
