"""Small appraisals that tests assess, and what they read off the results."""

import math

from tests.analysis.making import panel
from tests.analysis.sensitivity.cases import values_of

from appraiser.analysis.assessing import assess
from appraiser.analysis.results import Results
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding
from appraiser.domain.robustness import Robustness

SHIPPED = load_catalogue()
FEW = Robustness(draws=1024)
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}


def made(weights, rows, **changes) -> Appraisal:
    return panel(weights, rows, **{"robustness": FEW, **changes})


def results(appraisal: Appraisal, **asked) -> Results:
    return assess(appraisal, SHIPPED, **asked)


def coded(found: Results, code: str) -> list[Finding]:
    return [each for each in found.findings if each.code == code]


def totals(found: Results) -> dict[str, float | None]:
    return {each.option: each.total for each in found.options}


def is_sound(found: Results) -> bool:
    """Whether every number that is given is one."""
    numbers = [each for each in values_of(found) if isinstance(each, float)]
    return all(map(math.isfinite, numbers))
