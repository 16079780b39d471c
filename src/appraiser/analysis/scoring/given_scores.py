"""What each person gave, as numbers: options against criteria against scorers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.scoring.feeding import counted_scores, revealed_rounds
from appraiser.analysis.scoring.score_values import TOP, score_value
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref, ScorerId
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Score
from appraiser.domain.terms import Round, Stage, ValueShape

Numbers = tuple[tuple[tuple[float | None, ...], ...], ...]
"""Scores from 0 to 100 by option, criterion and table; None where there is none to use."""


@dataclass(frozen=True, slots=True)
class GivenScores:
    """The scores of the shortlist that count, of every scorer.

    `numbers` holds for each option and each leaf one score for each scorer, from 0 to 100, or
    None where it is missing, does not count or cannot be used.
    """

    options: tuple[OptionId, ...]
    leaves: tuple[CriterionId, ...]
    scorers: tuple[ScorerId, ...]
    numbers: Numbers


def given_scores(appraisal: Appraisal, rounds: Sequence[Round] | None = None) -> GivenScores:
    """Gather what each scorer gave in some rounds, the last one first; by default those revealed.

    Where a scorer scored again, that takes the place of the score given alone.
    """
    shown = revealed_rounds(appraisal) if rounds is None else rounds
    numbers, _ = numbers_of(appraisal, counted_scores(appraisal, shown))
    return GivenScores(
        tuple(option.id for option in appraisal.shortlist),
        tuple(criterion.id for criterion in leaves(appraisal.criteria)),
        tuple(scorer.id for scorer in appraisal.scorers),
        numbers,
    )


def numbers_of(
    appraisal: Appraisal, tables: Sequence[Mapping[Cell, Score]]
) -> tuple[Numbers, tuple[Finding, ...]]:
    """Turn tables of scores into numbers, with a finding for each cell that cannot be used."""
    criteria = leaves(appraisal.criteria)
    findings: dict[Finding, None] = {}
    rows = []
    for option in appraisal.shortlist:
        row = []
        for criterion in criteria:
            numbers, problems = _numbers(criterion, Cell(option.id, criterion.id), tables)
            row.append(numbers)
            for problem in problems:
                findings[_unusable(problem, option, criterion)] = None
        rows.append(tuple(row))
    return tuple(rows), tuple(findings)


def _numbers(
    criterion: Criterion, cell: Cell, tables: Sequence[Mapping[Cell, Score]]
) -> tuple[tuple[float | None, ...], list[Problem]]:
    """Give what each table has in a cell, and what is wrong with what cannot be used."""
    direct = criterion.shape is ValueShape.DIRECT
    numbers: list[float | None] = []
    problems: list[Problem] = []
    for table in tables:
        given = table.get(cell)
        number = None if given is None else given.value
        usual = direct and number is not None and 0 <= number <= TOP  # spares a call for most
        if given is not None and not usual:
            number = None
            try:
                number = score_value(criterion, given)
            except Problem as problem:
                problems.append(problem)
        numbers.append(number)
    return tuple(numbers), problems


def _unusable(problem: Problem, option: Option, criterion: Criterion) -> Finding:
    words = f'The score of "{called(option)}" on "{called(criterion)}" cannot be used: '
    field = f"{option.id}/{criterion.id}"
    return Finding(
        "score", Severity.ERROR, Stage.SCORING, f"{words}{problem.what}.", Ref("sheets"), field
    )
