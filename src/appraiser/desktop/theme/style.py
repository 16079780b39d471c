"""Dresses the application in its tokens: palette, font and the few shapes Fusion does not have."""

from __future__ import annotations

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
    t = tokens
    return f"""
    QToolTip {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px; }}
    #header {{ background: {t.card}; border-bottom: 1px solid {t.line}; }}
    #rail {{ background: {t.card}; border-right: 1px solid {t.line}; }}
    #drawer {{ background: {t.card}; border-left: 1px solid {t.line}; }}
    #strip {{ background: {t.strip}; }}
    #strip QLabel {{ color: {t.on_strip}; }}
    QScrollArea {{ border: none; background: transparent; }}
    #pageGround, #drawerGround {{ background: transparent; }}
    QFrame[card="true"] {{
        background: {t.card}; border: 1px solid {t.line}; border-radius: 10px;
    }}
    QLabel {{ background: transparent; }}
    QLabel[role="product"] {{ font-size: 19px; font-weight: 700; }}
    QLabel[role="title"] {{ font-size: 25px; font-weight: 700; }}
    QLabel[role="heading"] {{ font-size: 16px; font-weight: 600; }}
    QLabel[role="note"], QLabel[role="label"] {{ color: {t.muted}; font-size: 14px; }}
    QLabel[role="wrong"] {{ color: {t.bad}; font-size: 14px; }}
    QLabel[role="side-heading"] {{ color: {t.muted}; font-size: 13px; font-weight: 600; }}
    QLabel[role="side"] {{ font-size: 14px; }}
    QLabel[role="side-link"] {{ color: {t.accent}; font-size: 14px; }}
    QLabel[pill="good"] {{ background: {t.good_tint}; color: {t.good}; }}
    QLabel[pill="watch"] {{ background: {t.watch_tint}; color: {t.watch}; }}
    QLabel[pill="bad"] {{ background: {t.bad_tint}; color: {t.bad}; }}
    QLabel[pill="fact"] {{ background: {t.tint}; color: {t.strong}; }}
    QLabel[pill] {{ border-radius: 11px; padding: 2px 10px; font-size: 13px; }}
    QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox, QListWidget {{
        background: {t.card}; color: {t.ink}; border: 1px solid {t.control_line};
        border-radius: 6px; padding: 5px 8px; min-height: 22px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
    }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.muted}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QListWidget:focus,
    QTableView:focus {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
    QTableView:focus {{ padding: 0; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {t.bad}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
        background: {t.ground}; color: {t.muted}; border-color: {t.line};
    }}
    QPushButton {{
        background: {t.card}; color: {t.ink}; border: 1px solid {t.control_line};
        border-radius: 8px; padding: 6px 14px; font-weight: 600; min-height: 20px;
    }}
    QPushButton:hover {{ background: {t.tint}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {t.muted}; border-color: {t.line}; }}
    QPushButton[primary="true"] {{
        background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
    }}
    QPushButton[primary="true"]:focus {{ border: 4px double {t.on_accent}; padding: 3px 11px; }}
    QPushButton[primary="true"]:disabled {{
        background: {t.line}; color: {t.muted}; border-color: {t.line};
    }}
    QPushButton[link="true"] {{
        background: transparent; color: {t.accent}; border: 1px solid transparent;
        padding: 1px 0; font-weight: 400; font-size: 14px; text-align: left;
    }}
    QPushButton[link="true"]:hover {{ text-decoration: underline; }}
    QPushButton[link="true"]:focus {{ border: 2px solid {t.accent}; padding: 0; }}
    QPushButton[section="true"] {{
        background: {t.tint}; color: {t.strong}; border: 1px solid transparent;
        border-radius: 13px; padding: 2px 12px; font-weight: 400; font-size: 14px;
    }}
    QPushButton[section="true"]:hover {{ border-color: {t.accent}; }}
    QPushButton[section="true"]:checked {{ background: {t.accent}; color: {t.on_accent}; }}
    QPushButton[section="true"]:focus {{ border: 2px solid {t.ink}; padding: 1px 11px; }}
    QCheckBox, QRadioButton {{
        spacing: 8px; border: 2px solid transparent; border-radius: 6px; padding: 2px;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator {{
        width: 16px; height: 16px; background: {t.card}; border: 1px solid {t.control_line};
    }}
    QCheckBox::indicator, QListWidget::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 9px; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{
        background: {t.accent}; border-color: {t.accent}; image: url("{_tick(t)}");
    }}
    QRadioButton::indicator:checked {{
        border-color: {t.accent}; background: qradialgradient(cx: 0.5, cy: 0.5, fx: 0.5, fy: 0.5,
            radius: 0.5, stop: 0.4 {t.on_accent}, stop: 0.5 {t.accent});
    }}
    QTableView {{
        background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; border-radius: 6px;
        gridline-color: {t.line}; selection-background-color: {t.tint};
        selection-color: {t.ink};
    }}
    QTableView::item {{ padding: 4px 8px; }}
    QTableView::item:focus {{ border: 2px solid {t.accent}; }}
    QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 0 6px; }}
    QHeaderView::section {{
        background: {t.card}; color: {t.muted}; border: none;
        border-bottom: 1px solid {t.line}; padding: 6px 8px; font-size: 13px; font-weight: 600;
    }}
    QTableView[grid="true"] QHeaderView::section {{ padding: 6px 3px; }}
    QTableView[grid="true"] QHeaderView::section:vertical {{ padding: 0 3px; }}
    QTableCornerButton::section {{ background: {t.card}; border: none; }}
    QMenu {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.tint}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenuBar {{ background: {t.card}; color: {t.ink}; border-bottom: 1px solid {t.line}; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.tint}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
    QScrollBar::handle {{ background: {t.control_line}; border-radius: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 30px; }}
    QScrollBar::handle:horizontal {{ min-width: 30px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _tick(tokens: Tokens) -> str:
    """Give the address of a tick that shows on the accent, as style sheets write it."""
    return resource("icons", f"tick-{tokens.name}.svg").as_posix()
