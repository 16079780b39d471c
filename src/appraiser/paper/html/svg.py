"""A figure as SVG inside the page, drawn from its marks and said in words."""

from __future__ import annotations

from html import escape

from appraiser.figures.geometry import Anchor, Figure, Line, Mark, Rect, Text
from appraiser.paper import palette
from appraiser.paper.plain_text import clean

_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(figure: Figure, key: str) -> str:
    """Give a figure as SVG; `key` makes the ids of its title and words unlike any other's."""
    name = escape(key, quote=True)
    marks = "".join(map(_mark, figure.marks))
    return (
        f'<svg role="img" viewBox="0 0 {figure.width:g} {figure.height:g}" '
        f'width="{figure.width * 1.4:g}" aria-labelledby="{name}-title {name}-words">'
        f'<title id="{name}-title">{_said(figure.title)}</title>'
        f'<desc id="{name}-words">{_said(figure.alt)}</desc>{marks}</svg>'
    )


def _said(text: str) -> str:
    return escape(clean(text))


def _mark(mark: Mark) -> str:
    colour = palette.ROLES[mark.role]
    match mark:
        case Rect():
            fill = palette.faded(colour, mark.strength)
            return (
                f'<rect x="{mark.x:.2f}" y="{mark.y:.2f}" width="{max(mark.width, 0):.2f}" '
                f'height="{mark.height:.2f}" rx="{mark.radius:g}" fill="{fill}"/>'
            )
        case Line():
            return (
                f'<line x1="{mark.x1:.2f}" y1="{mark.y1:.2f}" x2="{mark.x2:.2f}" '
                f'y2="{mark.y2:.2f}" stroke="{colour}" stroke-width="{mark.thickness:g}"/>'
            )
        case Text():
            weight = ' font-weight="600"' if mark.bold else ""
            return (
                f'<text x="{mark.x:.2f}" y="{mark.y:.2f}" font-size="{mark.size:g}"{weight} '
                f'fill="{colour}" text-anchor="{_ANCHORS[mark.anchor]}">{_said(mark.words)}</text>'
            )
