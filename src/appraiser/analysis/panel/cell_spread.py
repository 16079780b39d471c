"""How far people differ, cell by cell, and which cells to talk about."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from appraiser.analysis.scoring.feeding import revealed_rounds
from appraiser.analysis.scoring.given_scores import GivenScores, given_scores
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.scores import Scoring
from appraiser.domain.term import Term
from appraiser.domain.terms import Round, ScoreFeed

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


def cell_spreads(appraisal: Appraisal, given: GivenScores | None = None) -> tuple[CellSpread, ...]:
    """Give each cell that anyone scored, by option and criterion; none until scores are revealed.

    Only scores that count take part. People are split where the range reaches `split_range` of
    the scoring, where the normalised deviation reaches its `split_deviation`, or where they fall
    into two camps at least half of `split_range` apart (see `two_camps`). `given` are everyone's
    last scores, where they are gathered already.
    """
    rounds = revealed_rounds(appraisal)
    last = given or given_scores(appraisal, rounds)
    again = given_scores(appraisal, rounds[:-1])
    alone = given_scores(appraisal, rounds[-1:]) if rounds[:-1] else last
    agreed = score_matrix(appraisal, ScoreFeed.CONSENSUS)
    found = []
    for i, option in enumerate(last.options):
        for j, leaf in enumerate(last.leaves):
            each = _Cell(last.numbers[i][j], alone.numbers[i][j], again.numbers[i][j])
            now = spread_of(each.last)
            if now is None:
                continue
            found.append(
                CellSpread(
                    option=option,
                    criterion=leaf,
                    round=Round.AGAIN if each.scored_again else Round.ALONE,
                    now=now,
                    before=spread_of(each.alone) if each.scored_again else None,
                    moved=each.moved,
                    consensus=agreed.rows[i][j],
                    signs=tuple(_signs(now, each.last, appraisal.scoring)),
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
    rising = sorted(score for score in scores if score is not None)
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


def two_camps(scores: Iterable[float | None], least_gap: float) -> bool:
    """Tell whether scores fall into two camps.

    They do when a gap of at least `least_gap` points parts two or more people from two or more
    others, and neither camp is itself spread as far as the gap is wide.
    """
    rising = sorted(score for score in scores if score is not None)
    gaps = [above - below for below, above in pairwise(rising)]
    inner = range(_CAMP, len(rising) - _CAMP + 1)
    return any(
        gaps[at - 1] >= least_gap
        and gaps[at - 1] > max(rising[at - 1] - rising[0], rising[-1] - rising[at])
        for at in inner
    )


_CAMP = 2
"""So many people make a camp."""
_ENOUGH = 1e-9
"""A bar met but for how sums are rounded is met."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """What everyone gave in one cell: last of all, alone, and again."""

    last: Sequence[float | None]
    alone: Sequence[float | None]
    again: Sequence[float | None]

    @property
    def scored_again(self) -> bool:
        return any(number is not None for number in self.again)

    @property
    def moved(self) -> int:
        pairs = zip(self.alone, self.last, strict=True)
        return sum(before is not None and before != now for before, now in pairs)


def _signs(now: Spread, scores: Sequence[float | None], scoring: Scoring) -> Iterator[SplitSign]:
    if now.highest - now.lowest >= scoring.split_range - _ENOUGH:
        yield SplitSign.RANGE
    if now.normalised >= scoring.split_deviation - _ENOUGH:
        yield SplitSign.DEVIATION
    if two_camps(scores, scoring.split_range / 2 - _ENOUGH):
        yield SplitSign.CAMPS


def _quartile(rising: Sequence[float], number: int) -> float:
    whole, quarters = divmod((len(rising) - 1) * number, 4)
    above = rising[min(whole + 1, len(rising) - 1)]
    return rising[whole] + (above - rising[whole]) * quarters / 4
