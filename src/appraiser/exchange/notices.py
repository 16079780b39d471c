"""What every export says of itself: whose it is, what is no evidence, what is stale or private."""

from __future__ import annotations

from appraiser.analysis.results import Results
from appraiser.analysis.verdict import rule_words
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.sources import PaperPart, Standing
from appraiser.domain.written import listed, points

_NO_EVIDENCE = {Standing.ILLUSTRATIVE, Standing.MADE_UP}


_NAMED = {
    "sheets": "scores",
    "weight_sets": "weights",
    "cost_lines": "costs",
    "support_lines": "day rates",
    "gate_answers": "answers to gates",
    "readiness_answers": "readiness answers",
    "staff_views": "what staff said",
}
"""What people most need to be told of, by the name of its collection."""


def illustration_notice(appraisal: Appraisal) -> str:
    """Say what is illustrative or made up and so is no evidence; empty where nothing is."""
    if appraisal.trust.made_up:
        return "Sample. This trust is made up, and nothing here is real."
    standing = {each.id: each.standing for each in appraisal.sources}
    about = {each.about for each in appraisal.citations if standing[each.source] in _NO_EVIDENCE}
    if not about:
        return ""
    named = [words for place, words in _NAMED.items() if place in about]
    if about - set(_NAMED):
        named.append("other items" if named else "some items")
    words = listed(named)
    return (
        f"Illustrative. {words[0].upper()}{words[1:]} were made up to show how an appraisal reads. "
        "Nothing should be decided on them."
    )


def short_standing(appraisal: Appraisal, results: Results) -> str:
    """Say in a word or two what `illustration_notice` says, for a column of many rows."""
    if appraisal.trust.made_up:
        return "Made-up trust"
    return "Illustrative" if results.illustrative else ""


def notices(appraisal: Appraisal, results: Results) -> list[str]:
    """Give what stands under the title of every sheet, one sentence each."""
    found = [" · ".join(filter(None, (appraisal.trust.name, appraisal.question.title)))]
    found.append(illustration_notice(appraisal))
    if results.stale_weights:
        found.append("The weights are stale: what they were weighed for has changed since.")
    if any(mark.part is PaperPart.PRIVATE for mark in appraisal.part_marks):
        found.append("Holds items marked private. Not for publication.")
    return [each for each in found if each]


def verdict_words(appraisal: Appraisal, results: Results) -> str:
    """Give the verdict in a line, such as `Clear leader: FT plus, 12 points ahead`."""
    verdict = results.verdict
    if verdict.reasons:
        return f"{verdict.kind.label}. {' '.join(verdict.reasons)}"
    names = listed([called(appraisal.option(each)) or each for each in verdict.leaders])
    lead = "" if verdict.lead is None else f", {points(verdict.lead)} points ahead"
    return f"{verdict.kind.label}: {names}{lead}"


def verdict_rule(results: Results) -> str:
    """Give the rule that the verdict follows, with its thresholds."""
    return rule_words(results.verdict)
