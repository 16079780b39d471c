"""Holds a board paper against itself, and against the appraisal it was made from.

A paper's file says which appraisal it was made from, the fingerprint of what that held, every
number it prints and what is drawn on each page. So a paper that was altered, an appraisal that
has changed since, and a paper made by another version of the program are told apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine
from appraiser.domain.problem import Problem
from appraiser.domain.sources import PaperPart
from appraiser.domain.written import counted, listed
from appraiser.paper.embedded import read_embedded
from appraiser.paper.manifest import NUMBER, Printed
from appraiser.pdfium_lock import PDFIUM

_MADE_FROM = re.compile(r"appraisal:(\S+) content:([0-9a-f]{64})")
_MOST = 20
"""Differences of one kind that are named; of more, their number is given."""

_NO_PAPER = Problem(
    "This PDF is not a board paper that Appraiser exported, or what it says of itself was removed.",
    todo="Choose a board paper as Appraiser wrote it; printing it anew takes that away.",
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a paper's file says of itself."""

    appraisal: str
    content: str
    """The fingerprint of what the appraisal held."""
    made_with: dict[str, str]
    numbers: tuple[Printed, ...]
    pages: tuple[str, ...]
    """The fingerprint of what is drawn on each page."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was compared, line by line, and which of it differs."""

    agreed: tuple[str, ...]
    differences: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything found, what differs first."""
        return (*self.differences, *self.agreed)


def verify_paper(
    paper: Path,
    appraisal: Appraisal | None,
    journal: tuple[JournalLine, ...] = (),
    password: str = "",
) -> Verification:
    """Hold a paper against itself, and against the appraisal it was made from where it is given.

    `journal` is that of the appraisal's file. Raises `Problem` for a file that is no board paper
    of this program, or cannot be opened.
    """
    try:
        content = paper.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise Problem(f"The paper cannot be read: {reason}.", place=str(paper)) from error
    try:
        held, pages = read_embedded(content, password)
        manifest = _manifest(held)
    except Problem as problem:
        raise problem.at(str(paper)) from None
    agreed, differences = _itself(manifest, pages, content, password)
    if appraisal is None:
        agreed.append(f"The paper was made from the appraisal {manifest.appraisal}.")
        agreed.append("No appraisal was named, so no number was worked out again.")
    elif appraisal.id != manifest.appraisal:
        differences.append(f"The paper was made from another appraisal, {manifest.appraisal}.")
    else:
        also_agreed, also_differing = _appraisal(manifest, appraisal, journal)
        agreed += also_agreed
        differences += also_differing
    return Verification(tuple(agreed), tuple(differences))


def _manifest(held: bytes) -> Manifest:
    try:
        found: Any = json.loads(held)
        made_from = _MADE_FROM.search(found["made_from"])
        if made_from is None:
            raise _NO_PAPER
        appraisal, content = made_from.groups()
        return Manifest(
            appraisal,
            content,
            {str(key): str(value) for key, value in found["made_with"].items()},
            tuple(Printed(str(key), str(words)) for key, words in found["numbers"]),
            tuple(map(str, found["pages"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _NO_PAPER from error


def _itself(
    manifest: Manifest, pages: tuple[str, ...], content: bytes, password: str
) -> tuple[list[str], list[str]]:
    """Hold what is drawn on the pages against what the file says of them."""
    if pages == manifest.pages:
        return [f"All {counted(len(pages), 'page')} are as they were written."], []
    differences = []
    if len(pages) != len(manifest.pages):
        differences.append(
            f"The paper has been altered: it had {counted(len(manifest.pages), 'page')} and now "
            f"has {len(pages)}."
        )
    altered = [at for at, then in enumerate(manifest.pages) if pages[at : at + 1] != (then,)]
    if altered:
        noun = "page" if len(altered) == 1 else "pages"
        which = listed([str(at + 1) for at in altered])
        differences.append(f"The paper has been altered: {noun} {which}.")
    named = list(_altered_numbers(manifest.numbers, _on_pages(content, password), set(altered)))
    return [], [*differences, *_shortened(named)]


class _OnPage(NamedTuple):
    """A number as a page says it, and the page, from 0."""

    words: str
    page: int


def _on_pages(content: bytes, password: str) -> list[_OnPage]:
    import pypdfium2

    with PDFIUM, pypdfium2.PdfDocument(content, password=password or None) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [_OnPage(words, at) for at, text in enumerate(texts) for words in NUMBER.findall(text)]


def _altered_numbers(
    written: Sequence[Printed], found: Sequence[_OnPage], altered: set[int]
) -> Iterator[str]:
    """Name each number that an altered page says otherwise than it was written."""
    wanted, said = [each.words for each in written], [each.words for each in found]
    matcher = SequenceMatcher(None, wanted, said, autojunk=False)
    for tag, at, end, there, there_end in matcher.get_opcodes():
        # where nothing is said in its place, it stood on the page of what comes next
        near = {each.page for each in found[max(0, there - 1) : there_end + 1]}
        if tag in {"replace", "delete"} and not near.isdisjoint(altered):
            for each in written[at:end]:
                now = _instead(each.words, said[there:there_end])
                reads = f"the page says {now}" if now else "the page does not say so"
                yield f"{each.key}: written as {each.words}, and {reads}."


def _instead(words: str, said: Sequence[str]) -> str:
    """Give which of the numbers of a place most likely stands for one that was written."""
    alike = [each for each in said if len(each) == len(words)]
    shared = [sum(map(str.__eq__, each, words)) for each in alike]
    return alike[shared.index(max(shared))] if alike else ""


def _appraisal(
    manifest: Manifest, appraisal: Appraisal, journal: tuple[JournalLine, ...]
) -> tuple[list[str], list[str]]:
    """Work the paper's numbers out again and hold them against those it was written with."""
    from appraiser.domain.content import content_fingerprint

    agreed, differences = [], []
    unchanged = content_fingerprint(appraisal) == manifest.content
    if unchanged:
        agreed.append("The appraisal is as it was when the paper was made.")
    else:
        differences.append("The appraisal has changed since the paper was made.")
    now, made_with = _recomputed(manifest, appraisal, journal)
    others = [
        f"{name} was {then}, now {made_with.get(name, 'none')}"
        for name, then in manifest.made_with.items()
        if made_with.get(name) != then
    ]
    if others:
        differences.append(f"It was made with other data or another version: {'; '.join(others)}.")
    cause = "the appraisal says" if unchanged else "the appraisal now says"
    then = dict(manifest.numbers)
    named = [
        f"{key}: written as {words}, and {cause} {now.get(key, 'nothing')}."
        for key, words in then.items()
        if now.get(key) != words
    ]
    named += [f"{key}: not written, and {cause} {now[key]}." for key in now if key not in then]
    if not named:
        agreed.append(f"All {len(then):,} numbers were worked out again and are as written.")
    return agreed, [*differences, *_shortened(named)]


def _recomputed(
    manifest: Manifest, appraisal: Appraisal, journal: tuple[JournalLine, ...]
) -> tuple[dict[str, str], dict[str, str]]:
    """Give every number that the same paper would print today, and what it would be made with."""
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.exporting.editions import Edition, compose_edition, public_edition
    from appraiser.exporting.wanted import Wanted
    from appraiser.paper.manifest import numbers_in

    is_public = manifest.made_with.get("part") == PaperPart.PUBLIC
    edition = public_edition(appraisal) if is_public else Edition(appraisal, None)
    printed = manifest.made_with.get("journal", "none")
    wanted = Wanted(journal=() if printed == "none" else journal, whole_journal=printed == "whole")
    paper = compose_edition(edition, wanted, load_catalogue())
    return dict(numbers_in(paper)), dict(paper.meta.made_with)


def _shortened(named: list[str]) -> list[str]:
    if len(named) <= _MOST:
        return named
    return [*named[:_MOST], f"And {len(named) - _MOST} more numbers."]
