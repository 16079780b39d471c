"""Front sheets a trust has made its own, each kept on this computer as a small JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from appraiser.analysis.library.front_sheets import OwnFrontSheet
from appraiser.domain.board_paper import BoardPaper, FrontSheetField
from appraiser.domain.checking import MOST_PICTURE, checked
from appraiser.domain.fields import specs
from appraiser.domain.ids import new_id
from appraiser.domain.problem import Problem

MOST_BYTES = MOST_PICTURE + 1_000_000
"""Bytes of a file that is read at all: a logo, and far more fields than any sheet has."""

_ENDING = ".json"


class KeptSheets(NamedTuple):
    """The front sheets that are kept, by the names of their files without the ending."""

    sheets: Mapping[str, OwnFrontSheet]
    unread: tuple[str, ...]
    """Those whose files cannot be read; they are left where they are."""


class KeptFrontSheets:
    """The folder they are kept in. It need not be there, and nothing in it stops the program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> KeptSheets:
        """Give every front sheet that can be read, by the alphabet, and name those that cannot."""
        found: dict[str, OwnFrontSheet] = {}
        unread = []
        for path in self._files():
            try:
                found[path.stem] = _read(path)
            except Problem:
                unread.append(path.stem)
        by_name = sorted(found, key=lambda each: found[each].name.casefold())
        return KeptSheets({each: found[each] for each in by_name}, tuple(unread))

    def keep(self, sheet: OwnFrontSheet) -> None:
        """Keep a front sheet, in place of one of the same name; raise `Problem` if it cannot be."""
        import msgspec

        from appraiser.replacing import replacing

        path = self._folder / f"{self.key_of(sheet.name) or new_id('front-sheet')}{_ENDING}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            why = fault.strerror or type(fault).__name__
            raise Problem(
                f"The front sheet could not be kept: {why.lower()}.",
                safe="This appraisal has it all the same.",
                place=str(self._folder),
            ) from fault
        with replacing(path) as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(sheet), indent=1))

    def key_of(self, name: str) -> str:
        """Give the key of the front sheet of that name, or nothing where none is kept."""
        wanted = name.strip().casefold()
        kept = self.read().sheets.items()
        return next((key for key, each in kept if each.name.casefold() == wanted), "")

    def remove(self, key: str) -> None:
        """Remove one, whether or not it can be read; raise `Problem` if it cannot be removed."""
        path = self._folder / f"{key}{_ENDING}"
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            why = fault.strerror or type(fault).__name__
            raise Problem(
                f"The front sheet could not be removed: {why.lower()}.",
                safe="It is still kept.",
                place=str(path),
            ) from fault

    def _files(self) -> list[Path]:
        try:
            return sorted(each for each in self._folder.iterdir() if each.suffix == _ENDING)
        except OSError:
            return []  # nothing is kept yet, or nothing can be reached


def _read(path: Path) -> OwnFrontSheet:
    """Read one file strictly; raise `Problem` where it is not what was kept."""
    import msgspec

    try:
        if path.stat().st_size > MOST_BYTES:
            raise Problem("it is too large")
        found = msgspec.json.decode(path.read_bytes(), type=OwnFrontSheet)
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as fault:
        raise Problem(str(fault)) from None
    if not found.fields or not found.name.strip():
        raise Problem("it has no name or no field")
    checked(specs(FrontSheetField)["label"], found.name)
    for each in found.fields:
        checked(specs(FrontSheetField)["label"], each.label)
    paper = specs(BoardPaper)
    checked(paper["purpose_words"], found.purpose_words)
    checked(paper["logo"], found.logo)
    return found
