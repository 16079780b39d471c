"""The shapes of the preview's own kinds of control, in the colours of the tokens."""

from __future__ import annotations

from string import Template

from appraiser.desktop.theme.tokens import Tokens

_SHAPES = Template(
    """
    QListView { background: $card; color: $ink; border: 1px solid $line; border-radius: 6px; }
    QListView:focus { border: 2px solid $accent; }
    QAbstractScrollArea::corner { background: transparent; border: none; }
    QSpinBox QLineEdit, QSpinBox QLineEdit:focus {
        border: none; padding: 0; min-height: 0; background: transparent;
    }
    QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
    QSpinBox:focus { border: 2px solid $accent; padding: 4px 7px; }
    QSpinBox:disabled { background: $ground; color: $muted; border-color: $line; }
    QPushButton[small="true"] { padding: 6px 10px; min-width: 14px; }
    QPushButton[small="true"]:focus { padding: 5px 9px; }
    QPushButton[toggle="true"]:checked {
        background: $tint; color: $strong; border-color: $accent;
    }
    """
)


def shapes(tokens: Tokens) -> str:
    """Give them as a style sheet."""
    return _SHAPES.substitute(tokens._asdict())
