"""Part of the annex on barriers: all that bears on a gate, with its law and source."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.gates import GateReason, who_could
from appraiser.catalogue.rules import Rule
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.ids import OptionId
from appraiser.domain.terms import Gate
from appraiser.domain.written import short_date
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material
from appraiser.paper.plain_text import one_line
from appraiser.paper.wording import capitalised, sentence
from appraiser.saying.kept_gates import changed_rules, kept_words


def gate_reasons(matter: Material) -> Iterator[Block]:
    """Give each rule, barrier and answer once, with the gate, the options and what it rests on."""
    found: dict[tuple[Gate, GateReason], list[OptionId]] = {}
    for result in matter.results.options:
        for gate in result.gates:
            for reason in gate.reasons:
                found.setdefault((gate.gate, reason), []).append(result.option)
    if not found:
        return
    yield Heading(2, "Every reason behind every gate", "gate-reasons")
    yield Table(
        "What bears on each gate, and what it says of which options",
        (
            Column("What bears on it", 4),
            Column("Gate", 1.8),
            Column("Options", 2),
            Column("Law and source, or who decided", 2.9),
        ),
        tuple(
            Row(
                (
                    "\n".join(_words(reason)),
                    f"{gate.label}: {reason.says.inline}",
                    matter.options(options),
                    "\n".join(_rests_on(matter, reason)),
                )
            )
            for (gate, reason), options in sorted(
                found.items(), key=lambda each: list(Gate).index(each[0][0])
            )
        ),
        "gate-reasons",
    )


def kept_gates(matter: Material) -> Iterator[Block]:
    """Give the results that were kept when they were decided on, and what differs from them now."""
    found = matter.results.kept_gates
    if found is None:
        return
    yield Heading(2, "The gate results that were decided on", "kept-gates")
    yield paragraph("annex-barriers.kept", kept_words(matter.appraisal, found))
    if found.differing:
        yield Table(
            "Gates that say otherwise than what was kept",
            (
                Column("Option", 2.4),
                Column("Gate", 1.8),
                Column("Kept", 1.3),
                Column("Now", 1.3),
                Column("Rules", 3.4),
            ),
            tuple(
                Row(
                    (
                        matter.option(each.option),
                        each.gate.label,
                        each.kept.label,
                        each.now.label,
                        changed_rules(each),
                    )
                )
                for each in found.differing
            ),
            "kept-gates",
        )


def _words(reason: GateReason) -> Iterator[str]:
    if reason.barrier:  # its mitigation and who must act stand in the register
        yield capitalised(reason.title)
        return
    yield "The trust's own answer" if reason.answer else capitalised(reason.title)
    if reason.words.strip():
        yield sentence(reason.words)
    if reason.pending:
        yield "Not in force yet, so it can warn and never bar."
    if reason.unlocks.strip():
        yield f"What would unlock it: {sentence(reason.unlocks)}"
    if reason.resolvers:
        yield who_could(reason.resolvers)


def _rests_on(matter: Material, reason: GateReason) -> Iterator[str]:
    rule = matter.catalogue.rules.get(reason.rule)
    if rule is not None:
        yield _in_force(rule)
        known = matter.catalogue.sources
        for source in reason.sources:
            if source in known:
                yield f"{known[source].title}, {known[source].publisher}"
    elif reason.barrier:
        yield "The barrier register"
    else:
        answers = [each for each in matter.appraisal.gate_answers if each.id == reason.answer]
        yield _decided(answers[0]) if answers else "Nobody yet"


def _in_force(rule: Rule) -> str:
    if rule.pending:
        return f"Pending{f', expected {rule.expected}' if rule.expected else ''}"
    since = f"From {short_date(rule.since)}" if rule.since else "As far back as the sources reach"
    return f"{since} until {short_date(rule.until)}" if rule.until else since


def _decided(answer: GateAnswer) -> str:
    who = one_line(answer.decided_by) or "Who decided is not given"
    return f"{who}, {short_date(answer.decided_on)}" if answer.decided_on else who
