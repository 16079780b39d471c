"""Begin, open and recover appraisals."""

from __future__ import annotations

from pathlib import Path

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import How, JournalLine, edit_to_text
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part
from appraiser.session.document import Clock, Document, now
from appraiser.store.folders import Folders
from appraiser.store.identity import recognise


def create(
    path: Path | None,
    appraisal: Appraisal,
    *,
    who: str,
    clock: Clock = now,
    folders: Folders | None = None,
    words: str = "a new appraisal",
) -> Document:
    """Begin a document from a snapshot and, where there is a path, save it there.

    Raises `Problem` if there is a file already or the place refuses.
    """
    from appraiser.store import working_copy

    if path is not None and path.exists():
        raise Problem(
            f'There is a file called "{path.name}" already.',
            safe="It has not been touched.",
            todo="Choose another name, or open it.",
        )
    folders = folders or Folders.usual()
    nothing = edit_to_text(None)
    began = JournalLine(
        number=0,
        at=clock(),
        who=who,
        how=How.BEGAN,
        words=words,
        touched=Part(0),
        edit=nothing,
        inverse=nothing,
    )
    copy = working_copy.start(folders.working, appraisal, began)
    document = Document(copy, appraisal, who=who, clock=clock)
    if path is not None:
        document.save_as(path)
    return document


def open_document(
    path: Path, *, who: str, clock: Clock = now, folders: Folders | None = None
) -> Document:
    """Open a file on a private working copy; raise `Problem` saying why it cannot be."""
    from appraiser.store import working_copy

    folders = folders or Folders.usual()
    recognise(path)
    copy = working_copy.take(folders.working, path.resolve(), clock())
    return Document(copy, copy.read(), who=who, clock=clock)
