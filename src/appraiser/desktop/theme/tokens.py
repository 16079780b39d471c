"""The colours of the program, light and dark, by what they are for. None is named elsewhere."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One set of colours. Every text and ground pair used meets 4.5 to 1, every mark 3 to 1."""

    name: str
    ink: str
    muted: str
    ground: str
    card: str
    line: str
    control_line: str
    accent: str
    on_accent: str
    strong: str
    tint: str
    good: str
    good_tint: str
    watch: str
    watch_tint: str
    bad: str
    bad_tint: str
    strip: str
    on_strip: str
    strip_muted: str
    strip_over: str
    series: tuple[str, ...]


LIGHT = Tokens(
    name="light",
    ink="#1b2733",
    muted="#556575",
    ground="#f3f6f8",
    card="#ffffff",
    line="#dbe2e8",
    control_line="#7f8d9a",
    accent="#005eb8",
    on_accent="#ffffff",
    strong="#003087",
    tint="#e6f0fa",
    good="#00703c",
    good_tint="#e3f4ea",
    watch="#855700",
    watch_tint="#fff4dc",
    bad="#a4161a",
    bad_tint="#fdecec",
    strip="#003087",
    on_strip="#ffffff",
    strip_muted="#c9d6ec",
    strip_over="#ffb8b8",
    series=("#005eb8", "#2f8bd6", "#003087", "#52687a", "#8493a0", "#0b7a75", "#84689e"),
)

DARK = Tokens(
    name="dark",
    ink="#e7edf3",
    muted="#9fb0bf",
    ground="#12191f",
    card="#1a242c",
    line="#2d3a46",
    control_line="#6b7d8d",
    accent="#6db3f2",
    on_accent="#0d1a26",
    strong="#9ccbf5",
    tint="#17324a",
    good="#5fd3a0",
    good_tint="#143326",
    watch="#f0c674",
    watch_tint="#332a14",
    bad="#ff9b9b",
    bad_tint="#3a1d1f",
    strip="#0d1a2b",
    on_strip="#e7edf3",
    strip_muted="#9fb0bf",
    strip_over="#ff9b9b",
    series=("#4a9be8", "#8cc4f3", "#c4e0f9", "#8fa1b1", "#6b7d8d", "#3fb8b0", "#b497d6"),
)


_LINEAR_BELOW = 0.04045
"""Where the sRGB curve has its straight part."""


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    parts = ((0.2126, red), (0.7152, green), (0.0722, blue))
    return sum(share * _linear(value) for share, value in parts)


def _linear(value: float) -> float:
    return value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
