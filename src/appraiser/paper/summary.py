"""The summary: what is recommended, why, how sure the answer is, and what it costs to find out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from appraiser.domain.term import in_sentence
from appraiser.domain.terms import GateOutcome, InterestDecision, Readiness, Recommendation
from appraiser.domain.written import counted, listed, long_date
from appraiser.paper.blocks import Block, Column, Heading, Row, Run, Table, paragraph, strong
from appraiser.paper.material import Material
from appraiser.paper.recommendation_words import (
    cautions,
    hindrance,
    recommendation,
    why_not_the_highest,
)
from appraiser.paper.support_words import support_words
from appraiser.paper.verdict_words import barred_above, flips, verdict_words
from appraiser.paper.wording import capitalised, prose, sentence


def summary(matter: Material) -> Iterator[Block]:
    """Give the section that sums the paper up."""
    paper = matter.appraisal.paper
    yield Heading(1, "What is recommended, and why?", "summary")
    yield paragraph("summary.recommendation", recommendation(matter, in_full=False))
    if paper.recommendation is Recommendation.STAGED and matter.appraisal.path_steps:
        yield _path(matter)
    for at, words in enumerate(cautions(matter), start=1):
        yield paragraph(f"summary.caution-{at}", words)
    differs = why_not_the_highest(matter)
    if differs:
        yield paragraph("summary.differs", strong(differs[0] + " "), differs[1])
    if paper.reason.strip():
        lead = "Why it was put forward." if hindrance(matter) else "Why."
        yield from prose("summary.reason", paper.reason, lead)
    elif paper.recommendation is not Recommendation.UNDECIDED:
        yield paragraph("summary.reason", "The reason has not been given yet.")
    yield from _how_sure(matter)
    if matter.results.options:
        yield paragraph("summary.gates", *_gates(matter))
    yield paragraph("summary.readiness", *readiness_words(matter))
    if paper.dissent.strip():
        yield from prose("summary.dissent", paper.dissent, "Who sees it otherwise.")
    interests = _interests(matter)
    if interests:
        yield paragraph("summary.interests", interests)
    yield paragraph("summary.support", strong("Cost of support. "), support_words(matter))
    yield from prose("summary.more", paper.summary)


def _path(matter: Material) -> Table:
    return Table(
        "The path, step by step",
        (Column("Step", 3), Column("Option", 2), Column("When", 1.6), Column("Goes ahead if", 3.4)),
        tuple(
            Row(
                (
                    f"{at}. {step.title.strip() or 'A step without a name'}",
                    matter.option(step.option) if step.option else "None by itself",
                    step.starts.strip() or "Not yet given",
                    step.condition.strip() or "Not yet given",
                )
            )
            for at, step in enumerate(matter.appraisal.path_steps, start=1)
        ),
        "path",
    )


def _how_sure(matter: Material) -> Iterator[Block]:
    results = matter.results
    verdict = results.verdict
    yield paragraph("summary.verdict", strong(f"{verdict.kind.label}. "), verdict_words(matter))
    for key, words in (("barred", barred_above(matter)), ("flips", flips(matter))):
        if words:
            lead = (strong("What would change it. "),) if key == "flips" else ()
            yield paragraph(f"summary.{key}", *lead, words)
    if results.stale_weights:
        yield paragraph(
            "summary.stale",
            strong("Stale weights. "),
            "The criteria, weights or shortlist have changed since they were sealed, so the totals "
            "do not rest on what was agreed.",
        )


def _gates(matter: Material) -> tuple[Run, str]:
    results = matter.results
    day = matter.appraisal.question.rules_date
    law = f"Under the law as it stood on {long_date(day)}, " if day else ""
    barred = [each for each in results.options if each.barred]
    if not barred:
        words = "no option on the shortlist is barred by a gate."
    else:
        names = listed(
            [
                f"{matter.option(each.option)} "
                f"({'; '.join(gate.gate.inline for gate in each.barring)})"
                for each in barred
            ]
        )
        is_ = "is" if len(barred) == 1 else "are"
        words = (
            f"of {counted(len(results.options), 'option')}, {len(barred)} {is_} barred: {names}."
        )
    if any(gate.outcome is GateOutcome.UNKNOWN for each in results.options for gate in each.gates):
        words += " Not every gate has been answered yet."
    return strong("Gates. "), capitalised(law + words)


def readiness_words(matter: Material) -> tuple[Run, str]:
    """Say whether this is the time to go on, and why."""
    readiness = matter.results.readiness
    lead = strong("Readiness. ")
    if readiness.outcome is None:
        open_ = [answer.test.inline for answer in readiness.unanswered]
        which = f": {listed(open_)}" if open_ else ""
        return lead, f"The readiness tests have not all been answered yet{which}."
    if readiness.outcome is Readiness.GO:
        return lead, "All readiness tests say go."
    said = "say pause" if readiness.outcome is Readiness.PAUSE else "say go, with conditions"
    why = []
    for answer in readiness.deciding:
        words = answer.conditions if readiness.outcome is Readiness.CONDITIONS else answer.reason
        text = sentence(words or answer.reason)
        why.append(f"{answer.test.label}: {in_sentence(text)}" if text else "")
    return lead, " ".join([f"The readiness tests {said}.", *(each for each in why if each)])


def _interests(matter: Material) -> str:
    decided = {each.scorer: each.decision for each in matter.appraisal.interests}
    if not decided:
        return ""
    count = Counter(decided.values())
    effects = []
    if count[InterestDecision.NOT_COUNTED]:
        effects.append(f"{count[InterestDecision.NOT_COUNTED]} scored without being counted")
    if count[InterestDecision.LEAVE]:
        effects.append(f"{count[InterestDecision.LEAVE]} left for the item")
    effect = f"Of them {listed(effects)}." if effects else "All of them took part and were counted."
    scorers = counted(len(matter.appraisal.scorers), "scorer")
    return f"An interest was declared by {len(decided)} of {scorers}. {effect}"
