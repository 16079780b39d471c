"""G5: totals and ranks of two hundred people against peers, and of fifty as a weight is dragged."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from itertools import cycle

import numpy as np
from tests.bench.instance import Numbers, participants, weights
from tests.bench.measuring import Line, Measured, NotMeasured, interleaved, timing

from appraiser.analysis.scoring.array_totals import ranks_of, totals_of
from appraiser.analysis.scoring.live_scores import live_scores
from appraiser.analysis.weighting.reranking import rerank
from appraiser.analysis.weighting.weights import Weights, model_weights
from appraiser.analysis.weighting.what_if import what_if
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, Weighting, WeightSet
from appraiser.domain.ids import CriterionId, WeightSetId
from appraiser.domain.terms import MissingScores, ScoreFeed

GOAL = "G5"
PEOPLE = 200
REPEATS = 200
"""Runs of ours in each round, since one alone is too short to time."""
ROOM, OPTIONS, CRITERIA = 50, 12, 30
"""The largest room that a facilitator is likely to have."""
LIMIT = 2.0
"""Milliseconds for one step of a drag, a small part of a frame."""

Ranked = Callable[[], list[Numbers]]


def measure(rounds: int) -> list[Line]:
    """Measure scoring in thousandths of a peer's time, and one step of a drag."""
    lines = [_held_against(name, rounds) for name in PEERS]
    return [*lines, *(_dragged(feed, rounds) for feed in (ScoreFeed.MEAN, ScoreFeed.MEDIAN))]


def _held_against(name: str, rounds: int) -> Line:
    package, made = PEERS[name]
    what = f"{PEOPLE} people's totals and ranks / {name}"
    if find_spec(package) is None:
        return NotMeasured(GOAL, what, f"{name} is not installed")
    tables, shares, peer = participants(PEOPLE), weights(), made()

    def ours() -> Numbers:
        return ranks_of(totals_of(tables, shares, MissingScores.WITHHOLD))

    assert all(_agree(*each) for each in zip(ours(), peer(), strict=True))
    once = timing(lambda: [ours() for _ in range(REPEATS)])
    taken = interleaved(rounds, ours=lambda: once() / REPEATS, peer=timing(peer))
    found = taken.compared(GOAL, what, "ours", "peer")
    thousandths = found.value * 1000
    return Measured(GOAL, what, thousandths, "thousandths", 1000 / 80, 1000 / 200, found.detail)


def _agree(ours: Numbers, peer: Numbers) -> bool:
    """Tell whether who is ahead by ours is ahead by the peer's, which writes ties otherwise."""
    ahead = ours[:, None] < ours
    return bool((peer[:, None] < peer)[ahead].all())


def _pyrepo() -> Ranked:
    """Make it rank scores as they are, which spares it its scaling."""
    from pyrepo_mcda.additions import rank_preferences
    from pyrepo_mcda.mcda_methods import SAW

    tables, shares, method = participants(PEOPLE), weights(), SAW(lambda table, gains: table)
    gains = np.ones(tables.shape[2])
    return lambda: [rank_preferences(method(table, shares, gains)) for table in tables]


def _pymcdm() -> Ranked:
    """Make it rank scores as they are, without a look at whether they make sense."""
    from pymcdm.methods import WSM

    tables, shares, method = participants(PEOPLE), weights(), WSM(lambda column, cost: column)
    gains = np.ones(tables.shape[2])
    return lambda: [method.rank(method(table, shares, gains, validation=False)) for table in tables]


PEERS: dict[str, tuple[str, Callable[[], Ranked]]] = {
    "pyrepo-mcda": ("pyrepo_mcda", _pyrepo),
    "pymcdm": ("pymcdm", _pymcdm),
}


def _dragged(feed: ScoreFeed, rounds: int) -> Measured:
    """Time one step: other weights, all totals of all people, the panel's, and the ranks."""
    a, i, j = np.mgrid[0:ROOM, 0:OPTIONS, 0:CRITERIA]
    scores = live_scores((i * 41 + j * 23 + i * j * 19 + a * 29) % 101, feed)
    appraisal, given = _criteria()
    shares = cycle(at / 100 for at in range(100))

    def step() -> object:
        wanted = {given.criteria[0].criterion: next(shares)}
        return rerank(scores, [*what_if(appraisal, given, wanted).leaf_shares.values()])

    once = timing(lambda: [step() for _ in range(10)])
    taken = interleaved(rounds, ours=lambda: once() / 10)
    what = f"one step of a drag, {OPTIONS} x {CRITERIA} x {ROOM}, {feed.value}"
    return Measured("", what, taken.median("ours") * 1000, "ms", LIMIT)


def _criteria() -> tuple[Appraisal, Weights]:
    names = [CriterionId(f"c{at}") for at in range(CRITERIA)]
    panel = WeightSetId("panel")
    appraisal = Appraisal(
        id="drag",
        criteria=tuple(Criterion(id=name, name=name) for name in names),
        weight_sets=(WeightSet(id=panel, raw={n: 1.0 + at for at, n in enumerate(names)}),),
        weighting=Weighting(model_set=panel),
    )
    found, _ = model_weights(appraisal)
    assert found is not None
    return appraisal, found
