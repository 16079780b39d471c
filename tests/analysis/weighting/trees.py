"""A small tree of criteria with its weights, for tests of what is asked of weights."""

from collections.abc import Mapping
from dataclasses import replace

from tests.analysis.making import PANEL, panel

from appraiser.analysis.weighting.weights import Weights, model_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.ids import CriterionId
from appraiser.domain.terms import WeightMethod

TREE = (("people", None), ("voice", "people"), ("safety", "people"), ("money", None))


def tree(
    raw: Mapping[str, float],
    shape: tuple[tuple[str, str | None], ...] = TREE,
    method: WeightMethod = WeightMethod.SWING,
) -> Appraisal:
    """Make an appraisal of a tree of criteria, from the top down, and its swings."""
    return replace(
        panel({}, {}),
        criteria=tuple(
            Criterion(id=CriterionId(name), name=name.title(), parent=above and CriterionId(above))
            for name, above in shape
        ),
        weight_sets=(
            WeightSet(id=PANEL, method=method, raw={CriterionId(k): v for k, v in raw.items()}),
        ),
    )


def weighed(appraisal: Appraisal) -> Weights:
    """Give the weights that feed the totals."""
    weights, findings = model_weights(appraisal)
    assert weights is not None, findings
    return weights
