"""The files of reference data, each read once, checked, and with the trust's own merged in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from appraiser.catalogue.facts import facts_in
from appraiser.catalogue.reading import SubjectFile, read_file
from appraiser.catalogue.subjects import SOURCES, SUBJECTS, E, Subject
from appraiser.domain.plain import did_you_mean
from appraiser.domain.problem import Problem


class Shelves:
    """What the shipped folder holds, and over it what the trust's own folder adds."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self._folder = folder
        self._own = own
        self._files: dict[str, tuple[SubjectFile[Any], ...]] = {}
        self._entries: dict[str, Mapping[str, Any]] = {}

    def entries(self, subject: Subject[E]) -> Mapping[str, E]:
        """Give a subject's entries by id, checked; raise `Problem` at the first mistake."""
        if subject.name not in self._entries:
            merged: dict[str, E] = {}
            for file in self.files(subject):
                self._check(file)
                merged |= file.entries
            self._entries[subject.name] = MappingProxyType(merged)
        return self._entries[subject.name]

    def files(self, subject: Subject[E]) -> tuple[SubjectFile[E], ...]:
        """Give what a subject's shipped file holds, and the trust's own where there is one."""
        if subject.name not in self._files:
            paths = [self._folder / subject.file]
            if self._own is not None and (self._own / subject.file).exists():
                paths.append(self._own / subject.file)
            self._files[subject.name] = tuple(read_file(path, subject) for path in paths)
        return self._files[subject.name]

    def check_own(self) -> None:
        """Check the trust's own files; raise `Problem` at the first mistake."""
        known = {subject.file: subject for subject in SUBJECTS.values()}
        for path in sorted(self._own.glob("*.toml")) if self._own else ():
            if path.name not in known:
                hint = did_you_mean(path.name, list(known))
                what = f"there is no file of this name in the reference data{hint}"
                raise Problem(what, place=f"{path.parent.name}/{path.name}")
            self.entries(known[path.name])

    def _check(self, file: SubjectFile[Any]) -> None:
        for name, entry in file.entries.items():
            for at, fact in facts_in(entry):
                place = f"{file.place}, {name}, {at}"
                if fact.needs_source:
                    what = "a published fact needs a source, or it is marked as a judgement"
                    raise Problem(what, place=place)
                for source in fact.sources:
                    _require(source, self._ids(SOURCES), "source", f"{place}.sources")
            for link in entry.links():
                subject = SUBJECTS[link.subject]
                place = f"{file.place}, {name}, {link.place}"
                _require(link.id, self._ids(subject), subject.heading, place)

    def _ids(self, subject: Subject[Any]) -> set[str]:
        return {each for file in self.files(subject) for each in file.entries}


def _require(name: str, known: Iterable[str], noun: str, place: str) -> None:
    if name not in known:
        raise Problem(f'no {noun} called "{name}"{did_you_mean(name, list(known))}', place=place)
