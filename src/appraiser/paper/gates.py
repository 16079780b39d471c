"""The gates in the body of the paper: what each says of each option, and what would unlock it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from appraiser.analysis.gates import GateReason, GateResult, who_could
from appraiser.domain.terms import Gate, GateOutcome
from appraiser.domain.written import counted
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import Material, whole_name
from appraiser.paper.options import UNNAMED
from appraiser.paper.wording import capitalised, sentence

_SAID = {
    GateOutcome.PASSES: "Passes",
    GateOutcome.WARNS: "Warns",
    GateOutcome.UNKNOWN: "Not answered",
    GateOutcome.BARS: "Bars",
}


def gates(matter: Material) -> Iterator[Block]:
    """Give the section on the gates."""
    results = matter.results
    yield Heading(1, _heading(matter), "gates")
    if not results.options:
        yield paragraph("gates.none", "There is no shortlist yet, so no gate has been tested.")
        return
    yield paragraph(
        "gates.reading",
        "An option must get through every gate. A warning bars nothing. ",
        pointing("barriers", "has every warning, and every reason behind every gate."),
    )
    yield _matrix(matter)
    in_the_way = [
        gate
        for each in results.options
        for gate in each.gates
        if gate.outcome in {GateOutcome.BARS, GateOutcome.UNKNOWN}
    ]
    if in_the_way:
        yield _in_the_way(matter, in_the_way)


def _heading(matter: Material) -> str:
    results = matter.results
    barred = sum(each.barred for each in results.options)
    if not results.options:
        return "Which options do the gates bar?"
    if not barred:
        outcomes = {gate.outcome for each in results.options for gate in each.gates}
        open_ = ", but not every gate is answered" if GateOutcome.UNKNOWN in outcomes else ""
        return f"No option is barred by a gate{open_}"
    is_ = "is" if barred == 1 else "are"
    return f"{barred} of {counted(len(results.options), 'option')} {is_} barred by a gate"


def _matrix(matter: Material) -> Table:
    return Table(
        "What each gate says of each option",
        (Column("Option", 3.6), *(Column(gate.label, 1.6) for gate in Gate)),
        tuple(
            Row(
                (
                    whole_name(matter.appraisal.option(each.option), UNNAMED),
                    *(_SAID[gate.outcome] for gate in each.gates),
                )
            )
            for each in matter.results.options
        ),
        "gate-matrix",
    )


def _in_the_way(matter: Material, found: list[GateResult]) -> Table:
    return Table(
        "What stands in the way, and what would unlock it",
        (
            Column("Option", 2.4),
            Column("Gate", 1.6),
            Column("Why", 2.8),
            Column("Unlocked by", 3.4),
        ),
        tuple(
            Row(
                (
                    matter.option(gate.option),
                    f"{gate.gate.label}: {gate.outcome.inline}",
                    lines_of(map(_why, gate.deciding)) or "No reason has been given.",
                    _unlocked_by(gate),
                )
            )
            for gate in found
        ),
        "gate-details",
    )


def _unlocked_by(gate: GateResult) -> str:
    who = who_could(gate.resolvers)
    return "\n".join(filter(None, (lines_of(gate.unlocks), who))) or "Nothing has been named."


def _why(reason: GateReason) -> str:
    return reason.words if reason.answer and reason.words.strip() else reason.title


def lines_of(words: Iterable[str]) -> str:
    """Give sentences on lines of their own, each once."""
    return "\n".join(dict.fromkeys(capitalised(sentence(each)) for each in words if each.strip()))
