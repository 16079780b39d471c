"""The gates an option must get through: what law, barriers and people say of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.barriers.register import is_settled
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.ids import BarrierId, GateAnswerId, OptionId
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Answer, BarrierStatus, Gate, GateOutcome, OptionRole, Resolver

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class GateReason:
    """One thing that bears on a gate: a rule, an open barrier, or a person's answer.

    One of `rule`, `barrier` and `answer` says which; none does where nobody has answered yet.
    """

    says: GateOutcome
    title: str
    """A few words, for a label."""
    words: str
    rule: str = ""
    """Id of the rule in the catalogue."""
    sources: tuple[str, ...] = ()
    """Ids of the catalogue's sources for the rule."""
    barrier: BarrierId | None = None
    answer: GateAnswerId | None = None
    pending: bool = False
    """The rule is not in force yet: it can warn, never bar."""
    unlocks: str = ""
    """What would have to happen for this to stop standing in the way."""
    resolvers: tuple[Resolver, ...] = ()
    """Who could bring that about."""


@dataclass(frozen=True, slots=True)
class GateResult:
    """What one gate says of one option, with all that bears on it, the worst first."""

    option: OptionId
    gate: Gate
    outcome: GateOutcome
    reasons: tuple[GateReason, ...]

    @property
    def deciding(self) -> tuple[GateReason, ...]:
        """The reasons that make the outcome what it is."""
        return tuple(reason for reason in self.reasons if reason.says is self.outcome)

    @property
    def unlocks(self) -> tuple[str, ...]:
        """What would open the gate, one sentence for each reason that has one."""
        return tuple(reason.unlocks for reason in self.deciding if reason.unlocks)

    @property
    def resolvers(self) -> tuple[Resolver, ...]:
        """Who could open the gate, each once."""
        return tuple(dict.fromkeys(each for reason in self.deciding for each in reason.resolvers))


def who_could(resolvers: Sequence[Resolver]) -> str:
    """Say who could open a gate, on screen and on paper alike; nothing where nobody is known."""
    who = "; ".join(each.inline for each in resolvers)  # some names have an "and" in them
    return f"Who could: {who}." if who else ""


Gates = tuple[GateResult, ...]
"""The results of all gates of one option, in the order of the gates."""

_WORST_FIRST = (
    GateOutcome.BARS,
    GateOutcome.UNKNOWN,
    GateOutcome.WARNS,
    GateOutcome.PASSES,
)


def gate_results(appraisal: Appraisal, catalogue: Catalogue) -> dict[OptionId, Gates]:
    """Work out every gate of every option on the shortlist.

    A gate says the worst that anything says of it: a rule of law on the appraisal's date, a
    show-stopping barrier that is not dealt with, or a person's answer. A pending rule and a
    barrier accepted by a named role with a reason only warn. Business as usual needs no answer:
    it is there already.
    """
    found = {}
    for option in appraisal.shortlist:
        law = _law(appraisal, catalogue, option)
        found[option.id] = tuple(
            _result(option.id, gate, [*law.get(gate, ()), *_people(appraisal, option, gate)])
            for gate in Gate
        )
    return found


def _result(option: OptionId, gate: Gate, reasons: Iterable[GateReason]) -> GateResult:
    ordered = tuple(sorted(reasons, key=lambda reason: _WORST_FIRST.index(reason.says)))
    outcome = ordered[0].says if ordered else GateOutcome.PASSES
    return GateResult(option, gate, outcome, ordered)


def _law(
    appraisal: Appraisal, catalogue: Catalogue, option: Option
) -> dict[Gate, list[GateReason]]:
    """Give what the law says of an option, gate by gate."""
    from appraiser.catalogue.law import rules_in_force  # reads the catalogue, not yet at start

    on = appraisal.question.rules_date
    if not option.form:
        return _unknown("no form", "No form is chosen yet.", "Choose the form.")
    if on is None:
        words = "No date is set for the law."
        return _unknown("no date", words, "Say on what date the law is taken.")
    try:
        applied = rules_in_force(catalogue, option.form, option.scope, appraisal.trust.status, on)
    except Problem as problem:
        words = f"The form is not in the library: {problem.what}."
        return _unknown("unknown form", words, "Choose the form.")
    found: dict[Gate, list[GateReason]] = {}
    for each in applied:
        rule = each.rule
        found.setdefault(rule.gate, []).append(
            GateReason(
                says=each.outcome,
                title=rule.title,
                words=rule.reason.text,
                rule=rule.id,
                sources=rule.sources,
                pending=each.pending,
                unlocks=rule.unlock.text,
                resolvers=(rule.resolver,),
            )
        )
    return found


def _unknown(title: str, words: str, unlocks: str) -> dict[Gate, list[GateReason]]:
    reason = GateReason(GateOutcome.UNKNOWN, title, words, unlocks=unlocks)
    return {Gate.LAWFUL: [reason]}


def _people(appraisal: Appraisal, option: Option, gate: Gate) -> Iterator[GateReason]:
    """Give what barriers and people's answers say of a gate."""
    for barrier in appraisal.barriers:
        if option.id in barrier.options and (barrier.gate or UNPLACED) is gate:
            yield from _barrier(barrier)
    answers = [
        each for each in appraisal.gate_answers if each.option == option.id and each.gate is gate
    ]
    yield from map(_answer, answers)
    asked = gate is not Gate.LAWFUL and option.role is not OptionRole.BUSINESS_AS_USUAL
    if asked and not answers:
        words = "Nobody has answered yet."
        todo = "Answer the gate, with the reason."
        yield GateReason(GateOutcome.UNKNOWN, "not answered", words, unlocks=todo)


UNPLACED = Gate.CONTRACTABLE
"""The gate of a barrier for which none is named: whether the change can be brought about."""


def _barrier(barrier: Barrier) -> Iterator[GateReason]:
    """Give what a barrier says: a show-stopper bars until it is settled, the rest warn."""
    if barrier.status is BarrierStatus.RESOLVED or not (barrier.show_stopper or barrier.gate):
        return
    bars = barrier.show_stopper and not is_settled(barrier)
    says = GateOutcome.BARS if bars else GateOutcome.WARNS
    title = called(barrier)
    words = barrier.description.strip() or title
    yield GateReason(
        says,
        title,
        words,
        barrier=barrier.id,
        unlocks=barrier.mitigation,
        resolvers=tuple(filter(None, (barrier.resolver, barrier.also_resolver))),
    )


UNRESOLVED = frozenset({BarrierStatus.OPEN, BarrierStatus.IN_HAND})


_SAYS = {
    Answer.YES: GateOutcome.PASSES,
    Answer.NO: GateOutcome.BARS,
    Answer.UNKNOWN: GateOutcome.UNKNOWN,
}

_FAILED = {
    Gate.LAWFUL: "not lawful",
    Gate.SAFE: "not safe for patients",
    Gate.AFFORDABLE: "not affordable with VAT and tax",
    Gate.CONTRACTABLE: "cannot be contracted",
}


def _answer(given: GateAnswer) -> GateReason:
    says = _SAYS[given.answer]
    title = _FAILED[given.gate] if says is GateOutcome.BARS else given.answer.inline
    words = given.reason.strip() or f"The answer given is: {given.answer.inline}."
    return GateReason(says, title, words, answer=given.id, unlocks=given.unlock)
