"""Which editor fits which field."""

from __future__ import annotations

from appraiser.desktop.asking import Ask
from appraiser.desktop.widgets.choosing_editors import ChoiceEditor, FlagEditor, LinksEditor
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.picture_editor import PictureEditor
from appraiser.desktop.widgets.typed_editor import TypedEditor
from appraiser.domain.fields import FieldSpec, Kind


def editor_for(spec: FieldSpec, ask: Ask, *, from_list: bool = False) -> FieldEditor:
    """Make the editor that fits a field; `from_list` chooses a text from what is offered.

    One that needs more than a value asks the person for it.
    """
    match spec.kind:
        case Kind.FLAG:
            return FlagEditor(spec)
        case Kind.CHOICE | Kind.LINK:
            return ChoiceEditor(spec)
        case Kind.LINKS:
            return LinksEditor(spec)
        case Kind.PICTURE:
            return PictureEditor(spec, ask)
        case _:
            return ChoiceEditor(spec) if from_list else TypedEditor(spec)
