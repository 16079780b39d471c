"""The colours of the paper by what they are for; a figure names roles and never colours."""

from __future__ import annotations

from appraiser.figures.geometry import SERIES, Role

INK = "#1b2733"
MUTED = "#556575"
LINE = "#cfd8df"
STRONG = "#003087"
ACCENT = "#005eb8"
TINT = "#eef4fa"
PALE = "#f1f4f6"
"""So pale that words over it read as on white."""
WATCH = "#855700"
WATCH_TINT = "#fff4dc"

ROLES: dict[Role, str] = {
    Role.INK: INK,
    Role.MUTED: MUTED,
    Role.LINE: LINE,
    Role.ACCENT: ACCENT,
    Role.BAD: "#a4161a",
    Role.BAD_TINT: "#fdecec",
    Role.WATCH: WATCH,
    Role.WATCH_TINT: WATCH_TINT,
    **dict(
        zip(
            SERIES,
            ("#005eb8", "#2f8bd6", "#003087", "#52687a", "#8493a0", "#0b7a75", "#84689e"),
            strict=True,
        )
    ),
}
"""Every mark meets 3 to 1 on white and every text 4.5 to 1."""


def faded(colour: str, strength: float) -> str:
    """Give a colour mixed with white; `strength` is the share of the colour, from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * strength):02x}" for part in parts)
