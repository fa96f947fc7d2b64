"""Two groups on their scale: two marks and the bar between them, as a small picture beside the words that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import theme
from dashboard.gaps.said import Side
from layouts.shell import Element

WIDTH, HEIGHT, MARGIN, REACH = 200, 20, 7, 5
FAINT = 0.45


def picture(span: tuple[float, float], sides: Sequence[Side], before: Sequence[Side] = ()) -> Element:
    """The marks of both groups between the limits of the scale; those of an earlier year, fainter, above."""
    rows = [sides] if not before else [before, sides]
    drawn = [Element("g", {"opacity": FAINT if len(rows) > 1 and y == 0 else None}, _row(span, row, HEIGHT * y + HEIGHT / 2)) for y, row in enumerate(rows)]
    size = {"viewBox": f"0 0 {WIDTH} {HEIGHT * len(rows)}", "width": WIDTH, "height": HEIGHT * len(rows)}
    return Element("svg", {"class": "gap-picture", "aria-hidden": "true", **size}, drawn)


def key(side: Side) -> Element:
    """The mark of a group, to stand before its words."""
    return Element("svg", {"class": "gap-key", "aria-hidden": "true", "viewBox": "0 0 14 14", "width": 14, "height": 14}, _mark(side, 7, 7))


def _row(span: tuple[float, float], sides: Sequence[Side], y: float) -> list[Element]:
    low, high = span
    xs = [MARGIN + (WIDTH - 2 * MARGIN) * min(max((side.value - low) / (high - low), 0), 1) for side in sides]
    scale = Element("path", {"d": f"M{MARGIN} {y - 4:g}v8M{MARGIN} {y:g}H{WIDTH - MARGIN}m0 -4v8", "stroke": theme.RULE, "fill": "none"})
    bar = Element("path", {"d": f"M{min(xs):.1f} {y:g}H{max(xs):.1f}", "stroke": theme.NO_DATA_LINE, "stroke-width": 5})
    return [scale, bar, *(_mark(side, x, y) for side, x in zip(sides, xs, strict=True))]


def _mark(side: Side, x: float, y: float) -> Element:
    """The shape and ink that the group has in the breakdown panel."""
    shape = theme.GROUP_SHAPES[side.place % len(theme.GROUP_SHAPES)]
    colour = {"fill": side.colour, "stroke": theme.PAPER}
    if shape == "circle":
        return Element("circle", {"cx": f"{x:.1f}", "cy": f"{y:g}", "r": REACH, **colour})
    r = REACH + 1
    outlines = {
        "diamond": f"M{x:.1f} {y - r:g}l{r} {r}l-{r} {r}l-{r} -{r}z",
        "square": f"M{x - r + 1:.1f} {y - r + 1:g}h{2 * r - 2}v{2 * r - 2}h-{2 * r - 2}z",
        "triangle-up": f"M{x:.1f} {y - r:g}l{r} {2 * r - 2}h-{2 * r}z",
    }
    cross = f"M{x - 2:.1f} {y - r:g}h4v{r - 2}h{r - 2}v4h-{r - 2}v{r - 2}h-4v-{r - 2}h-{r - 2}v-4h{r - 2}z"
    return Element("path", {"d": outlines.get(shape, cross), **colour})
