"""The annex on criteria: the criteria, their anchors and weights."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from appraiser.analysis.weighting.weights import CriterionWeight, Weights
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import CriterionId
from appraiser.domain.term import in_sentence
from appraiser.domain.terms import ValueShape
from appraiser.domain.written import listed, long_date, plain_number, rounded
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph, strong
from appraiser.paper.material import Material, name, whole_name
from appraiser.paper.wording import given, prose, sentence

UNNAMED = "A criterion without a name"
_SETS_A_TABLE = 5


def annex_criteria(matter: Material) -> Iterator[Block]:
    """Give the annex on criteria."""
    appraisal = matter.appraisal
    yield Heading(1, "Criteria, anchors and weights", key_of("criteria"))
    yield from prose("annex-criteria.criteria", appraisal.weighting.criteria_note)
    yield from prose("annex-criteria.weighting", appraisal.weighting.note)
    if not appraisal.criteria:
        yield paragraph("annex-criteria.none", "No criteria have been set yet.")
        return
    yield _criteria(matter)
    alike = [matter.criterion(each) for each in telling_nothing(matter)]
    if alike:
        yield paragraph(
            "annex-criteria.alike",
            "Every option has the same score here, so these criteria do not tell the options "
            f"apart: {listed(alike)}."
            if len(alike) > 1
            else f"Every option has the same score on {alike[0]}, so that criterion does not tell "
            "the options apart.",
        )
    yield from _weights(matter)
    yield from _sets(matter)


def _criteria(matter: Material) -> Table:
    weights = matter.results.weights
    return Table(
        "What each criterion asks, and what 0, 50 and 100 look like",
        (
            Column("Criterion", 3.2),
            Column("Weight", 1, Align.END),
            Column("What 0, 50 and 100 look like", 5),
        ),
        tuple(
            Row(
                (
                    f"{whole_name(leaf, UNNAMED)}\n{leaf.description}",
                    percent_of(weights.of[leaf.id].cumulative) if weights else "None",
                    _anchors(leaf),
                )
            )
            for leaf in leaves(matter.appraisal.criteria)
        ),
        "criteria",
    )


def _anchors(leaf: Criterion) -> str:
    lines = [
        f"{at}: {given(words)}"
        for at, words in ((0, leaf.anchor_0), (50, leaf.anchor_50), (100, leaf.anchor_100))
    ]
    if leaf.shape is not ValueShape.DIRECT:
        corners = ", ".join(f"{plain_number(x)} gives {plain_number(y)}" for x, y in leaf.points)
        unit = f" ({leaf.unit.strip()})" if leaf.unit.strip() else ""
        lines.append(f"{leaf.shape.label}{unit}: {corners or 'no corners given'}")
    return "\n".join(lines)


def _weights(matter: Material) -> Iterator[Block]:
    weights = matter.results.weights
    if weights is None:
        yield paragraph(
            "annex-criteria.no-weights",
            "The weights are not complete, so none can be worked out.",
        )
        return
    used = next(each for each in matter.appraisal.weight_sets if each.id == weights.set)
    yield paragraph("annex-criteria.set", *_set_words(used, weights))
    yield from prose("annex-criteria.set-reason", used.reason)
    if used.consistency_question.strip():
        yield paragraph(
            "annex-criteria.consistency",
            strong("Consistency. "),
            f"{sentence(used.consistency_question)} {given(sentence(used.consistency_answer))}",
        )
    yield Table(
        "From what was given to the weight of each criterion"
        + ("" if _branches_add_up(weights) else "; shares are rounded, and may not add up to 100%"),
        (
            Column("Criterion", 4),
            Column("As given", 1.4, Align.END),
            Column("Share of its branch", 1.8, Align.END),
            Column("Weight in the total", 1.6, Align.END),
        ),
        (
            *(_weight(matter, each) for each in weights.criteria),
            *_rounding(weights),
            Row(("All that is scored", "", "", "100.0%"), strong=True),
        ),
        "weights",
    )


def _set_words(used: WeightSet, weights: Weights) -> Iterator[str]:
    by = f" by {used.given_by.strip()}" if used.given_by.strip() else ""
    when = f" on {long_date(used.given_on)}" if used.given_on else ""
    called = f"“{name(used, 'without a name')}”"
    yield f"The totals use the weights {called}, given{by}{when} by {weights.method.inline}"
    yield f" ({in_sentence(weights.technique)})." if weights.technique else "."
    if weights.consistency_ratio is not None:
        ratio = rounded(Decimal(repr(weights.consistency_ratio)), 2)
        yield f" The consistency ratio of the comparisons is {ratio}."


def _weight(matter: Material, each: CriterionWeight) -> Row:
    raw = "None" if each.raw is None else plain_number(each.raw)
    label = matter.criterion(each.criterion)
    if not each.leaf:
        label += "\nA branch: those under it are scored"
    return Row((label, raw, percent_of(each.local), percent_of(each.cumulative)))


def _rounding(weights: Weights) -> Iterator[Row]:
    left = 100 - sum(in_percent(each.cumulative) for each in weights.leaves)
    if left:
        yield Row(("Rounding", "", "", f"{left}%"))


def _branches_add_up(weights: Weights) -> bool:
    """Tell whether the printed shares of every branch come to a hundred."""
    shares: dict[CriterionId | None, list[Decimal]] = {}
    for each in weights.criteria:
        shares.setdefault(each.parent, []).append(in_percent(each.local))
    return all(sum(found) == 100 for found in shares.values())  # noqa: PLR2004


def telling_nothing(matter: Material) -> Iterator[CriterionId]:
    """Give the criteria on which every option has the same score, where there are options."""
    scores: dict[CriterionId, list[float | None]] = {}
    for result in matter.results.options:
        for part in result.contributions:
            scores.setdefault(part.criterion, []).append(part.score)
    for criterion, given_ in scores.items():
        if len(given_) > 1 and given_[0] is not None and len(set(given_)) == 1:
            yield criterion


def _sets(matter: Material) -> Iterator[Block]:
    sets = matter.appraisal.weight_sets
    if len(sets) < 2:  # noqa: PLR2004
        return
    for at in range(0, len(sets), _SETS_A_TABLE):
        some = sets[at : at + _SETS_A_TABLE]
        yield Table(
            "What each group gave",
            (
                Column("Criterion", 3),
                *(Column(name(each, "No name"), 1.3, Align.END) for each in some),
            ),
            tuple(
                Row(
                    (
                        name(criterion, UNNAMED),
                        *(
                            plain_number(each.raw[criterion.id])
                            if criterion.id in each.raw
                            else "None"
                            for each in some
                        ),
                    )
                )
                for criterion in matter.appraisal.criteria
            ),
            f"weight-sets-{at}",
        )


def percent_of(value: float) -> str:
    """Write a share from 0 to 1 as a percentage to one place, so that sums can be redone."""
    return f"{rounded(Decimal(repr(value)) * 100, 1)}%"


def in_percent(value: float) -> Decimal:
    """Give a share from 0 to 1 as the percentage that is printed."""
    return Decimal(percent_of(value).rstrip("%"))
