"""What each person gave, as numbers: options against criteria against scorers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from appraiser.analysis.scoring.feeding import Table, counted_scores, revealed_rounds
from appraiser.analysis.scoring.score_values import TOP, score_value
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref, ScorerId
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Round, Stage, ValueShape

Numbers = tuple[tuple[tuple[float | None, ...], ...], ...]
"""Scores from 0 to 100 by option, criterion and table; None where there is none to use."""


@dataclass(frozen=True, slots=True)
class GivenScores:
    """The scores of the shortlist that count, of every scorer.

    `numbers` holds for each option and each leaf one score for each scorer, from 0 to 100, or
    None where it is missing, does not count or cannot be used; the findings name the cells that
    cannot.
    """

    options: tuple[OptionId, ...]
    leaves: tuple[CriterionId, ...]
    scorers: tuple[ScorerId, ...]
    numbers: Numbers
    findings: tuple[Finding, ...] = ()


def given_scores(appraisal: Appraisal, rounds: Sequence[Round] | None = None) -> GivenScores:
    """Gather what each scorer gave in some rounds, the last one first; by default those revealed.

    Where a scorer scored again, that takes the place of the score given alone.
    """
    shown = revealed_rounds(appraisal) if rounds is None else rounds
    return given_in(appraisal, counted_scores(appraisal, shown))


def given_in(appraisal: Appraisal, tables: Sequence[Table]) -> GivenScores:
    """Make numbers of a table of scores for each scorer."""
    numbers, findings = numbers_of(appraisal, tables)
    return GivenScores(
        tuple(option.id for option in appraisal.shortlist),
        tuple(criterion.id for criterion in leaves(appraisal.criteria)),
        tuple(scorer.id for scorer in appraisal.scorers),
        numbers,
        findings,
    )


def numbers_of(
    appraisal: Appraisal, tables: Sequence[Table]
) -> tuple[Numbers, tuple[Finding, ...]]:
    """Turn tables of scores into numbers, with a finding for each cell that cannot be used."""
    criteria = leaves(appraisal.criteria)
    cells = zip(*tables, strict=True) if tables else repeat(())
    findings: dict[Finding, None] = {}
    rows = []
    for option in appraisal.shortlist:
        row = []
        for criterion, given in zip(criteria, cells, strict=False):
            numbers, problems = _numbers(criterion, given)
            row.append(numbers)
            for problem in problems:
                findings[_unusable(problem, option, criterion)] = None
        rows.append(tuple(row))
    return tuple(rows), tuple(findings)


def _numbers(
    criterion: Criterion, given: Table
) -> tuple[tuple[float | None, ...], Sequence[Problem]]:
    """Give what each table has in a cell, and what is wrong with what cannot be used."""
    if criterion.shape is ValueShape.DIRECT:
        numbers = tuple([None if each is None else each.value for each in given])
        odd = [each for each in numbers if each is not None and not 0 <= each <= TOP]
        if not odd:
            return numbers, ()  # spares a call for each of many scores
    found: list[float | None] = []
    problems: list[Problem] = []
    for each in given:
        number = None
        try:
            number = None if each is None else score_value(criterion, each)
        except Problem as problem:
            problems.append(problem)
        found.append(number)
    return tuple(found), problems


def _unusable(problem: Problem, option: Option, criterion: Criterion) -> Finding:
    words = f'The score of "{called(option)}" on "{called(criterion)}" cannot be used: '
    field = f"{option.id}/{criterion.id}"
    return Finding(
        "score", Severity.ERROR, Stage.SCORING, f"{words}{problem.what}.", Ref("sheets"), field
    )
