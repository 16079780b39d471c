"""How far people differ, cell by cell, and which cells to talk about."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from appraiser.analysis.scoring.gathering import Gathered, gathered
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.scores import Scoring
from appraiser.domain.term import Term
from appraiser.domain.terms import Round

LARGEST_DEVIATION = 50.0
"""The standard deviation of scores from 0 to 100 of which half lie at either end."""


class SplitSign(Term):
    """By what a cell shows that people differ."""

    RANGE = "range", "Scores lie far apart"
    DEVIATION = "deviation", "Strong dissent"
    CAMPS = "camps", "Two camps"


@dataclass(frozen=True, slots=True)
class Spread:
    """How scores from 0 to 100 are spread.

    Quartiles are the inclusive ones of spreadsheets (QUARTILE.INC), where the lowest and highest
    score are the ends. `deviation` is the standard deviation of these people, not an estimate for
    others; `normalised` is that over the largest there could be, from 0 to 1.
    """

    count: int
    mean: float
    median: float
    lowest: float
    highest: float
    lower_quartile: float
    upper_quartile: float
    deviation: float
    normalised: float


@dataclass(frozen=True, slots=True)
class CellSpread:
    """How people differ on one option under one criterion.

    `round` is the last that anyone scored it in, of those revealed. `now` is of everyone's last
    score; `before` of the scores given alone, where some then scored again, and `moved` counts
    those whose score changed. `consensus` is what the room agreed, if it did. `signs` are empty
    unless people are split.
    """

    option: OptionId
    criterion: CriterionId
    round: Round
    now: Spread
    before: Spread | None
    moved: int
    consensus: float | None
    signs: tuple[SplitSign, ...]


def cell_spreads(appraisal: Appraisal, scores: Gathered | None = None) -> tuple[CellSpread, ...]:
    """Give each cell that anyone scored, by option and criterion; none until scores are revealed.

    Only scores that count take part. People are split where the range reaches `split_range` of
    the scoring, where the normalised deviation reaches its `split_deviation`, or where they fall
    into two camps at least half of `split_range` apart (see `two_camps`). `scores` are those of
    the appraisal, where they are gathered already.
    """
    scores = scores or gathered(appraisal)
    last, again = scores.last, scores.again
    found = []
    for i, option in enumerate(last.options):
        for j, leaf in enumerate(last.leaves):
            rising = _rising(last.numbers[i][j])
            now = _spread(rising)
            if now is None:
                continue
            scored_again = again is not None and bool(_rising(again.numbers[i][j]))
            before = scores.alone.numbers[i][j]
            found.append(
                CellSpread(
                    option=option,
                    criterion=leaf,
                    round=Round.AGAIN if scored_again else Round.ALONE,
                    now=now,
                    before=spread_of(before) if scored_again else None,
                    moved=0 if again is None else _moved(before, last.numbers[i][j]),
                    consensus=scores.agreed.rows[i][j],
                    signs=tuple(_signs(now, rising, appraisal.scoring)),
                )
            )
    return tuple(found)


def to_talk_about(spreads: Iterable[CellSpread]) -> tuple[CellSpread, ...]:
    """Give the cells on which people are split, those that differ most first."""
    split = [each for each in spreads if each.signs]
    return tuple(
        sorted(
            split,
            key=lambda each: (each.now.deviation, each.now.highest - each.now.lowest),
            reverse=True,
        )
    )


def spread_of(scores: Iterable[float | None]) -> Spread | None:
    """Say how the scores that are there are spread; None where there are none."""
    return _spread(_rising(scores))


def two_camps(scores: Iterable[float | None], least_gap: float) -> bool:
    """Tell whether scores fall into two camps.

    They do when a gap of at least `least_gap` points parts two or more people from two or more
    others, and neither camp is itself spread as far as the gap is wide.
    """
    return _camps(_rising(scores), least_gap)


_CAMP = 2
"""So many people make a camp."""
_ENOUGH = 1e-9
"""A bar met but for how sums are rounded is met."""


def _rising(scores: Iterable[float | None]) -> list[float]:
    return sorted([score for score in scores if score is not None])


def _spread(rising: Sequence[float]) -> Spread | None:
    if not rising:
        return None
    mean = fmean(rising)
    deviation = math.sqrt(fmean([(each - mean) ** 2 for each in rising]))
    return Spread(
        count=len(rising),
        mean=mean,
        median=median(rising),
        lowest=rising[0],
        highest=rising[-1],
        lower_quartile=_quartile(rising, 1),
        upper_quartile=_quartile(rising, 3),
        deviation=deviation,
        normalised=deviation / LARGEST_DEVIATION,
    )


def _camps(rising: Sequence[float], least_gap: float) -> bool:
    return any(
        rising[at] - rising[at - 1] > max(rising[at - 1] - rising[0], rising[-1] - rising[at])
        for at in range(_CAMP, len(rising) - _CAMP + 1)
        if rising[at] - rising[at - 1] >= least_gap
    )


def _moved(before: Sequence[float | None], now: Sequence[float | None]) -> int:
    pairs = zip(before, now, strict=True)
    return sum(was is not None and was != is_now for was, is_now in pairs)


def _signs(now: Spread, rising: Sequence[float], scoring: Scoring) -> Iterator[SplitSign]:
    if now.highest - now.lowest >= scoring.split_range - _ENOUGH:
        yield SplitSign.RANGE
    if now.normalised >= scoring.split_deviation - _ENOUGH:
        yield SplitSign.DEVIATION
    if _camps(rising, scoring.split_range / 2 - _ENOUGH):
        yield SplitSign.CAMPS


def _quartile(rising: Sequence[float], number: int) -> float:
    whole, quarters = divmod((len(rising) - 1) * number, 4)
    above = rising[min(whole + 1, len(rising) - 1)]
    return rising[whole] + (above - rising[whole]) * quarters / 4
