"""The options: the shortlist, and why the others were left out."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.option_results import OptionResult
from appraiser.domain.options import Option
from appraiser.domain.terms import GateOutcome, Listing
from appraiser.domain.written import counted, short_date
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.wording import sentence, yes_no

UNNAMED = "An option without a name"


def options(matter: Material) -> Iterator[Block]:
    """Give the section on the options."""
    yield Heading(1, "Which options were considered?", "options")
    shortlist = matter.appraisal.shortlist
    if not shortlist:
        yield paragraph("options.none", "No option is on the shortlist yet.")
    else:
        retained = sum(option.stays_in_nhs for option in shortlist)
        stay = "stays" if retained == 1 else "stay"
        yield paragraph(
            "options.shortlist",
            f"The shortlist has {counted(len(shortlist), 'option')}. Of these, "
            f"{retained or 'none'} {stay} in the NHS.",
        )
        yield _shortlist(matter)
    yield from _left_out(matter)
    waiting = [each for each in matter.appraisal.options if each.listing is Listing.LONGLIST]
    if waiting:
        names = "; ".join(whole_name(each, UNNAMED) for each in waiting)
        yield paragraph(
            "options.waiting", f"On the longlist and not yet decided on: {sentence(names)}"
        )


def _shortlist(matter: Material) -> Table:
    results = matter.results.of
    return Table(
        "The shortlist",
        (
            Column("Option", 5),
            Column("Form", 2.1),
            Column("Covers", 1.6),
            Column("Stays in the NHS", 1.2),
            Column("Gates", 1.5),
        ),
        tuple(
            Row(
                (
                    f"{whole_name(option, UNNAMED)}\n{option.description}",
                    matter.form(option),
                    matter.scope(option),
                    yes_no(option.stays_in_nhs),
                    gates_in_short(results[option.id]),
                )
            )
            for option in matter.appraisal.shortlist
        ),
        "shortlist",
    )


def gates_in_short(result: OptionResult) -> str:
    """Say in a few words what the gates say of an option together."""
    outcomes = {each.outcome for each in result.gates}
    for outcome, words in (
        (GateOutcome.BARS, "Barred"),
        (GateOutcome.UNKNOWN, "Not all answered"),
        (GateOutcome.WARNS, "Passes, with warnings"),
    ):
        if outcome in outcomes:
            return words
    return "Passes all"


def _left_out(matter: Material) -> Iterator[Block]:
    found = [each for each in matter.appraisal.options if each.listing is Listing.LEFT_OUT]
    if not found:
        yield paragraph("options.left-out", "No option has been left out.")
        return
    yield Table(
        "Options left out, and why",
        (Column("Option", 2.4), Column("Why", 5), Column("When, and by whom", 2.1)),
        tuple(Row((_described(each), *_why(each))) for each in found),
        "left-out",
    )


def _described(option: Option) -> str:
    return whole_name(option, UNNAMED)


def _why(option: Option) -> tuple[str, str]:
    reason = sentence(option.listing_reason) or "No reason has been given."
    when = short_date(option.left_out_on) if option.left_out_on else "Date not given"
    return reason, f"{when}\n{option.left_out_by.strip() or 'Who decided is not given'}"
