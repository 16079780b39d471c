"""Trusts and returns that tests of the programme are made of."""

from pathlib import Path

from openpyxl import load_workbook
from tests.exchange.examples import document, read

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.programme_return import ProgrammeReturn, programme_return
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import write_json

SAMPLES = ("leicester", "fenmarsh", "northcliff")


def trust(name: str, **changes: object) -> Appraisal:
    """Give the example as another trust's."""
    own = {"name": name, **changes.pop("trust", {})}
    return read(document(id=name.lower().replace(" ", "-"), trust=own, **changes))


def gathered(folder: Path, *trusts: Appraisal, **options: object) -> ProgrammeReturn:
    """Write appraisals to files and gather a return from them."""
    paths = []
    for each in trusts:
        paths.append(folder / f"{each.trust.name or 'no name'}.json")
        write_json(each, paths[-1])
    return programme_return(paths, read_appraisal, **options)


def everything_said(path: Path) -> str:
    """Give the words of a return that was written."""
    if path.suffix == ".xlsx":
        cells = [
            str(cell.value)
            for sheet in load_workbook(path)
            for row in sheet.iter_rows()
            for cell in row
        ]
        return "\n".join(cells)
    return path.read_text(encoding="utf-8")
