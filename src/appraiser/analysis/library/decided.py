"""The gate results a paper was decided on, kept, and what a newer library would change in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from appraiser.analysis.gates import GateResult, Gates
from appraiser.analysis.library.then_and_now import gates_on
from appraiser.domain.appraisal import COLLECTIONS, Appraisal, named
from appraiser.domain.barriers import KeptGate
from appraiser.domain.edits import AddEntity, Edit, RemoveEntity, Several
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import KeptGateId, OptionId, Ref, new_id
from appraiser.domain.terms import Gate, GateOutcome, Stage
from appraiser.domain.written import listed

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class RuleNamed:
    """A rule by its id and its title; a rule that the library has no more has its id as title."""

    rule: str
    title: str


@dataclass(frozen=True, slots=True)
class KeptAgainstNow:
    """What was kept of one gate of one option, and what today's library says in its place."""

    kept_gate: KeptGateId
    option: OptionId
    gate: Gate
    kept: GateOutcome
    now: GateOutcome
    rules_date: date | None
    """The date of the law that was asked then, and is asked again."""
    added: tuple[RuleNamed, ...]
    """Rules that decide the gate now and did not."""
    gone: tuple[RuleNamed, ...]
    """Rules that decided the gate and do no more."""

    @property
    def differs(self) -> bool:
        """Whether the outcome or the rules that decide it differ."""
        return self.kept is not self.now or bool(self.added or self.gone)


@dataclass(frozen=True, slots=True)
class KeptResults:
    """Every gate that was kept against what it says now, and what the two libraries are."""

    gates: tuple[KeptAgainstNow, ...]
    kept_vintage: str
    vintage_now: str
    kept_at: datetime | None
    unkept: tuple[OptionId, ...]
    """Options that came on the shortlist since."""

    @property
    def differing(self) -> tuple[KeptAgainstNow, ...]:
        """The gates at which today's library says something else."""
        return tuple(each for each in self.gates if each.differs)


def rules_vintage(catalogue: Catalogue) -> str:
    """Give when the rules were last looked over, with the date of the trust's own where any."""
    from appraiser.catalogue.subjects import RULES  # reads the catalogue, not yet at start

    shipped, *own = (file.head.vintage for file in catalogue.shelves.files(RULES))
    return f"{shipped}, with the trust's own of {own[0]}" if own else shipped


def keep_gates(
    appraisal: Appraisal, gates: Mapping[OptionId, Gates], catalogue: Catalogue, at: datetime
) -> Edit:
    """Give the edit that keeps the gate results of the shortlist, in place of what was kept.

    `gates` are those of this appraisal, and `at` is the moment on the wall. Kept of each gate
    are its outcome and the rules that decide it; barriers and answers have records of their own.
    """
    vintage, on = rules_vintage(catalogue), appraisal.question.rules_date
    prefix = COLLECTIONS["kept_gates"].prefix
    edits: list[Edit] = [RemoveEntity(Ref("kept_gates", each.id)) for each in appraisal.kept_gates]
    for option in appraisal.shortlist:
        for result in gates.get(option.id, ()):
            kept = KeptGate(
                id=KeptGateId(new_id(prefix)),
                option=option.id,
                gate=result.gate,
                outcome=result.outcome,
                rules=_deciding(result),
                rules_date=on,
                vintage=vintage,
                kept_at=at,
            )
            edits.append(AddEntity("kept_gates", kept))
    return Several(tuple(edits), "keeping the gate results")


def kept_against_now(appraisal: Appraisal, catalogue: Catalogue) -> KeptResults | None:
    """Hold what was kept against today's library, under the law of the date kept with it.

    The answers and barriers of today are used, so an answer changed since shows as a changed
    outcome under the same rules. Gives None where nothing was kept.
    """
    kept = appraisal.kept_gates
    if not kept:
        return None
    asked = {(each.option, each.rules_date) for each in kept}
    options = {each.id: each for each in appraisal.options}
    now = {
        (option, on): {
            each.gate: each for each in gates_on(appraisal, catalogue, options[option], on)
        }
        for option, on in asked
    }
    known = {each.option for each in kept}
    return KeptResults(
        tuple(
            _against(each, now[each.option, each.rules_date][each.gate], catalogue) for each in kept
        ),
        listed(tuple(dict.fromkeys(each.vintage for each in kept))),
        rules_vintage(catalogue),
        max((each.kept_at for each in kept if each.kept_at), default=None),
        tuple(each.id for each in appraisal.shortlist if each.id not in known),
    )


def decided_findings(appraisal: Appraisal, found: KeptResults | None) -> Iterator[Finding]:
    """Find options of which a gate says otherwise than when its result was kept."""
    changed: dict[OptionId, list[KeptAgainstNow]] = {}
    for each in found.differing if found else ():
        changed.setdefault(each.option, []).append(each)
    for option, gates in changed.items():
        name = named(appraisal.option(option))
        which = listed([each.gate.inline for each in gates])
        words = (
            f'The gates of "{name}" say otherwise than when their results were kept: {which}. '
            "Look at what changed, and keep the results again once they have been decided on."
        )
        at = Ref("kept_gates", gates[0].kept_gate)
        yield Finding("kept-gates-differ", Severity.WARNING, Stage.GATES, words, at)


def _deciding(result: GateResult) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.rule for each in result.deciding if each.rule))


def _against(kept: KeptGate, now: GateResult, catalogue: Catalogue) -> KeptAgainstNow:
    deciding = _deciding(now)
    return KeptAgainstNow(
        kept.id,
        kept.option,
        kept.gate,
        kept.outcome,
        now.outcome,
        kept.rules_date,
        tuple(_named(each, catalogue) for each in deciding if each not in kept.rules),
        tuple(_named(each, catalogue) for each in kept.rules if each not in deciding),
    )


def _named(rule: str, catalogue: Catalogue) -> RuleNamed:
    found = catalogue.rules.get(rule)
    return RuleNamed(rule, found.title if found else rule)
