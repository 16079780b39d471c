"""The method statement: what was done at each step that good practice asks to be reported.

The steps are those of the ISPOR task force's checklist (Marsh and others, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.criteria_tree import leaves
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.domain.term import in_sentence
from appraiser.domain.terms import Round, ValueShape
from appraiser.domain.written import counted, date_and_time, listed
from appraiser.paper.annexes import cited, key_of
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material
from appraiser.paper.wording import prose, sentence


def annex_method(matter: Material) -> Iterator[Block]:
    """Give the method statement."""
    yield Heading(1, "Method statement", key_of("method"))
    yield paragraph(
        "annex-method.what",
        "The table says what was done at each step that the checklist for multi-criteria decision "
        "analysis of the ISPOR task force (Marsh and others, 2016) asks to be reported.",
    )
    yield Table(
        "The appraisal step by step",
        (Column("Step", 1.3), Column("What was done", 6), Column("Where to find it", 2)),
        tuple(
            Row((step, "\n".join(_sentences(words)), where)) for step, words, where in _of(matter)
        ),
        "method",
    )
    yield from prose("annex-method.note", matter.appraisal.scoring.note)


def _sentences(words: Iterator[str]) -> Iterator[str]:
    return (sentence(each) for each in words if each.strip())


def _of(matter: Material) -> Iterator[tuple[str, Iterator[str], str]]:
    yield "Problem", _problem(matter), "The ask, and the case for change"
    yield "Criteria", _criteria(matter), cited("criteria")
    yield "Performance", _performance(matter), f"{cited('scores')}, {cited('evidence')}"
    yield "Scoring", _scoring(matter), f"{cited('scores')}, {cited('panel')}"
    yield "Weighting", _weighting(matter), cited("criteria")
    yield "Adding up", _adding_up(matter), cited("scores")
    yield "Uncertainty", _uncertainty(matter), cited("sureness")
    yield "Findings", _findings(matter), f"The summary, {cited('sureness')}"


def _problem(matter: Material) -> Iterator[str]:
    yield matter.appraisal.question.text or "The question has not been written yet"
    count = len(matter.appraisal.objectives)
    yield f"{counted(count, 'objective')} were set" if count > 1 else ""


def _criteria(matter: Material) -> Iterator[str]:
    found = leaves(matter.appraisal.criteria)
    yield matter.appraisal.weighting.criteria_note or "How criteria were chosen was not recorded"
    yield f"{counted(len(found), 'criterion', 'criteria')} are scored, each with written anchors"
    overlaps = len(matter.results.overlaps)
    yield (
        f"Checked for double counting: {counted(overlaps, 'pair')} of criteria go together"
        if overlaps
        else "Checked for double counting: no two criteria go together"
    )


def _performance(matter: Material) -> Iterator[str]:
    cells = matter.appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells.values()
    with_evidence = sum(bool(each.evidence.strip()) for each in cells)
    yield (
        f"{with_evidence or 'None'} of {counted(len(cells), 'agreed score')} "
        f"{'names' if with_evidence == 1 else 'name'} evidence"
    )
    measures = counted(len(matter.appraisal.measures), "measure")
    yield f"{measures} and {counted(len(matter.appraisal.sources), 'source')} are on record"


def _scoring(matter: Material) -> Iterator[str]:
    shaped = sum(each.shape is not ValueShape.DIRECT for each in leaves(matter.appraisal.criteria))
    yield "Scores run from 0 to 100 against anchors fixed outside the options"
    yield f"{counted(shaped, 'criterion', 'criteria')} scored by a value function" if shaped else ""
    rounds = {key.round for key in matter.appraisal.sheets}
    said = [
        words
        for each, words in (
            (Round.ALONE, "alone first"),
            (Round.AGAIN, "again after talking"),
            (Round.CONSENSUS, "then agreed"),
        )
        if each in rounds
    ]
    yield f"Scores were given {listed(said)}" if said else "No scores have been given"


def _weighting(matter: Material) -> Iterator[str]:
    weights = matter.results.weights
    if weights is None:
        yield "The weights are not complete"
        return
    yield f"Weights come from {weights.method.inline}"
    yield in_sentence(weights.technique).capitalize() if weights.technique else ""
    used = next(each for each in matter.appraisal.weight_sets if each.id == weights.set)
    yield used.consistency_question
    yield used.consistency_answer
    seal = matter.appraisal.seal
    if seal and seal.sealed_at:
        yield f"Sealed on {date_and_time(seal.sealed_at)}, before scores were opened"


def _adding_up(matter: Material) -> Iterator[str]:
    yield "A total is the sum of each score times its weight"
    yield "Gates and costs are kept out of it, and stand beside it"
    yield f"When a score is missing: {matter.results.missing.inline}"


def _uncertainty(matter: Material) -> Iterator[str]:
    found = matter.results.robustness
    if found is None:
        yield "Not worked out: fewer than two options have a total and pass their gates"
        return
    yield f"{found.draws:,} weightings were drawn with seed {found.seed}"
    yield "Every weight and every score was moved alone until the leader changes"
    if matter.results.panel is not None:
        yield "The result is given by group, and with each scorer, group and criterion left out"


def _findings(matter: Material) -> Iterator[str]:
    yield f"Verdict: {matter.results.verdict.kind.inline}"
    yield "Scores inform the recommendation; they do not make it"
