"""Optimism bias: what is added to a cost because people hope, and taken off a saving."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from appraiser.analysis.money.discounting import Exact
from appraiser.analysis.money.pence import exact
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.costs import CostLine
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.plain import did_you_mean
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage

if TYPE_CHECKING:
    from appraiser.catalogue.optimism import OptimismBias

_ALL = 100
"""The per cent of a bias that is mitigated when all of it is."""


@lru_cache(maxsize=256)
def uplift(upper: float, mitigation: float | None) -> Fraction:
    """Give the share, from 0, that optimism bias adds: upper x (1 - mitigation).

    Both are in per cent, as they are typed; no mitigation stated is none. Mott MacDonald (2002)
    as used in supplementary Green Book guidance; method.md section 2.4. Raises `Problem` for a
    bound below nought, a mitigation outside 0 to 100, or what is no number.
    """
    bound, mitigated = exact(upper), exact(mitigation or 0)
    if bound < 0 or not 0 <= mitigated <= _ALL:
        raise Problem("a bias is not below nought, and what is mitigated is from 0 to 100 per cent")
    return bound / 100 * (1 - mitigated / 100)


def adjusted(amount: Exact, share: Fraction) -> Exact:
    """Give an amount in pence with its uplift, not rounded.

    A cost becomes amount x (1 + share). A saving, below nought, becomes amount x (1 - share) and
    never a cost: adding the uplift would make the saving larger, which no evidence on costs
    supports. That it shrinks by the same share is the project's cautious judgement.
    """
    if not share:
        return amount
    return amount * (1 + share if amount >= 0 else max(Fraction(0), 1 - share))


def line_uplift(line: CostLine, biases: Mapping[str, OptimismBias]) -> Fraction:
    """Give the share that optimism bias adds to a cost line: 0 where it names no category.

    Raises `Problem` where there is no such category, or its mitigation is no share.
    """
    category = line.optimism_category.strip()
    if not category:
        return Fraction(0)
    if category not in biases:
        hint = did_you_mean(category, list(biases))
        raise Problem(f'no category of optimism bias called "{category}"{hint}')
    return uplift(biases[category].cost, line.mitigation)


def known_uplift(line: CostLine, biases: Mapping[str, OptimismBias]) -> Fraction:
    """Give the uplift of a cost line, or 0 where `optimism_findings` says it is not known."""
    try:
        return line_uplift(line, biases)
    except Problem:
        return Fraction(0)


def optimism_findings(
    appraisal: Appraisal, biases: Mapping[str, OptimismBias]
) -> Iterator[Finding]:
    """Find cost lines whose optimism bias cannot be worked out, and so is left out."""
    for line in appraisal.cost_lines:
        try:
            line_uplift(line, biases)
        except Problem as problem:
            words = f'The optimism bias of "{named(line)}" is left out: {ended(problem.what)}'
            at = Ref("cost_lines", line.id)
            yield Finding(
                "bias-unknown", Severity.ERROR, Stage.COSTS, words, at, "optimism_category"
            )


def ended(words: str) -> str:
    """End a sentence, unless a question such as "did you mean" has ended it."""
    return words if words.endswith("?") else f"{words}."
