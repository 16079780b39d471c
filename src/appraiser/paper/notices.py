"""What a reader must know first: a made-up trust, illustrative figures, private matter, gaps."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.checks import check
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.sources import PaperPart, Standing
from appraiser.domain.written import counted, listed
from appraiser.paper.material import Material

_MADE_UP = {Standing.ILLUSTRATIVE, Standing.MADE_UP}

_NAMED = {
    "sheets": "scores",
    "weight_sets": "weights",
    "cost_lines": "costs",
    "support_lines": "day rates",
    "gate_answers": "answers to gates",
    "readiness_answers": "readiness answers",
    "staff_views": "what staff said",
}


def notices(matter: Material) -> tuple[str, ...]:
    """Give the notices that stand on the front sheet."""
    return tuple(_notices(matter))


def _notices(matter: Material) -> Iterator[str]:
    if matter.appraisal.trust.made_up:
        yield (
            "Sample. The trust, its people and its figures are made up; law and precedents cited "
            "are real."
        )
    elif matter.results.illustrative:
        yield (
            f"Illustrative. {_illustrative(matter)} were made up to show how an appraisal reads. "
            "They are not the trust's own; nothing should be decided on them. "
            "Annex D says what rests on what."
        )
    private = [mark for mark in matter.appraisal.part_marks if mark.part is PaperPart.PRIVATE]
    if private:
        yield (
            f"Private. This paper holds {counted(len(private), 'item')} marked for Part 2 and is "
            "not for publication as it stands."
        )
    missing = gaps(matter)
    if missing:
        yield (
            f"Not complete. {counted(len(missing), 'thing')} are still missing or wrong; Annex E "
            "lists them."
            if len(missing) > 1
            else "Not complete. One thing is still missing or wrong; Annex E names it."
        )


def footer(matter: Material) -> str:
    """Give the notice that stands at the foot of every page, or nothing."""
    parts = []
    if matter.appraisal.trust.made_up:
        parts.append("Sample: made-up trust")
    elif matter.results.illustrative:
        parts.append("Illustrative figures: not for decision")
    if any(mark.part is PaperPart.PRIVATE for mark in matter.appraisal.part_marks):
        parts.append("Holds private matter")
    return " · ".join(parts)


def gaps(matter: Material) -> tuple[Finding, ...]:
    """Give what is missing or wrong, in the order of the journey, each sentence once."""
    found = {
        finding.words: finding
        for finding in (*check(matter.appraisal), *matter.results.findings)
        if finding.severity is not Severity.WARNING
    }
    return tuple(sorted(found.values(), key=lambda finding: finding.stage.number))


def _illustrative(matter: Material) -> str:
    standing = {source.id: source.standing for source in matter.appraisal.sources}
    made_up = [
        citation.about
        for citation in matter.appraisal.citations
        if standing.get(citation.source) in _MADE_UP
    ]
    named = [words for place, words in _NAMED.items() if place in made_up]
    others = [place for place in made_up if place not in _NAMED]
    if others or not named:
        named.append("other items" if named else "some items")
    words = listed(named)
    return words[0].upper() + words[1:]
