"""Score sheets to and from plain values, in an order that does not depend on who typed first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from appraiser.domain.fields import choice, link, specs
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.plain import Plain, did_you_mean, entity_from_plain, entity_to_plain
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Round
from appraiser.exchange.coherence import Ids, check_link
from appraiser.exchange.places import at


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHead:
    """Whose scores a sheet holds, and of which round. The consensus has no scorer."""

    round: Round = choice("Round", default=Round.CONSENSUS)
    scorer: ScorerId | None = link("Scorer", "scorers", "Left out of the consensus")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedScore(Score):
    """A score with the cell of the grid it stands in."""

    option: OptionId = link("Option", "options", owned=True)
    criterion: CriterionId = link("Criterion", "criteria", owned=True)


def sheets_to_plain(sheets: Mapping[SheetKey, ScoreSheet], ids: Ids) -> list[Plain]:
    """Lay sheets out in the order of the rounds, the scorers, the options and the criteria."""
    rounds = list(Round)

    def order(key: SheetKey) -> tuple[int, int]:
        return rounds.index(key.round), -1 if key.scorer is None else ids["scorers"][key.scorer]

    return [_sheet_to_plain(key, sheets[key], ids) for key in sorted(sheets, key=order)]


def _sheet_to_plain(key: SheetKey, sheet: ScoreSheet, ids: Ids) -> Plain:
    def order(cell: Cell) -> tuple[int, int]:
        return ids["options"][cell.option], ids["criteria"][cell.criterion]

    cells: list[Plain] = [
        {**cell._asdict(), **entity_to_plain(sheet.cells[cell])}
        for cell in sorted(sheet.cells, key=order)
    ]
    scorer: dict[str, Plain] = {} if key.scorer is None else {"scorer": key.scorer}
    return {"round": str(key.round), **scorer, "cells": cells}


def sheets_from_plain(value: Any, ids: Ids) -> dict[SheetKey, ScoreSheet]:
    """Read sheets, strictly; raise `Problem` naming the place."""
    sheets: dict[SheetKey, ScoreSheet] = {}
    for position, each in enumerate(value):
        with at(f"sheets[{position}]"):
            head, cells = _parted(each)
            key = _key(head, ids)
            if key in sheets:
                raise Problem("there is a sheet of this scorer and round already")
            sheets[key] = ScoreSheet(_cells(cells, ids))
    return sheets


def _parted(sheet: Any) -> tuple[SheetHead, list[Any]]:
    if not isinstance(sheet, dict):
        raise Problem("expected an object")
    _check_keys(sheet)
    if not isinstance(sheet["cells"], list):
        raise Problem("expected a list of scores", place="cells")
    head = {name: value for name, value in sheet.items() if name != "cells"}
    return entity_from_plain(SheetHead, head), sheet["cells"]


def _check_keys(sheet: dict[str, Any]) -> None:
    known = [*specs(SheetHead), "cells"]
    for name in sheet:
        if name not in known:
            raise Problem(f'nothing here is called "{name}"{did_you_mean(name, known)}')
    for name in ("round", "cells"):
        if name not in sheet:
            raise Problem(f'"{name}" is missing')


def _key(head: SheetHead, ids: Ids) -> SheetKey:
    if head.scorer is None and head.round is not Round.CONSENSUS:
        raise Problem('"scorer" is missing; only the consensus has none')
    if head.scorer is not None:
        if head.round is Round.CONSENSUS:
            raise Problem("the consensus belongs to no one scorer", place="scorer")
        check_link(ids, "scorers", head.scorer, "scorer")
    return SheetKey(head.round, head.scorer)


def _cells(cells: list[Any], ids: Ids) -> dict[Cell, Score]:
    found: dict[Cell, Score] = {}
    for position, each in enumerate(cells):
        with at(f"cells[{position}]"):
            cell, score = _cell(entity_from_plain(PlacedScore, each), ids)
            if cell in found:
                raise Problem(f'"{cell.option}" is scored on "{cell.criterion}" already')
            found[cell] = score
    return found


def _cell(placed: PlacedScore, ids: Ids) -> tuple[Cell, Score]:
    check_link(ids, "options", placed.option, "option")
    check_link(ids, "criteria", placed.criterion, "criterion")
    if placed.low is not None and placed.high is not None and placed.low > placed.high:
        raise Problem(
            f"the lowest it could be, {placed.low:g}, is above the highest, {placed.high:g}",
            place="low",
        )
    score = Score(**{name: getattr(placed, name) for name in specs(Score)})
    return Cell(placed.option, placed.criterion), score
