"""The annex on rules: the law that was used, as of what day, and the age of each set of data."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.written import year_month_or_day
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, on


def annex_rules(matter: Material) -> Iterator[Block]:
    """Give the annex on rules and reference data."""
    yield Heading(1, "Law and reference data", key_of("rules"))
    day = matter.appraisal.question.rules_date
    yield paragraph(
        "annex-rules.law",
        f"The law is taken as it stood on {on(day)}."
        if day
        else "The date on which the law is taken has not been set yet.",
    )
    yield _vintages(matter)


def _vintages(matter: Material) -> Table:
    return Table(
        "When each part of the reference data was last looked over",
        (Column("Data", 4), Column("Last looked over", 2), Column("The trust's own additions", 3)),
        tuple(
            Row(
                (
                    each.subject[0].upper() + each.subject[1:].replace("_", " "),
                    year_month_or_day(each.dated),
                    year_month_or_day(each.own) or "None",
                )
            )
            for each in matter.catalogue.vintages
        ),
        "vintages",
    )
