"""Small appraisals with costs and benefits, for tests of what follows for money."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.analysis.making import THEN, panel

from appraiser.analysis.money.discounting import Discounting, discounting
from appraiser.analysis.money.money_results import MoneyResults, money_results
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import Benefit
from appraiser.domain.costs import Costing, CostLine, TaxPosition
from appraiser.domain.ids import BenefitId, CostLineId, OptionId, TaxPositionId
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.terms import BenefitKind
from appraiser.domain.trust import Question, Trust

X, Y, Z = map(OptionId, ("x", "y", "z"))

MILLION = 10**8
"""Pence in a million pounds, for examples that are published in millions."""


def cost(amount: int, name: str = "cost", option: OptionId = X, **changes: Any) -> CostLine:
    """Make a yearly cost."""
    line = CostLine(id=CostLineId(name), option=option, title=name.title(), amount=amount)
    return replace(line, **changes)


def once(amount: int, name: str = "capital", option: OptionId = X, **changes: Any) -> CostLine:
    """Make a cost that falls once, in year 0."""
    return cost(amount, name, option, kind=CostKind.ONE_OFF, **changes)


def vat(amount: int, name: str = "vat", **changes: Any) -> CostLine:
    """Make a yearly cost for VAT that cannot be recovered."""
    return cost(amount, name, category=CostCategory.IRRECOVERABLE_VAT, **changes)


def benefit(value: int | None, name: str = "gain", **changes: Any) -> Benefit:
    """Make a societal benefit of one option in every year costed."""
    made = Benefit(
        id=BenefitId(name),
        title=name.title(),
        kind=BenefitKind.SOCIETAL,
        yearly_value=value,
        first_year=0,
        options=(X,),
    )
    return replace(made, **changes)


def position(option: OptionId = X, **changes: Any) -> TaxPosition:
    """Make the tax position of an option."""
    return TaxPosition(id=TaxPositionId(f"tax-{option}"), option=option, **changes)


def costed(*parts: CostLine | Benefit | TaxPosition, **changes: Any) -> Appraisal:
    """Make an appraisal of x, y and business as usual, z, which costs nothing more."""
    lines = [each for each in parts if isinstance(each, CostLine)]
    made = panel([1.0], {"x": (1,), "y": (1,), "z": (1,)})
    return replace(
        made,
        cost_lines=(*lines, cost(0, "no-change", Z)),
        benefits=tuple(each for each in parts if isinstance(each, Benefit)),
        tax_positions=tuple(each for each in parts if isinstance(each, TaxPosition)),
        **{
            "costing": costing(),
            "question": Question(rules_date=THEN),
            "trust": Trust(income=200_000),
            **changes,
        },
    )


def costing(horizon: int = 5, schedule: str = "standard", **changes: Any) -> Costing:
    """Make the ground rules of a costing."""
    return Costing(horizon=horizon, schedule=schedule, price_base="2014-15 prices", **changes)


def rates(catalogue: Catalogue, schedule: str = "standard", horizon: int = 5) -> Discounting:
    """Give the factors of a schedule and of the one for health that goes with it."""
    general = catalogue.schedule(schedule)
    health = catalogue.schedule(general.for_health) if general.for_health else general
    return discounting(general, health, horizon)


def codes(found: MoneyResults | Sequence[Any]) -> list[str]:
    """Give the codes of findings."""
    return [each.code for each in (found.findings if isinstance(found, MoneyResults) else found)]


def results(appraisal: Appraisal, catalogue: Catalogue) -> MoneyResults:
    """Give what follows for money."""
    return money_results(appraisal, catalogue)
