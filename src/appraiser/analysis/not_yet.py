"""The difference between what is wrong and what is only not there yet."""

from __future__ import annotations

from appraiser.domain.findings import Severity
from appraiser.domain.problem import Problem


class NotYet(Problem):
    """Something that people have still to give before a number can be worked out."""


def severity_of(problem: Problem) -> Severity:
    """Give how a finding made of the problem counts."""
    return Severity.MISSING if isinstance(problem, NotYet) else Severity.ERROR
