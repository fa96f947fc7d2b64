"""The patterns of the map on paper: the same tiles as on the screen (`theme.PATTERNS`), laid as lines and dots."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from dashboard import theme
from dashboard.paper.ink import grey
from dashboard.paper.marks import Hatching, Shape
from dashboard.paper.symbols import outline

_LINE = re.compile(r'M([\d.]+) ([\d.]+)([VH])([\d.]+)')
_STROKE, _WIDTH, _OPACITY = re.compile(r'stroke="(#\w+)"'), re.compile(r'stroke-width="([\d.]+)"'), re.compile(r'(?:stroke|fill)-opacity="([\d.]+)"')
_DOT = re.compile(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="(#\w+)"')


def hatched(mark: Hatching) -> list[Shape]:
    """The lines or dots of a pattern over all that its rings cover; who draws them cuts them at the rings."""
    points = np.concatenate(mark.parts)
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    size, angle, tile = _tile(mark.kind)
    step, middle = size * mark.scale, np.array([(left + right) / 2, (top + bottom) / 2])
    reach = float(np.hypot(right - left, bottom - top)) / 2 + step
    turn = np.array([(np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))])  # a row vector is turned from the left
    starts = np.arange(-np.ceil(reach / step), np.ceil(reach / step) + 1) * step
    shapes = []
    for kind, a, b, width, own, opacity in tile:
        colour = grey(own) if mark.is_grey else own
        if kind == "dot":
            grid = np.stack(np.meshgrid(starts + a * mark.scale, starts + b * mark.scale), axis=-1).reshape(-1, 2) @ turn + middle
            inside = (grid[:, 0] >= left - step) & (grid[:, 0] <= right + step) & (grid[:, 1] >= top - step) & (grid[:, 1] <= bottom + step)
            dots = tuple(outline("circle", x, y, 2 * width * mark.scale)[::4] for x, y in grid[inside])
            shapes.append(Shape(dots, fill=colour, is_closed=True, opacity=opacity))
            continue
        across = starts + (a if kind == "V" else b) * mark.scale
        ends = [[(at, -reach), (at, reach)] if kind == "V" else [(-reach, at), (reach, at)] for at in across]
        shapes.append(Shape(tuple(np.array(pair) @ turn + middle for pair in ends), stroke=colour, width=width * mark.scale, opacity=opacity))
    return shapes


@cache
def _tile(kind: str) -> tuple[float, float, list[tuple[str, float, float, float, str, float]]]:
    """Size, angle and marks of a pattern: (kind, x, y, width or radius, colour, opacity)."""
    size, turned, svg = theme.PATTERNS[kind]
    angle = np.radians(float(turned.removeprefix("rotate(").removesuffix(")"))) if turned else 0.0
    opacity = float(found[1]) if (found := _OPACITY.search(svg)) else 1.0
    marks: list[tuple[str, float, float, float, str, float]] = [("dot", float(x), float(y), float(r), colour, opacity) for x, y, r, colour in _DOT.findall(svg)]
    if not marks:
        stroke, width = _STROKE.search(svg)[1], float(_WIDTH.search(svg)[1])
        marks = [(way, float(x), float(y), width, stroke, opacity) for x, y, way, _ in _LINE.findall(svg)]
    return size, angle, marks
