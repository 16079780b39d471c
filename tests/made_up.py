"""Small appraisals at the edges of what can be appraised, for tests of what people read."""

from dataclasses import replace

from tests.analysis.making import panel

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import MissingScores

WEIGHTS = {"voice": 50.0, "care": 50.0}
SECRET = "Somebody Secret"
"""The beginning of every name that is never to be read."""


def tied() -> Appraisal:
    """Two options share the highest total, and business as usual has less."""
    return panel(WEIGHTS, {"one": (80, 40), "two": (40, 80), "usual": (20, 20)})


def led() -> Appraisal:
    """One option leads, though not on every criterion."""
    return panel(WEIGHTS, {"one": (90, 40), "two": (40, 60), "usual": (20, 20)})


def one_option() -> Appraisal:
    """There is nothing to compare with."""
    return panel(WEIGHTS, {"only": (60, 20)})


def one_criterion() -> Appraisal:
    """All the weight is on one criterion, so that no other can take any of it up."""
    return panel({"voice": 1.0}, {"one": (80,), "usual": (20,)})


def score_missing(policy: MissingScores = MissingScores.WITHHOLD) -> Appraisal:
    """One option lacks a score."""
    made = panel(WEIGHTS, {"one": (80, None), "two": (40, 80), "usual": (20, 20)})
    return replace(made, scoring=replace(made.scoring, missing=policy))


def close() -> Appraisal:
    """One option leads by a fifth of a point, so that a touch of anything ends it."""
    return panel(WEIGHTS, {"one": (60.4, 40), "two": (40, 60), "usual": (20, 20)})


def many(count: int) -> Appraisal:
    """Options each a little better than the one before, business as usual the least."""
    rows = {f"o{at}": (90 - at / 10, 80 - at / 10) for at in range(count - 1)}
    return panel(WEIGHTS, {**rows, "usual": (5, 5)})


def with_names(appraisal: Appraisal) -> Appraisal:
    """Give each scorer a name that must stay in the file."""
    named = (
        replace(each, name=f"{SECRET} {at}") for at, each in enumerate(appraisal.scorers, start=1)
    )
    return replace(appraisal, scorers=tuple(named))
