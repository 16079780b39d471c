"""Part of the annex on evidence: benefits, and as lines of the investment appraisal model."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.money.benefit_lines import BenefitLine, benefit_lines
from appraiser.domain.appraisal import Appraisal, entity
from appraiser.domain.case import Benefit
from appraiser.domain.ids import Ref
from appraiser.domain.terms import BenefitKind
from appraiser.domain.written import listed, pounds, pounds_and_pence
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import capitalised, given, sentence

_SOURCE = "cia-notes"
"""The entry of the reference data that the types of benefit are taken from."""

_UNNAMED = "A benefit without a name"


def annex_benefits(matter: Material) -> Iterator[Block]:
    """Give the benefits with their evidence, then as lines of the investment appraisal model."""
    yield Heading(2, "Benefits sought", "benefits")
    if not matter.appraisal.benefits:
        words = matter.none_of("benefits", "No benefit has been named yet.")
        yield paragraph("annex-evidence.benefits", words)
        return
    yield Table(
        "Benefits, and how far the evidence for each can be leant on",
        (
            Column("Benefit", 3.6),
            Column("Kind", 1.7),
            Column("Evidence", 3.6),
            Column("Options that bring it", 2.4),
        ),
        tuple(
            Row(
                (
                    f"{whole_name(each, _UNNAMED)}\n{each.description}",
                    each.kind.label
                    + (f"\n{pounds(each.yearly_value)} a year" if each.yearly_value else ""),
                    f"{each.strength.label}\n{each.evidence}",
                    matter.options(each.options) or "None named",
                )
            )
            for each in matter.appraisal.benefits
        ),
        "benefits",
    )
    yield from _lines(matter)


def _lines(matter: Material) -> Iterator[Block]:
    """Give the benefits as lines of the Comprehensive Investment Appraisal model."""
    source = matter.catalogue.source(_SOURCE)
    base = sentence(matter.appraisal.costing.price_base).rstrip(".") or "a price base not given"
    yield paragraph(
        "annex-evidence.cia",
        "The next table has each benefit as a line of the Comprehensive Investment Appraisal (CIA) "
        "model, by its four types: cash-releasing (CRB), non-cash-releasing (NCRB), societal (SB) "
        f"and unmonetisable (UB), after {source.publisher}, {source.title}. Amounts are at {base} "
        "and not discounted. The appraisal holds no probability, risk or optimism bias of a "
        "benefit; the table before this one says how strong its evidence is. The workbook has "
        "these lines with a column for each year, to be copied into the model.",
    )
    yield Table(
        "Benefits as lines of the CIA model",
        (
            Column("Line and benefit", 3.4),
            Column("Amounts by year", 3),
            Column("Over the years", 1.6, Align.END),
            Column("Owner", 1.8),
            Column("Missing", 2.4),
        ),
        tuple(_row(matter, line) for line in benefit_lines(matter.appraisal)),
        "benefit-lines",
    )


def _row(matter: Material, line: BenefitLine) -> Row:
    appraisal = matter.appraisal
    benefit = entity(appraisal, Ref("benefits", line.benefit))
    assert isinstance(benefit, Benefit)
    total = "" if line.amounts is None else pounds_and_pence(sum(line.amounts))
    return Row(
        (
            f"{line.code}\n{whole_name(benefit, _UNNAMED)}",
            _by_year(appraisal, benefit, line),
            total,
            given(benefit.owner),
            _missing(matter, line),
        )
    )


def _missing(matter: Material, line: BenefitLine) -> str:
    """Say what is missing, unless some of the benefit is private, which is not to be told apart."""
    fields = f"{Ref('benefits', line.benefit)}."
    if matter.public and any(each.startswith(fields) for each in matter.public.places):
        return "Some of it is private, and not in this paper"
    return capitalised(listed(line.missing)) or "Nothing"


def _by_year(appraisal: Appraisal, benefit: Benefit, line: BenefitLine) -> str:
    """Say what a benefit is worth in which years; each of them has the same amount."""
    if line.amounts is None:
        unvalued = benefit.kind is BenefitKind.UNMONETISABLE
        return "Not to be valued in money" if unvalued else "No value yet"
    years = [year for year, amount in enumerate(line.amounts) if amount]
    if not years:
        return "Nothing in the years costed"
    first, last = years[0], years[-1]
    amount = pounds_and_pence(line.amounts[first])
    base = appraisal.costing.base_year
    if first == last:
        return f"{amount} in year {first}" + ("" if base is None else f" ({base + first})")
    dated = "" if base is None else f" ({base + first} to {base + last})"
    return f"{amount} in each of years {first} to {last}{dated}"
