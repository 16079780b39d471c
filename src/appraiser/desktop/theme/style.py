"""Dresses the application in its tokens: palette, font and the few shapes Fusion does not have."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from appraiser.desktop.theme.tokens import DARK, LIGHT, Tokens
from appraiser.resources import resource

FAMILY = "Source Sans 3"
FACES = ("Regular", "Semibold", "Bold")
STYLE = ("-style", "fusion")
"""What the application is started with; to set a style on it later makes all of QStyle's enums."""

TEXT_PIXELS = 15


def load_fonts() -> None:
    """Make the shipped faces known to Qt, so that screen and paper use the same letters."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSans3-{face}.ttf")))


def dress(app: QApplication, tokens: Tokens) -> None:
    """Give the whole application, in its style, a set of colours, its font and its shapes."""
    font = QFont(FAMILY)
    font.setPixelSize(TEXT_PIXELS)
    app.setFont(font)
    if app.styleSheet():
        app.setStyleSheet("")  # putting one in another's place takes Qt six times as long
    app.setPalette(palette(tokens))
    app.setStyleSheet(stylesheet(tokens))


def tokens_for(*, dark: bool) -> Tokens:
    """Give the light or the dark tokens."""
    return DARK if dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Make Qt's palette from the tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.ground),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.bad),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.strong),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.ink),
        (role.Mid, tokens.line),
        (role.Accent, tokens.accent),
    ):
        made.setColor(name, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, name, QColor(tokens.muted))
    return made


def stylesheet(tokens: Tokens) -> str:
    """Give the shapes of cards, controls and the frame of the window, in the tokens' colours."""
    shapes = Template(resource("theme", "desktop.qss").read_text("utf-8"))
    return shapes.substitute(tokens._asdict(), tick=_tick(tokens))


def _tick(tokens: Tokens) -> str:
    """Give the address of a tick that shows on the accent, as style sheets write it."""
    return resource("icons", f"tick-{tokens.name}.svg").as_posix()
