"""Write a programme's return as a spreadsheet, as JSON or as a web page."""

from __future__ import annotations

import json
from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.exchange.programme_html import programme_html
from appraiser.exchange.programme_return import ProgrammeReturn
from appraiser.exchange.programme_tables import TITLE, programme_notes, programme_tables
from appraiser.exchange.spreadsheet import add_table, new_workbook, save_workbook
from appraiser.replacing import replacing

FORMAT = "appraiser-programme-return"
VERSION = 1

ENDINGS = (".xlsx", ".json", ".html")


def write_programme_return(gathered: ProgrammeReturn, path: Path) -> None:
    """Write a return in the form that the ending of the file's name says.

    Raises `Problem` for an ending nobody knows and for a place that cannot be written to; the
    file that was there before is then left as it was.
    """
    match path.suffix.lower():
        case ".xlsx":
            _write_workbook(gathered, path)
        case ".json":
            _write_text(programme_json(gathered), path)
        case ".html":
            _write_text(programme_html(gathered), path)
        case _:
            raise Problem(
                "A return is written as .xlsx, .json or .html.",
                safe="Nothing was written.",
                todo="End the file's name in one of them.",
                place=str(path),
            )


def programme_json(gathered: ProgrammeReturn) -> str:
    """Give a return as JSON. Money is in whole pence; terms stand by what is stored for them."""
    import msgspec

    plain = msgspec.to_builtins(gathered)
    if gathered.anonymous:
        plain["skipped"] = [
            {"place": each.place, "why": each.plain_reason} for each in gathered.skipped
        ]
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "notes": programme_notes(gathered),
        "groups": msgspec.to_builtins(gathered.groups),
        **plain,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _write_workbook(gathered: ProgrammeReturn, path: Path) -> None:
    workbook = new_workbook(TITLE)
    notes = programme_notes(gathered)
    for table in programme_tables(gathered):
        add_table(workbook, table, notes)
    save_workbook(workbook, path)


def _write_text(text: str, path: Path) -> None:
    with replacing(path) as stream:
        stream.write(text.encode())
