"""Make the file of version 1 that later programs must be able to open, and what is in it.

`python -m tests.files.version_1`, only until the first release: from then on the file is what
people have on their disks.
"""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.criteria import Comparison
from appraiser.domain.edits import AddEntity, BreakSeal, SealWeights, SetField, Several
from appraiser.domain.ids import Ref
from appraiser.domain.options import FormNote
from appraiser.domain.sealing import new_seal
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import write_json
from appraiser.resources import sample
from appraiser.session.opening import create
from appraiser.store.folders import Folders

HERE = Path(__file__).parent
AT = datetime(2014, 12, 12, 14, 2, tzinfo=UTC)


def make(folder: Path) -> None:
    """Go through what a person may do: import, break the seal, change, undo, redo, seal, save."""
    path = folder / "version_1.appraisal"
    document = create(
        path,
        read_appraisal(sample("fenmarsh")),
        who="Board secretary",
        clock=lambda: AT,
        folders=Folders.under(folder / "private"),
        words="read from fenmarsh.json",
    )
    criteria = document.appraisal.criteria
    weights = document.appraisal.weight_sets[0].id
    if document.appraisal.seal is not None:
        document.apply(BreakSeal("2014-12-12T14:02", "The panel", "A comparison was left out"))
    compared = Comparison(
        id="comparison-1",
        weight_set=weights,
        first=criteria[0].id,
        second=criteria[1].id,
        ratio=3.0,
    )
    document.apply(AddEntity("comparisons", compared))
    document.apply(SealWeights(new_seal(document.appraisal, AT, "The panel")))
    note = FormNote(
        id="form-note-1", form="cic-guarantee", field="vat", text="<b>&amp;", reason="=1"
    )
    paragraph = WrittenParagraph(id="paragraph-1")
    both = Several((AddEntity("form_notes", note), AddEntity("written_paragraphs", paragraph)))
    document.apply(both, words="two more things")
    document.apply(SetField(Ref("trust"), "note", "שלום 👩🏽‍⚕️\nsecond line"))
    document.undo()
    document.redo()
    document.close()
    write_json(document.appraisal, folder / "version_1.json")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        make(Path(name))
        for suffix in ("appraisal", "json"):
            shutil.copyfile(Path(name) / f"version_1.{suffix}", HERE / f"version_1.{suffix}")
