"""Lets the author put words of their own in the place of a paragraph, and take them away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from appraiser.desktop.workspace import Workspace
from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.edits import AddEntity, Edit, RemoveEntity, SetField, Several
from appraiser.domain.ids import Ref, WrittenParagraphId, new_id

if TYPE_CHECKING:
    from appraiser.paper.blocks import Paragraph

WRITE = "Write it in your own words…"
CHANGE = "Change your own words…"
AGREE = "Keep your words: they still hold"
GO_BACK = "Go back to the program's words"

_QUESTION = (
    "These words stand in the paper in place of what the program composes. You are told when the "
    "figures or facts under them change."
)


class WritingOver:
    """The acts on a paragraph, as edits of the appraisal: each can be undone."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def acts(self, composed: Paragraph | None) -> tuple[str, ...]:
        """Give what can be done with a paragraph; nothing where there is none."""
        if composed is None:
            return ()
        own = self._own(composed)
        if own is None:
            return (WRITE,)
        stale = own.data_fingerprint != _fingerprint(composed)
        return (CHANGE, *((AGREE,) if stale else ()), GO_BACK)

    def do(self, act: str, composed: Paragraph) -> None:
        """Do one of them."""
        own = self._own(composed)
        if act in {WRITE, CHANGE}:
            self._write(composed, own)
        elif own is not None and act == AGREE:
            self._set(own, (("data_fingerprint", _fingerprint(composed)),))
        elif own is not None:
            self._workspace.perform(RemoveEntity(Ref("written_paragraphs", own.id)))

    def _write(self, composed: Paragraph, own: WrittenParagraph | None) -> None:
        title = f"Paragraph {composed.number}"
        text = self._workspace.ask.text(title, _QUESTION, own.text if own else composed.text)
        if text is None:
            return
        print_ = _fingerprint(composed)
        if own is not None:
            self._set(own, (("text", text), ("data_fingerprint", print_)))
            return
        written = WrittenParagraph(
            id=WrittenParagraphId(new_id("paragraph")),
            paragraph=composed.key,
            text=text,
            data_fingerprint=print_,
        )
        self._workspace.perform(AddEntity("written_paragraphs", written), f"writing {title}")

    def _set(self, own: WrittenParagraph, values: tuple[tuple[str, str], ...]) -> None:
        ref = Ref("written_paragraphs", own.id)
        edits: tuple[Edit, ...] = tuple(SetField(ref, name, value) for name, value in values)
        self._workspace.perform(Several(edits, "your own words"))

    def _own(self, composed: Paragraph) -> WrittenParagraph | None:
        written = self._workspace.appraisal.written_paragraphs
        return next((each for each in written if each.paragraph == composed.key), None)


def _fingerprint(composed: Paragraph) -> str:
    from appraiser.paper.writing_over import data_fingerprint

    return data_fingerprint(composed)
