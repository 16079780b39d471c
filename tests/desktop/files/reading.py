"""What is in a file, and what is among the backups."""

from pathlib import Path

from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.session.opening import open_document

NAME = SetField(Ref("trust"), "name", "Another name")
ANOTHER = SetField(Ref("trust"), "name", "Yet another name")


def read(path: Path, folders):
    document = open_document(path, who="a reader", folders=folders, read_only=True)
    document.close()
    return document.appraisal


def on_shelf(folders) -> list[Path]:
    return sorted(folders.backups.rglob("*.appraisal")) if folders.backups.exists() else []
