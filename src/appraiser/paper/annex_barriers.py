"""The annex on gates and barriers: every warning and reason, what was kept, and the register."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.gates import GateReason
from appraiser.domain.terms import Gate, GateOutcome
from appraiser.paper.annexes import key_of
from appraiser.paper.barrier_register import register
from appraiser.paper.blocks import Block, Column, Heading, Row, Table
from appraiser.paper.gate_reasons import gate_reasons, kept_gates
from appraiser.paper.gates import lines_of
from appraiser.paper.material import Material


def annex_barriers(matter: Material) -> Iterator[Block]:
    """Give the annex on gates and barriers."""
    yield Heading(1, "Gates, barriers and requests", key_of("barriers"))
    warnings = tuple(_warnings(matter))
    if warnings:
        yield Table(
            "Warnings: they bar nothing, and must be dealt with on the way",
            (Column("Gate", 1.6), Column("What to watch", 4.6), Column("Options", 3.4)),
            warnings,
            "gate-warnings",
        )
    yield from gate_reasons(matter)
    yield from kept_gates(matter)
    yield from register(matter)


def _of_law(reason: GateReason) -> bool:
    """Tell whether it is a warning that the section on barriers does not give."""
    return reason.says is GateOutcome.WARNS and reason.barrier is None


def _warnings(matter: Material) -> Iterator[Row]:
    """Give the warnings of each gate, each once, and the options that have any."""
    for gate in Gate:
        warned = {
            result.option: [each.title for each in said.reasons if _of_law(each)]
            for result in matter.results.options
            for said in result.gates
            if said.gate is gate
        }
        titles = dict.fromkeys(title for found in warned.values() for title in found)
        if titles:
            options = matter.options(option for option, found in warned.items() if found)
            yield Row((gate.label, lines_of(titles), options))
