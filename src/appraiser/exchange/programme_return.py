"""What a programme's trusts have in common: barriers, requests, support and forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from appraiser.analysis.support_totals import support_totals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.programme_anonymous import nameless, rounded_support, rounded_trust
from appraiser.exchange.programme_rows import (
    BarrierGroup,
    BarrierRow,
    RequestRow,
    SupportRow,
    TrustRow,
    barrier_rows,
    grouped,
    private_count,
    request_rows,
    support_rows,
    trust_row,
)
from appraiser.exchange.reading import read_appraisal

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

NOT_COVERED = (
    "Not covered yet: totals, costs and staff evidence are not compared across trusts, and "
    "barriers without a kind are grouped by their own titles."
)


SINGLES = ("trust", "programme", "question", "paper")
COLLECTIONS = (
    *("options", "path_steps", "barriers", "requests", "support_lines"),
    *("sources", "citations", "part_marks"),
)
"""The parts of an appraisal that a return is made of; no other need be read."""

READ_BEFORE = "this appraisal was read from another file already"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be used, its place among those given (from 1), and why."""

    place: int
    file: str
    why: str

    @property
    def plain_reason(self) -> str:
        """Why in words that hold nothing of the file, not even a word that was found wrong."""
        return self.why if self.why == READ_BEFORE else "it could not be read as an appraisal"

    def __str__(self) -> str:
        """Give it as one line."""
        return f"{self.file}: {self.why}"


@dataclass(frozen=True, slots=True)
class ProgrammeReturn:
    """The rows of the return, trust by trust within each list.

    `private` counts the barriers and requests that were left out because they are marked for
    Part 2. `skipped` names the files that could not be used.
    """

    anonymous: bool
    trusts: tuple[TrustRow, ...]
    barriers: tuple[BarrierRow, ...]
    requests: tuple[RequestRow, ...]
    support: tuple[SupportRow, ...]
    private: int
    skipped: tuple[Skipped, ...]
    not_covered: str = NOT_COVERED

    @property
    def illustrative(self) -> bool:
        """Whether any of it rests on what is illustrative or made up."""
        return any(each.illustrative for each in self.trusts)

    @property
    def groups(self) -> tuple[BarrierGroup, ...]:
        """The barriers counted across trusts by who can remove them, by theme and by kind."""
        return grouped(self.barriers)


def programme_return(
    paths: Sequence[Path],
    read: Callable[[Path], Appraisal],
    *,
    anonymous: bool = False,
    progress: Callable[[int], None] = lambda _: None,
    catalogue: Catalogue | None = None,
) -> ProgrammeReturn:
    """Gather a return from the appraisals of a programme.

    A `.json` file is read as JSON, any other by `read`; a file that cannot be read, and one that
    holds an appraisal met before, is skipped and named. `progress` is told how many are done.
    Anonymous keeps nothing that anybody typed and no exact sum, and drops the order of the files;
    the catalogue, whose words then stand for the trusts', should be the shipped one. What
    `progress` raises to break off is passed on. Raises `Problem` if no file can be used.
    """
    found, skipped = _read_all(paths, read, progress)
    if catalogue is None:
        from appraiser.catalogue.loading import load_catalogue

        catalogue = load_catalogue()
    named = tuple(_nameless(found, catalogue) if anonymous else _named(found))
    sums = [support_totals(each, None) for each in named]
    trusts = tuple(trust_row(each, catalogue, own) for each, own in zip(named, sums, strict=True))
    support = tuple(
        row for each, own in zip(named, sums, strict=True) for row in support_rows(each, own)
    )
    return ProgrammeReturn(
        anonymous=anonymous,
        trusts=tuple(map(rounded_trust, trusts)) if anonymous else trusts,
        barriers=tuple(row for each in named for row in barrier_rows(each, catalogue)),
        requests=tuple(row for each in named for row in request_rows(each)),
        support=tuple(map(rounded_support, support)) if anonymous else support,
        private=sum(map(private_count, named)),
        skipped=skipped,
    )


def _read_all(
    paths: Sequence[Path], read: Callable[[Path], Appraisal], progress: Callable[[int], None]
) -> tuple[dict[str, Appraisal], tuple[Skipped, ...]]:
    """Read each appraisal once, by its id, and name the files that could not be used."""
    skipped: list[Skipped] = []
    found: dict[str, Appraisal] = {}
    for done, path in enumerate(paths, start=1):
        try:
            appraisal = _read_new(path, read, found)
        except Problem as problem:
            skipped.append(Skipped(done, path.name, _why(problem, path)))
        else:
            found[appraisal.id] = appraisal
        progress(done)
    if not found:
        first = f" {skipped[0]}" if skipped else ""
        raise Problem(f"There is nothing to gather.{first}", safe="Nothing was written.")
    return found, tuple(skipped)


def _read_new(
    path: Path, read: Callable[[Path], Appraisal], found: Mapping[str, Appraisal]
) -> Appraisal:
    appraisal = read_appraisal(path) if path.suffix.lower() == ".json" else read(path)
    if appraisal.id in found:
        raise Problem(READ_BEFORE)
    return appraisal


def _why(problem: Problem, path: Path) -> str:
    """Say why without naming the file or its folder, which may say whose it is."""
    words = str(problem).removeprefix(f"{path}: ")
    return words.replace(str(path), "the file").replace(path.name, "the file")


def _nameless(found: Mapping[str, Appraisal], catalogue: Catalogue) -> Iterator[Appraisal]:
    """Give each appraisal without a name or a word of its own, in an order that nobody can redo."""
    order = list(found.values())
    SystemRandom().shuffle(order)
    for at, each in enumerate(order, start=1):
        yield nameless(each, f"Trust {at}", catalogue)


def _named(found: Mapping[str, Appraisal]) -> Iterator[Appraisal]:
    """Give each appraisal under the name its trust goes by in the return, all different."""
    taken: dict[str, int] = {}
    for appraisal in found.values():
        name = appraisal.trust.name.strip() or "Trust without a name"
        taken[name] = taken.get(name, 0) + 1
        shown = name if taken[name] == 1 else f"{name} ({taken[name]})"
        yield replace(appraisal, trust=replace(appraisal.trust, name=shown))
