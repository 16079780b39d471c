"""How the options were appraised: what was asked of whom, and in what order."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.criteria_tree import leaves
from appraiser.domain.terms import Listing, MissingScores, Round, Scope, ScoreFeed
from appraiser.domain.written import counted, date_and_time, listed, long_date
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import Block, Heading, Run, paragraph
from appraiser.paper.material import Material


def how_appraised(matter: Material) -> Iterator[Block]:
    """Give the section on method."""
    yield Heading(1, "How were the options appraised?", "method")
    yield paragraph("method.narrowing", _narrowing(matter))
    yield paragraph("method.gates", _gates(matter))
    yield paragraph("method.weights", *_weights(matter))
    yield paragraph("method.scores", *_scores(matter))


def _narrowing(matter: Material) -> str:
    appraisal = matter.appraisal
    options = appraisal.options
    if not options:
        return "No option has been set down yet."
    left_out = sum(option.listing is Listing.LEFT_OUT for option in options)
    waiting = sum(option.listing is Listing.LONGLIST for option in options)
    scope = appraisal.question.scope
    asked = "the whole organisation" if scope is Scope.WHOLE_ORGANISATION else "a service line"
    were = "was" if len(appraisal.shortlist) == 1 else "were"
    parts = [f"{len(appraisal.shortlist) or 'none'} {were} shortlisted"]
    if left_out:
        explained = all(
            option.listing_reason.strip()
            for option in options
            if option.listing is Listing.LEFT_OUT
        )
        parts.append(f"{left_out} left out{', each with its reason' if explained else ''}")
    if waiting:
        parts.append(f"{waiting} not yet decided on")
    return (
        f"The appraisal asks about {asked}. Of {counted(len(options), 'option')} "
        f"considered, {listed(parts)}."
    )


def _gates(matter: Material) -> str:
    day = matter.appraisal.question.rules_date
    law = f"as it stood on {long_date(day)}" if day else "of a date that has not been set yet"
    return (
        "Each option on the shortlist was put to four gates: is it lawful, safe, affordable with "
        f"VAT and tax, and can it be contracted? The law is taken {law}. A gate is passed or not; "
        "it never adds to or takes from a total. A barred option keeps its total and cannot be "
        "recommended."
    )


def _weights(matter: Material) -> Iterator[str | Run]:
    appraisal, results = matter.appraisal, matter.results
    count = len(leaves(appraisal.criteria))
    if not count:
        yield "No criteria have been set yet."
        return
    criteria = counted(count, "criterion", "criteria")
    yield f"Every option on the shortlist, barred or not, is scored on {criteria} "
    yield "from 0 to 100, against written descriptions of 0, 50 and 100. "
    if results.weights is None:
        yield "The weights of the criteria are not complete. "
    else:
        yield f"The weights come from {results.weights.method.inline}. "
    seal = appraisal.seal
    if seal is None:
        yield "Criteria and weights are not sealed. "
    elif seal.sealed_at:
        when = date_and_time(seal.sealed_at)
        yield f"Criteria and weights were sealed on {when}, before scoring. "
    yield pointing("criteria", "has them all.")


def _scores(matter: Material) -> Iterator[str | Run]:
    appraisal, results = matter.appraisal, matter.results
    scorers = len(appraisal.scorers)
    rounds = {key.round for key in appraisal.sheets if appraisal.sheets[key].cells}
    if not rounds:
        yield "No scores have been given yet."
        return
    if scorers and rounds - {Round.CONSENSUS}:
        again = ", then again after talking about it" if Round.AGAIN in rounds else ""
        yield f"Scores were given by {counted(scorers, 'person', 'people')}, each alone{again}. "
    fed = {
        ScoreFeed.CONSENSUS: "the scores the room agreed",
        ScoreFeed.MEAN: "the mean of the last round",
        ScoreFeed.MEDIAN: "the median of the last round",
    }[results.feed]
    yield f"Totals are worked out from {fed}. "
    if any(each.missing for each in results.options):
        policy = {
            MissingScores.WITHHOLD: "an option with a missing score has no total",
            MissingScores.BOUNDS: "an option with a missing score has a range instead of a total",
            MissingScores.SCORED_ONLY: "a missing score's weight is shared among the others",
        }[results.missing]
        yield f"Some scores are missing: {policy}. A missing score is never taken as 0. "
    yield pointing("scores", "has every score with its reason.")
